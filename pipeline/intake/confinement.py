"""How is the worker process held inside its limits?"""

from __future__ import annotations

import math
import resource
from pathlib import Path


def limit_memory(megabytes: int) -> None:
    """Lets the address space grow by so much from here; beyond that, allocations fail."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    ceiling = pages * resource.getpagesize() + (megabytes << 20)
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow_processor_time(seconds: float) -> None:
    """Has the system end this process after so many more seconds of work, even when nobody watches it any more."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    ceiling = math.ceil(used.ru_utime + used.ru_stime + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (ceiling, resource.getrlimit(resource.RLIMIT_CPU)[1]))
