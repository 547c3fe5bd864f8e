"""Do two readings of a name or an ID number mean the same person or company?

Three-valued: readers mix up look-alike characters also when they are confident, so that such a difference is a reason
to look at the pages, never to call two papers inconsistent.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Literal

from pipeline.text.confidence import SURE
from pipeline.text.credit_code import credit_code_faults
from pipeline.text.identity_number import eighteen_characters, identity_number_faults
from pipeline.text.normalise import comparable
from pipeline.text.simplified import simplified

_BRANCH = re.compile("分(?:公司|部|店|厂|所|校|院|行|处|社|局)$")

_NO_LETTERS_OF_CODES = str.maketrans("OI", "01")

Sameness = Literal["same", "different", "unsure"]


def same_name(left: str, right: str, left_confidence: float, right_confidence: float) -> Sameness:
    """Whether two read names are the same.

    Args:
        left: one name as read.
        right: the other name as read.
        left_confidence: the reader's confidence in ``left``, 0-1.
        right_confidence: the same for ``right``.

    Returns:
        ``same`` when nothing but width, spaces, brackets or dots differs; ``different`` when both readings are sure
        and not all differing characters are look-alikes; else ``unsure``, also when one of them is empty.
    """
    left_name, right_name = comparable(left), comparable(right)
    if not left_name or not right_name:
        return "unsure"
    if left_name == right_name:
        return "same"
    if min(left_confidence, right_confidence) < SURE or _differ_in_look_alikes_only(left_name, right_name):
        return "unsure"
    return "different"


def same_company_name(left: str, right: str, left_confidence: float, right_confidence: float) -> Sameness:
    """Whether two read names of a company are the same, with the arguments and results of :func:`same_name`.

    有限公司 and 有限责任公司 are two companies, and so are names of which only one has a 市 in it. A name that
    begins or ends like the other and lacks the rest may have been cut off, so that this is ``unsure``, unless the rest
    names a branch.
    """
    answer = same_name(left, right, left_confidence, right_confidence)
    shorter, longer = sorted((comparable(left), comparable(right)), key=len)
    cut_off = longer.endswith(shorter) or (longer.startswith(shorter) and not _BRANCH.search(longer[len(shorter) :]))
    return "unsure" if answer == "different" and cut_off else answer


def same_credit_code(left: str, right: str, left_confidence: float, right_confidence: float) -> Sameness:
    """Whether two normalised credit codes are the same, with the arguments and results of :func:`same_name`.

    As with ID numbers, two valid codes that differ are two codes; one that is not valid may be a misreading. No code
    has an O or an I in it: what is read as one is a figure.
    """
    left, right = left.translate(_NO_LETTERS_OF_CODES), right.translate(_NO_LETTERS_OF_CODES)
    if left == right and left:
        return "same"
    if min(left_confidence, right_confidence) < SURE or len(left) != 18 or len(right) != 18:
        return "unsure"
    valid = not credit_code_faults(left) and not credit_code_faults(right)
    return "different" if valid or not _differ_in_look_alikes_only(left, right) else "unsure"


def same_identity_number(left: str, right: str, left_confidence: float, right_confidence: float) -> Sameness:
    """Whether two normalised ID numbers are the same, with the arguments and results of :func:`same_name`.

    Two valid numbers that differ cannot come from one misread character: the check character forbids it. A number that
    is not valid may be a misreading of the other one when they differ in look-alikes only or one of them has lost or
    gained a character.
    """
    left_number, right_number = _long_form(left), _long_form(right)
    if left_number == right_number and left_number:
        return "same"
    if min(left_confidence, right_confidence) < SURE or len(left_number) != 18 or len(right_number) != 18:
        return "unsure"
    valid = not identity_number_faults(left_number) and not identity_number_faults(right_number)
    return "different" if valid or not _differ_in_look_alikes_only(left_number, right_number) else "unsure"


def nothing_in_common(left: str, right: str) -> bool:
    """Whether no character of one name is, or looks like, one of the other: no misreading makes one of the other."""
    return bool(left and right) and not any(look_alike(a, b) for a in comparable(left) for b in comparable(right))


def look_alike(left: str, right: str) -> bool:
    """Whether a reader may take one of two characters for the other."""
    return simplified(left) == simplified(right) or any(left in group and right in group for group in _groups())


def _differ_in_look_alikes_only(left: str, right: str) -> bool:
    return len(left) == len(right) and all(look_alike(a, b) for a, b in zip(left, right, strict=True))


def _long_form(number: str) -> str:
    return eighteen_characters(number) if len(number) == 15 and not identity_number_faults(number) else number


@cache
def _groups() -> tuple[frozenset[str], ...]:
    table = resources.files("pipeline.text").joinpath("look_alikes.tsv").read_text(encoding="utf-8")
    return tuple(frozenset(row) for row in table.splitlines()[1:])
