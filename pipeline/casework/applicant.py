"""Who applies: the employer, the worker, a relative or the union?

The portal says it, or the form in its cell 申请人与受伤害职工关系, or the form by the applicant's name.
"""

from __future__ import annotations

import re
from typing import Literal

from pipeline.models.document import Document
from pipeline.models.facts import Facts
from pipeline.text.confidence import SURE
from pipeline.text.names import same_company_name, same_name

Applicant = Literal["employer", "worker", "relative", "union"]

_RELATIONS: tuple[tuple[Applicant, re.Pattern[str]], ...] = (
    ("union", re.compile("工会")),
    ("employer", re.compile("单位|公司|雇主|劳动关系|雇佣|劳务")),
    ("worker", re.compile("本人|自己")),
    ("relative", re.compile("[夫妻父母子女儿兄弟姐妹孙祖]|配偶|亲属")),
)
"""In this order: a 子公司 is an employer."""


def applicant_of(facts: Facts) -> Applicant | None:
    """Who applies, None when neither the portal nor the form says it surely."""
    if facts.claim.applicant:
        return facts.claim.applicant
    found = [_by_relation(form) or _by_name(form) for form in facts.of_type("work_injury_application")]
    return next((applicant for applicant in found if applicant), None)


def _by_relation(form: Document) -> Applicant | None:
    cell = form.fields.get("applicant_relation")
    if cell is None or cell.confidence < SURE:
        return None
    return next((applicant for applicant, words in _RELATIONS if words.search(cell.value)), None)


def _by_name(form: Document) -> Applicant | None:
    applicant, worker, employer = (form.fields.get(name) for name in ("applicant_name", "worker_name", "employer_name"))
    if applicant is None or not applicant.value:
        return None
    told = (applicant.value, applicant.confidence)
    if worker and same_name(told[0], worker.value, told[1], worker.confidence) == "same":
        return "worker"
    if employer and same_company_name(told[0], employer.value, told[1], employer.confidence) == "same":
        return "employer"
    return None
