"""What does a caseworker see of one claim, in which order?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.models.finding import Finding
from pipeline.models.report import ClaimReport, FileError, PipelineInfo
from pipeline.report.claim_pictures import ClaimPictures
from pipeline.report.document_view import DocumentView, PageView, document_view, unsorted_pages
from pipeline.report.finding_view import FindingView, finding_view
from pipeline.report.pairs import Pair
from pipeline.report.parties import Parties, parties
from pipeline.report.wording import VERDICT_SENTENCES, VERDICTS, Word

_FILES_CHECK = "unsupported_file"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: under which heading, in which words, and where the finding stands."""

    title: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Tasks:
    """What to do, by weight: ask the applicant for it, look at it, bear it in mind."""

    to_correct: tuple[Task, ...]
    to_check: tuple[Task, ...]
    to_note: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """The whole report in reading order; the groups of findings do not overlap.

    ``confirmed`` are passes that show two texts side by side, so that a person can see for himself.
    """

    claim_id: str
    as_of: str
    verdict: Word
    sentence: str
    parties: Parties
    page_count: int
    tasks: Tasks
    failed: tuple[FindingView, ...]
    doubtful: tuple[FindingView, ...]
    reminders: tuple[FindingView, ...]
    incomplete: tuple[FindingView, ...]
    confirmed: tuple[FindingView, ...]
    passed: tuple[FindingView, ...]
    not_applicable: tuple[FindingView, ...]
    documents: tuple[DocumentView, ...]
    unsorted_pages: tuple[PageView, ...]
    errors: tuple[FileError, ...]
    pipeline: PipelineInfo


def claim_view(report: ClaimReport, pairs: Sequence[Pair], pictures: ClaimPictures) -> ClaimView:
    """The view of a report.

    Args:
        report: the report, its evidence naming its pictures.
        pairs: the comparisons among its findings.
        pictures: the pictures of its evidence and pages.
    """
    pair_of = {pair.finding: pair for pair in pairs}

    def views(belongs: Callable[[Finding], bool]) -> tuple[FindingView, ...]:
        return tuple(
            finding_view(report, index, pair_of.get(index), pictures.evidence)
            for index, finding in enumerate(report.findings)
            if belongs(finding)
        )

    failed = views(lambda finding: is_blocking(finding) and finding.outcome == "fail")
    doubtful = views(lambda finding: is_blocking(finding) and finding.outcome == "unsure")
    reminders = views(is_reminder)
    incomplete = views(lambda finding: finding.outcome == "could_not_run")
    blocked = views(lambda finding: is_blocking(finding) and finding.outcome == "could_not_run")
    passed = views(lambda finding: finding.outcome == "pass")
    return ClaimView(
        claim_id=report.claim_id,
        as_of=report.as_of.isoformat(),
        verdict=VERDICTS[report.verdict],
        sentence=VERDICT_SENTENCES[report.verdict],
        parties=parties(report),
        page_count=len(report.pages),
        tasks=Tasks(
            to_correct=_tasks(failed),
            to_check=(*_tasks(doubtful), *_tasks(blocked), *_file_tasks(report)),
            to_note=_tasks(reminders),
        ),
        failed=failed,
        doubtful=doubtful,
        reminders=reminders,
        incomplete=incomplete,
        confirmed=tuple(finding for finding in passed if finding.both),
        passed=tuple(finding for finding in passed if not finding.both),
        not_applicable=views(lambda finding: finding.outcome == "not_applicable"),
        documents=tuple(document_view(report, document, pictures.thumbnails) for document in report.documents),
        unsorted_pages=unsorted_pages(report, pictures.thumbnails),
        errors=report.errors,
        pipeline=report.pipeline,
    )


def is_blocking(finding: Finding) -> bool:
    """Whether the finding decides the verdict."""
    return finding.severity == "blocking"


def is_reminder(finding: Finding) -> bool:
    """Whether the finding says something that does not decide the verdict."""
    return not is_blocking(finding) and finding.outcome in {"fail", "unsure"}


def _tasks(findings: Sequence[FindingView]) -> tuple[Task, ...]:
    """One task for each thing to do: findings that ask for the same thing ask for it once."""
    tasks = {finding.remedy or finding.message: finding for finding in reversed(findings)}
    return tuple(Task(finding.title, text, finding.anchor) for text, finding in reversed(tasks.items()))


def _file_tasks(report: ClaimReport) -> tuple[Task, ...]:
    """The files that could not be used, unless a failed finding asks for them already."""
    if any(finding.check == _FILES_CHECK and finding.outcome == "fail" for finding in report.findings):
        return ()
    return tuple(Task("文件无法读取", f"{error.file}：{error.message_zh}", "errors") for error in report.errors)
