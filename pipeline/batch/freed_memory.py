"""How does a worker hand back memory that it has freed?"""

from __future__ import annotations

import ctypes


def hand_back_freed_memory() -> None:
    """Gives freed memory back to the system, which glibc else keeps for each thread; elsewhere nothing happens."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(ctypes.c_size_t(0))
