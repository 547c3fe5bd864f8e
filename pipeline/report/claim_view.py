"""What does a caseworker see of one claim, in which order?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.models.finding import Outcome
from pipeline.models.report import ClaimReport, FileError, PipelineInfo
from pipeline.report.claim_pictures import ClaimPictures
from pipeline.report.document_view import DocumentView, PageView, document_view, unsorted_pages
from pipeline.report.finding_view import FindingView, finding_view
from pipeline.report.pairs import Pair
from pipeline.report.parties import Parties, parties
from pipeline.report.supplement import Supplement, supplement_of
from pipeline.report.wording import VERDICT_SENTENCES, VERDICTS, Word, without_search

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
class Findings:
    """The findings in groups that do not overlap, in reading order.

    ``failed`` and ``doubtful`` decide the verdict, ``reminders`` do not; ``incomplete`` lack a fact. ``confirmed`` are
    passes that show two texts side by side, so that a person can see for himself.
    """

    failed: tuple[FindingView, ...]
    doubtful: tuple[FindingView, ...]
    reminders: tuple[FindingView, ...]
    incomplete: tuple[FindingView, ...]
    confirmed: tuple[FindingView, ...]
    passed: tuple[FindingView, ...]
    not_applicable: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """The whole report in reading order."""

    claim_id: str
    as_of: str
    verdict: Word
    sentence: str
    parties: Parties
    page_count: int
    tasks: Tasks
    findings: Findings
    documents: tuple[DocumentView, ...]
    unsorted_pages: tuple[PageView, ...]
    errors: tuple[FileError, ...]
    pipeline: PipelineInfo
    supplement: Supplement | None


def claim_view(report: ClaimReport, pairs: Sequence[Pair], pictures: ClaimPictures) -> ClaimView:
    """The view of a report.

    Args:
        report: the report, its evidence naming its pictures.
        pairs: the comparisons among its findings.
        pictures: the pictures of its evidence and pages.
    """
    findings = _grouped(report, pairs, pictures)
    unanswered = [finding for finding in findings.incomplete if finding.is_blocking]
    return ClaimView(
        claim_id=report.claim_id,
        as_of=report.as_of.isoformat(),
        verdict=VERDICTS[report.verdict],
        sentence=VERDICT_SENTENCES[report.verdict],
        parties=parties(report),
        page_count=len(report.pages),
        tasks=Tasks(
            to_correct=_tasks(findings.failed),
            to_check=(*_questions(findings.doubtful), *_questions(unanswered), *_file_tasks(report)),
            to_note=_tasks(findings.reminders),
        ),
        findings=findings,
        documents=tuple(document_view(report, document, pictures.thumbnails) for document in report.documents),
        unsorted_pages=unsorted_pages(report, pictures.thumbnails),
        errors=report.errors,
        pipeline=report.pipeline,
        supplement=supplement_of(report),
    )


def _grouped(report: ClaimReport, pairs: Sequence[Pair], pictures: ClaimPictures) -> Findings:
    pair_of = {pair.finding: pair for pair in pairs}
    groups: defaultdict[Outcome | Literal["reminder"], list[FindingView]] = defaultdict(list)
    for index, finding in enumerate(report.findings):
        is_reminder = finding.severity != "blocking" and finding.outcome in {"fail", "unsure"}
        view = finding_view(report, index, pair_of.get(index), pictures.evidence)
        groups["reminder" if is_reminder else finding.outcome].append(view)
    return Findings(
        failed=tuple(groups["fail"]),
        doubtful=tuple(groups["unsure"]),
        reminders=tuple(groups["reminder"]),
        incomplete=tuple(groups["could_not_run"]),
        confirmed=tuple(finding for finding in groups["pass"] if finding.both),
        passed=tuple(finding for finding in groups["pass"] if not finding.both),
        not_applicable=tuple(groups["not_applicable"]),
    )


def _tasks(findings: Sequence[FindingView]) -> tuple[Task, ...]:
    """One task for each thing to do: findings that ask for the same thing ask for it once."""
    tasks = {finding.remedy or finding.message: finding for finding in reversed(findings)}
    return tuple(Task(finding.title, text, finding.anchor) for text, finding in reversed(tasks.items()))


def _questions(findings: Sequence[FindingView]) -> tuple[Task, ...]:
    """What a person has to look at: what was seen, not what the applicant would have to do if it were so."""
    return tuple(Task(finding.title, without_search(finding.message), finding.anchor) for finding in findings)


def _file_tasks(report: ClaimReport) -> tuple[Task, ...]:
    """The files that could not be used, unless a failed finding asks for them already."""
    if any(finding.check == _FILES_CHECK and finding.outcome == "fail" for finding in report.findings):
        return ()
    return tuple(Task("文件无法读取", f"{error.file}：{error.message_zh}", "errors") for error in report.errors)
