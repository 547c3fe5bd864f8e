"""How does one upload become a report on the disk, whatever is in it?"""

from __future__ import annotations

import errno
import time
from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline import __version__
from pipeline.batch.error_log import note_error
from pipeline.batch.state import ClaimState, write_state
from pipeline.batch.tools import Tools
from pipeline.errors import ExitCode, PrecheckError
from pipeline.intake.claim import open_claim
from pipeline.intake.receive import ClaimSource
from pipeline.models.base import Model
from pipeline.models.claim_identity import ClaimIdentity
from pipeline.models.report import PipelineInfo
from pipeline.report.claim_folder import write_claim
from pipeline.report.failed_claim import failed_claim
from pipeline.report.pictures import NoPictures
from pipeline.run import check_claim
from pipeline.settings import Settings
from pipeline.text.masking import mask_id_numbers

_FULL = "disk_full"
_DISK_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class ClaimJob:
    """One claim to check.

    ``folder`` is where its report belongs, ``work`` holds scratch files, ``content`` and ``making`` are the digests
    that its state will carry. With ``clock_fixed`` the report leaves its timings out, so that its bytes repeat.
    ``others`` are the claims that may be about the same accident.
    """

    claim: ClaimSource
    folder: Path
    work: Path
    content: str
    making: str
    as_of: date
    clock_fixed: bool
    settings: Settings
    others: tuple[ClaimIdentity, ...] = ()


class Failure(Model):
    """Why a claim could not be processed: a :class:`PrecheckError` that can cross a process boundary."""

    code: str
    zh: str
    en: str
    exit_code: ExitCode

    def error(self) -> PrecheckError:
        """The error again."""
        return PrecheckError(self.code, zh=self.zh, en=self.en, exit_code=self.exit_code)


class JobDone(Model):
    """What became of a job: pages read, and the failure if it failed."""

    folder: Path
    pages: int
    failure: Failure | None = None


def check_upload(job: ClaimJob, tools: Callable[[], Tools], on_page: Callable[[], None]) -> JobDone:
    """Checks one upload and writes its report; a claim that fails gets a report that says why.

    Args:
        job: what to do.
        tools: gives reader and decoder, built when they are first needed.
        on_page: called after each page that was read.

    Raises:
        OSError: the report cannot be written.
    """
    try:
        return _check(job, tools(), on_page)
    except PrecheckError as error:
        return _failed(job, error)
    except OSError as error:
        if error.errno not in _DISK_FULL:
            return _failed(job, note_error(job.folder.parent, job.claim.name, error))
        return _failed(job, _disk_full(job, error))
    except Exception as error:  # noqa: BLE001 a bad claim never costs the batch; the traceback goes into the log
        return _failed(job, note_error(job.folder.parent, job.claim.name, error))


def _disk_full(job: ClaimJob, error: OSError) -> PrecheckError:
    return PrecheckError(
        _FULL,
        zh=f"处理 {job.claim.name} 时磁盘空间不足（{job.folder.parent}）。",
        en=f"The disk is full ({job.folder.parent}) while working on {job.claim.name}: {error.strerror}.",
        hint_zh="请清理磁盘后再次运行，已完成的申请不会重做。",
        hint_en="Free some space and run again; finished claims are not done again.",
    )


def crashed(job: ClaimJob) -> JobDone:
    """The end of a claim whose process died or got no further."""
    return _failed(
        job,
        PrecheckError(
            "claim_crashed",
            zh=f"处理 {job.claim.name} 时程序异常终止或停滞（可能内存不足）。",
            en=f"The process died or stalled on {job.claim.name} (out of memory, perhaps).",
            hint_zh="请逐个检查该申请的文件，或换内存更大的机器重试。",
            hint_en="Look at the claim's files one by one, or try a machine with more memory.",
        ),
    )


def _check(job: ClaimJob, tools: Tools, on_page: Callable[[], None]) -> JobDone:
    started = time.perf_counter()
    with TemporaryDirectory(dir=job.work) as folder:
        scratch = Path(folder)
        claim = open_claim(job.claim, job.settings.limits, _subfolder(scratch, "files"))
        pages = _subfolder(scratch, "pages")
        checked = check_claim(
            claim,
            tools.decoder,
            tools.engine,
            job.as_of,
            pages,
            on_page,
            region=job.settings.region,
            others=job.others,
        )
        timings_ms = {"check": _milliseconds_since(started)}
        report = checked.report.model_copy(update={"timings_ms": None if job.clock_fixed else timings_ms})
        write_claim(report, checked, job.folder, checked.comparisons)
    state = ClaimState(
        claim_id=job.claim.name,
        content=job.content,
        making=job.making,
        as_of=job.as_of,
        timings_ms={"total": _milliseconds_since(started)} | timings_ms,
        turns_on=checked.turns_on,
        identity=checked.identity,
        others=job.others,
    )
    write_state(job.folder, state)
    return JobDone(folder=job.folder, pages=len(report.pages))


def _failed(job: ClaimJob, error: PrecheckError) -> JobDone:
    # On a full disk the report that says so may not fit either; the line on the terminal then is all there is.
    with suppress(OSError) if error.code == _FULL else nullcontext():
        _write_failure(job, error)
    failure = Failure(
        code=error.code,
        zh=mask_id_numbers(error.message_zh),
        en=mask_id_numbers(error.message_en),
        exit_code=error.exit_code,
    )
    return JobDone(folder=job.folder, pages=0, failure=failure)


def _write_failure(job: ClaimJob, error: PrecheckError) -> None:
    if error.exit_code != ExitCode.MACHINE_UNABLE:
        made_by = PipelineInfo(version=__version__, engine=job.settings.engine, models=())
        report = failed_claim(job.claim.name, job.as_of, made_by, error, region=job.settings.region)
        write_claim(report, NoPictures(), job.folder)
        state = ClaimState(claim_id=job.claim.name, content="", making=job.making, as_of=job.as_of, timings_ms={})
        write_state(job.folder, state)


def _subfolder(folder: Path, name: str) -> Path:
    made = folder / name
    made.mkdir()
    return made


def _milliseconds_since(started: float) -> int:
    return round((time.perf_counter() - started) * 1000)
