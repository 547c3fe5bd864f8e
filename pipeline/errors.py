"""Every failure that a user can meet: what happened, and what to do next, in Chinese and English."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Process exit codes of the command line (contract section 1)."""

    DONE = 0
    CLAIM_FAILED = 1
    USAGE = 2
    MACHINE_UNABLE = 3
    VERDICT = 10
    INTERRUPTED = 130


class PrecheckError(Exception):
    """A failure with a stable code, an exit code and one line for the user in two languages.

    Args:
        code: stable identifier such as ``engine_missing``; tests and programs rely on it.
        zh: what happened and where, in Chinese.
        en: the same in English.
        hint_zh: what to do next, in Chinese.
        hint_en: what to do next, in English.
        exit_code: the exit code of a command that ends with this error.
    """

    def __init__(
        self,
        code: str,
        *,
        zh: str,
        en: str,
        hint_zh: str = "",
        hint_en: str = "",
        exit_code: ExitCode = ExitCode.CLAIM_FAILED,
    ) -> None:
        super().__init__(en)
        self.code = code
        self.zh = zh
        self.en = en
        self.hint_zh = hint_zh
        self.hint_en = hint_en
        self.exit_code = exit_code

    @property
    def message_zh(self) -> str:
        """What happened and what to do next, one line, Chinese."""
        return self.zh + self.hint_zh

    @property
    def message_en(self) -> str:
        """What happened and what to do next, one line, English."""
        return f"{self.en} {self.hint_en}".rstrip()

    def line(self) -> str:
        """The one line that a command prints."""
        return f"{self.message_zh} | {self.message_en} [{self.code}]"
