"""How much may a claim still bring in?"""

from __future__ import annotations

from pipeline.intake.refusal import RefusalError, millions
from pipeline.settings import Limits


class Budget:
    """What is left of a claim's bytes and files; a claim cannot have more files than pages.

    Args:
        limits: what a claim may hold.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.bytes_left = limits.claim_bytes
        self.files_left = limits.claim_pages

    def take_file(self) -> None:
        """Counts one file.

        Raises:
            RefusalError: ``too_many_files``.
        """
        if self.files_left == 0:
            raise RefusalError("too_many_files", self._limits.claim_pages)
        self.files_left -= 1

    def take_bytes(self, count: int) -> None:
        """Counts bytes; what does not fit is not counted.

        Raises:
            RefusalError: ``too_large``.
        """
        if count > self.bytes_left:
            raise RefusalError("too_large", millions(self._limits.claim_bytes))
        self.bytes_left -= count
