"""Who may write into a folder of reports, and what is left behind when a run ends or dies?"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import ExitCode, PrecheckError
from pipeline.report.claim_folder import recover

_LOCK = ".lock"
_WORK = ".work-"


@contextmanager
def out_folder(out: Path) -> Iterator[Path]:
    """Holds a folder of reports for one run, and gives a scratch folder in it that is gone afterwards.

    The lock ends with the process however it dies, so scratch that is found under the lock belongs to nobody.

    Raises:
        PrecheckError: ``out_unwritable``: the folder cannot be made or written; ``out_busy``: another run is writing.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = (out / _LOCK).open("w")
    except OSError as error:
        raise _unwritable(out, error) from error
    with lock:
        _hold(lock.fileno(), out)
        recover(out)
        for left in out.glob(f"{_WORK}*"):
            shutil.rmtree(left, ignore_errors=True)
        work = out / f"{_WORK}{os.getpid()}"
        work.mkdir()
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)


def refuse_overlap(uploads: Sequence[Path], out: Path) -> None:
    """Makes sure that reports are not written among the uploads, nor taken for uploads.

    Raises:
        PrecheckError: ``out_inside_uploads``: one of the folders lies in the other.
    """
    reports = out.resolve()
    for path in uploads:
        upload = path.resolve()
        if upload == reports or upload in reports.parents or reports in upload.parents:
            raise PrecheckError(
                "out_inside_uploads",
                zh=f"报告目录 {out} 与上传材料 {path} 重叠。",
                en=f"The folder for reports, {out}, and the uploads, {path}, overlap.",
                hint_zh="请用 --out 指定上传目录以外的位置。",
                hint_en="Name a place outside the uploads with --out.",
                exit_code=ExitCode.USAGE,
            )


def _hold(descriptor: int, out: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise PrecheckError(
            "out_busy",
            zh=f"另一个 precheck 正在写入 {out}。",
            en=f"Another precheck is writing into {out}.",
            hint_zh="请等它结束，或换一个 --out 目录。",
            hint_en="Wait for it to end, or name another --out.",
            exit_code=ExitCode.USAGE,
        ) from error


def _unwritable(out: Path, error: OSError) -> PrecheckError:
    return PrecheckError(
        "out_unwritable",
        zh=f"无法写入报告目录 {out}（{error.strerror}）。",
        en=f"Cannot write into {out} ({error.strerror}).",
        hint_zh="请检查权限和磁盘空间，或换一个 --out 目录。",
        hint_en="Check permissions and disk space, or name another --out.",
        exit_code=ExitCode.USAGE,
    )
