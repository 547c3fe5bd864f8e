import sys
from pathlib import Path

import numpy as np
import pytest

from pipeline.batch.freed_memory import hand_back_freed_memory

_PIECES, _KB = 2000, 16


def _held_mb() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_what_was_freed_between_pieces_still_held_goes_back_to_the_system():
    pieces = [np.ones(_KB * 1024, np.uint8) for _ in range(_PIECES)]
    kept = pieces[::8]
    del pieces
    before = _held_mb()
    hand_back_freed_memory()
    assert before - _held_mb() > 0.5 * _PIECES * _KB / 1024
    assert all(piece.all() for piece in kept)
