"""Does a unit's seal bear the name of another unit than the papers name?"""

from __future__ import annotations

from collections.abc import Iterable

import regex
from rapidfuzz import fuzz

from pipeline.casework.employer import readings_of_employer
from pipeline.models.document import Document, Mark
from pipeline.models.facts import Facts

_USUAL_PARTS = regex.compile(r"[省市县区]|吉林|长春|有限责任公司|股份有限公司|有限公司|公司|集团|分部|[（）()]")
_UNIT = regex.compile("公司|厂|店|局|院|学校|中心|合作社|事务所|委员会|工会")
_FEWEST_LETTERS, _NOTHING_ALIKE = 4, 40
"""rapidfuzz ratio 0-100: seals read with two or three wrong characters of six still reach 50."""


def foreign_seals(facts: Facts) -> Iterable[tuple[Document, Mark]]:
    """The seals in the employer's place whose rim names a unit that shares next to nothing with any employer's name.

    Rims are read badly now and then, so that a small difference says nothing.
    """
    names = [_core(reading.value) for reading in readings_of_employer(facts) if reading.trait == "name"]
    names = [name for name in names if name]
    for document in facts.documents:
        for mark in document.marks:
            own = _core(mark.text)
            if not names or len(own) < _FEWEST_LETTERS or not _UNIT.search(mark.text):
                continue
            # The text may begin anywhere along the rim.
            if all(fuzz.partial_ratio(name, own + own) < _NOTHING_ALIKE for name in names):
                yield document, mark


def _core(name: str) -> str:
    """What tells one unit from another: the name without place and kind of company."""
    return _USUAL_PARTS.sub("", "".join(name.split()))
