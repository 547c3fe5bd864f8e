"""One file of a claim: its name inside the claim and where its bytes lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """A file to decode.

    ``name`` is the path inside the claim with ``/``, ``outer.zip!inner.pdf`` inside a zip; ``path`` is where the bytes
    are, in the upload or unpacked in scratch.
    """

    name: str
    path: Path
