"""A required cell of the application form is blank.

Looks at: every cell of 工伤认定申请表 that the applicant has to fill in: the cover, the table, the account of the
accident, the request and the employer's opinion. The number and the authority's boxes are not the applicant's.

Why: the bureau wants the form filled in completely.

Fails: when a required cell is certainly blank. The cells on exposure to hazards count in cases of occupational disease
only, and weigh as a warning, as does the employer's opinion when the worker's side applies.

Unsure: when a cell that every print has was not found on the form, or something stands in it that could not be read.
A day that was written, though not legibly, fills its cell.

Source: the city's list (every item of the form is filled in); 《工伤认定办法》 (人社部令第8号), annex.

Passing example: every cell holds a word or a number, 接触职业病危害岗位 a stroke or nothing.

Failing example: 参加工作时间 holds the printed 年 月 日 only.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from pipeline.casework.case import case_of
from pipeline.casework.findings import Message, could_not_run, failed, not_found, passed, unsure
from pipeline.casework.wording import Text, document_name, document_place, field_name, page_place
from pipeline.declare import Check
from pipeline.models.document import Document, Field
from pipeline.models.facts import Facts
from pipeline.models.finding import Evidence, Finding, Severity
from pipeline.text.confidence import SURE

_FORM = "work_injury_application"
_REQUIRED = (
    "applicant_name",
    "worker_name",
    "applicant_relation",
    "filled_on",
    "sex",
    "birth_date",
    "id_number",
    "phone",
    "home_address",
    "postcode",
    "employer_name",
    "employer_phone",
    "employer_address",
    "employer_postcode",
    "occupation",
    "employed_since",
    "accident",
    "diagnosed_on",
    "narrative",
    "request",
)
_NOT_ON_EVERY_PRINT = frozenset({"phone", "postcode", "employer_phone", "employer_address", "employer_postcode"})
"""The 2003 print has one telephone and one address of the employer, on its cover; local prints leave out postcodes."""
_OPINION, _INJURY, _DISEASE = "employer_opinion", "injured_part", "disease_name"
_HAZARD = ("hazard_post", "hazard_period")
_WRITTEN_DAY = regex.compile(
    r"\p{N}{2,4}\s*年\s*[\p{N}\p{Latin}|]{1,3}\s*月\s*[\p{N}\p{Latin}|]{1,3}\s*日"
    r"|(?:19|20)\p{N}{2}(?:[-./·]?\p{N}){3,4}(?!\p{N})"
)
"""A day that somebody wrote, though it may not be legible which (2026年Ⅱ1月4日; 202617/28, a slash read as 1): the
cell is filled in. A year and a month alone are no day."""


def judge(facts: Facts) -> Iterable[Finding]:
    """One finding for every blank cell, one for all cells that were not found, or one pass."""
    forms = facts.of_type(_FORM)
    if not forms:
        name = document_name(_FORM)
        return [could_not_run(CHECK, Text(f"《{name.zh}》", name.en))]
    wanting = [finding for form in forms for finding in _wanting(facts, form)]
    complete = Message("工伤认定申请表各项内容均已填写。", "Every required cell of the application form is filled in.")
    return wanting or [passed(CHECK, complete)]


def _wanting(facts: Facts, form: Document) -> Iterable[Finding]:
    blocking, warning = _cells(facts, form)
    for cells, severity in ((blocking, CHECK.severity), (warning, _WARNING)):
        for name in cells:
            field = form.fields.get(name)
            if field is not None and not field.value and not _WRITTEN_DAY.search(field.text):
                yield _blank(form, field, field_name(_FORM, name), severity)
    unseen = [name for name in blocking if name not in form.fields and name not in _NOT_ON_EVERY_PRINT]
    if unseen:
        captions = "、".join(f"“{field_name(_FORM, name).zh}”" for name in unseen)
        message = Message(
            f"申请表上没有找到以下栏目，无法确认是否填写：{captions}",
            f"Cells not found on the form, so it is not known whether they are filled in: {', '.join(unseen)}",
            "请确认申请表各页齐全、清晰，并完整填报各项内容。",
        )
        yield not_found(CHECK, "unsure", message, document_place(form), subject=form.id)


def _cells(facts: Facts, form: Document) -> tuple[list[str], list[str]]:
    """The cells that must be filled in, and those whose blank is a warning, as this case has it."""
    case = case_of(facts)
    blocking: list[str] = [*_REQUIRED]
    warning: list[str] = []
    (blocking if case.employer_applies else warning).append(_OPINION)
    if case.kind == "occupational_disease":
        warning += _HAZARD
    named = form.value(_INJURY) or form.value(_DISEASE)
    if not named:
        blocking.append(_DISEASE if case.kind == "occupational_disease" and _DISEASE in form.fields else _INJURY)
    return blocking, warning


def _blank(form: Document, field: Field, cell: Text, severity: Severity) -> Finding:
    where = page_place(field.ref)
    certain = field.confidence >= SURE
    says = Text("未填写", "is blank") if certain else Text("可能未填写或无法辨认", "may be blank or cannot be read")
    message = Message(
        f"工伤认定申请表“{cell.zh}”一栏{says.zh}（{where.zh}）。",
        f"The cell {cell.en} of the application form {says.en} ({where.en}).",
        f"必须完整填报工伤认定申请表各项内容，请补填“{cell.zh}”。",
    )
    say = failed if certain else unsure
    cell_place = Evidence(file=field.file, page=field.page, box=field.box)
    return say(CHECK, message, [cell_place], subject=form.id, severity=severity)


_WARNING: Severity = "warning"

CHECK = Check(
    id="form_complete",
    scope="document",
    severity="blocking",
    title_zh="申请表有未填项",
    title_en="Application form has blank cells",
    looks_for_zh="工伤认定申请表中应填而空白的栏目",
    looks_for_en="A required cell of the application form that is blank",
    statute=("《工伤认定办法》附件《工伤认定申请表》",),
    judge=judge,
)
