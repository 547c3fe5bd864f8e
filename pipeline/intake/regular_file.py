"""Opening a file without following links and without being held up by a device."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path

from pipeline.intake.refusal import RefusalError


def open_regular(path: Path) -> io.BufferedReader:
    """The file, opened for reading; what is opened is what was judged, so that nobody can swap it in between.

    Raises:
        RefusalError: ``not_a_regular_file`` for links, devices, pipes; ``unreadable`` when the system says no.
    """
    try:
        # Non-blocking, because opening a pipe would wait for its writer.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if path.is_symlink() or not path.is_file():
            raise RefusalError("not_a_regular_file") from error
        raise RefusalError("unreadable", error.strerror) from error
    stream: io.BufferedReader = io.BufferedReader(io.FileIO(descriptor))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        stream.close()
        raise RefusalError("not_a_regular_file")
    return stream
