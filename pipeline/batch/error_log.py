"""Where does the traceback of an unexpected error go? Into a log for the developers, never to the user."""

from __future__ import annotations

import traceback
from pathlib import Path

from pipeline import __version__
from pipeline.errors import PrecheckError
from pipeline.text.masking import mask_id_numbers

ERROR_LOG = "precheck-errors.log"


def note_error(folder: Path, doing: str, error: BaseException) -> PrecheckError:
    """Appends the traceback to the log in that folder, identity numbers masked, and gives the one line for the user.

    Args:
        folder: an existing folder.
        doing: what was being done, such as the claim's name.
        error: what happened.
    """
    log = folder / ERROR_LOG
    told = "".join(traceback.format_exception(error))
    with log.open("a", encoding="utf-8", errors="backslashreplace") as lines:
        lines.write(mask_id_numbers(f"precheck {__version__}: {doing}\n{told}\n"))
    return PrecheckError(
        "internal_error",
        zh=f"处理 {doing} 时程序出错（{type(error).__name__}）。",
        en=f"The program failed on {doing} ({type(error).__name__}).",
        hint_zh=f"请把 {log} 发给维护人员。",
        hint_en=f"Send {log} to the maintainers.",
    )
