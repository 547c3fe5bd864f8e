"""How does one upload become a report on the disk, whatever is in it?"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline import __version__
from pipeline.batch.error_log import note_error
from pipeline.batch.state import ClaimState, write_state
from pipeline.errors import ExitCode, PrecheckError
from pipeline.intake.claim import open_claim
from pipeline.intake.decode import Decoder
from pipeline.intake.receive import ClaimSource
from pipeline.models.base import Model
from pipeline.models.report import PipelineInfo
from pipeline.ocr.engine import OcrEngine
from pipeline.report.claim_folder import write_claim
from pipeline.report.failed_claim import failed_claim
from pipeline.report.pictures import NoPictures
from pipeline.run import check_claim
from pipeline.settings import Settings
from pipeline.text.masking import mask_id_numbers


@dataclass(frozen=True, slots=True)
class ClaimJob:
    """One claim to check.

    ``folder`` is where its report belongs, ``work`` holds scratch files, ``content`` and ``making`` are the digests
    that its state will carry. With ``clock_fixed`` the report leaves its timings out, so that its bytes repeat.
    """

    claim: ClaimSource
    folder: Path
    work: Path
    content: str
    making: str
    as_of: date
    clock_fixed: bool
    settings: Settings


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


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading takes, built once and used for many claims."""

    engine: OcrEngine
    decoder: Decoder


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
    except Exception as error:  # noqa: BLE001 a bad claim never costs the batch; the traceback goes into the log
        return _failed(job, note_error(job.folder.parent, job.claim.name, error))


def crashed(job: ClaimJob) -> JobDone:
    """The end of a claim whose process died."""
    return _failed(
        job,
        PrecheckError(
            "claim_crashed",
            zh=f"处理 {job.claim.name} 时程序异常终止（可能内存不足）。",
            en=f"The process died on {job.claim.name} (out of memory, perhaps).",
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
        checked = check_claim(claim, tools.decoder, tools.engine, job.as_of, pages, on_page)
        timings_ms = {"check": _milliseconds_since(started)}
        report = checked.report.model_copy(update={"timings_ms": None if job.clock_fixed else timings_ms})
        write_claim(report, checked, job.folder, checked.comparisons)
    _write_state(job, job.content, {"total": _milliseconds_since(started)} | timings_ms)
    return JobDone(folder=job.folder, pages=len(report.pages))


def _failed(job: ClaimJob, error: PrecheckError) -> JobDone:
    if error.exit_code != ExitCode.MACHINE_UNABLE:
        made_by = PipelineInfo(version=__version__, engine=job.settings.engine, models=())
        write_claim(failed_claim(job.claim.name, job.as_of, made_by, error), NoPictures(), job.folder)
        _write_state(job, "", {})
    failure = Failure(
        code=error.code,
        zh=mask_id_numbers(error.message_zh),
        en=mask_id_numbers(error.message_en),
        exit_code=error.exit_code,
    )
    return JobDone(folder=job.folder, pages=0, failure=failure)


def _write_state(job: ClaimJob, content: str, timings_ms: dict[str, int]) -> None:
    state = ClaimState(
        claim_id=job.claim.name, content=content, making=job.making, as_of=job.as_of, timings_ms=timings_ms
    )
    write_state(job.folder, state)


def _subfolder(folder: Path, name: str) -> Path:
    made = folder / name
    made.mkdir()
    return made


def _milliseconds_since(started: float) -> int:
    return round((time.perf_counter() - started) * 1000)
