"""Is this a 统一社会信用代码?

Eighteen characters without I O S V Z: registering department, class, 6 digits of place, 9 of the subject
(the former 组织机构代码, with a check character of its own after GB 11714-1997) and a check character over all
(GB 32100-2015, modulo 31). Codes that fail the outer check have been issued in earnest, so that a mismatch is a reason
to look, not to refuse.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

Fault = Literal["length", "characters", "check_character", "subject_check_character"]

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_SUBJECT_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SUBJECT_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_AS_WRITTEN = str.maketrans({"×": "X", "✕": "X"})
_TAKEN_FOR = str.maketrans("IOSVZ", "105Y2")
"""What is read for a figure or letter that looks like it: no code has these."""
_ENTERPRISE_PREFIXES = ("91", "92", "93")
_INSTITUTION_PREFIXES = ("11", "12", "13", "19")


def normalise_credit_code(text: str) -> str:
    """The code without white space and hyphens, in ASCII capitals; ×, which no code has, is X as in an ID number."""
    folded = unicodedata.normalize("NFKC", text).upper().translate(_AS_WRITTEN)
    return "".join(character for character in folded if not character.isspace() and character not in "-–—·.")


def as_issued(code: str) -> str:
    """A normalised code, letters that no code has replaced by those they were read for where both checks bear it out.

    Anything else stays as it is.
    """
    likely = code.translate(_TAKEN_FOR)
    return code if credit_code_faults(likely) else likely


def check_character(body: str) -> str:
    """The check character of the first 17 characters (GB 32100-2015).

    Raises:
        ValueError: ``body`` is not 17 characters of the code's alphabet.
    """
    if len(body) != len(_WEIGHTS) or not set(body) <= set(_ALPHABET):
        raise ValueError("17 characters of the code's alphabet are needed")
    total = sum(weight * _ALPHABET.index(character) for weight, character in zip(_WEIGHTS, body, strict=True))
    return _ALPHABET[(31 - total % 31) % 31]


def subject_check_character(body: str) -> str:
    """The check character of the 8 characters of an organisation code (GB 11714-1997).

    Raises:
        ValueError: ``body`` is not 8 digits or capital letters.
    """
    if len(body) != len(_SUBJECT_WEIGHTS) or not set(body) <= set(_SUBJECT_ALPHABET):
        raise ValueError("8 digits or capital letters are needed")
    values = (_SUBJECT_ALPHABET.index(character) for character in body)
    total = sum(weight * value for weight, value in zip(_SUBJECT_WEIGHTS, values, strict=True))
    return "0123456789X0"[11 - total % 11]


def credit_code_faults(code: str) -> tuple[Fault, ...]:
    """What is wrong with a normalised code; empty when nothing is."""
    if len(code) != 18:
        return ("length",)
    if not set(code) <= set(_ALPHABET):
        return ("characters",)
    faults: list[Fault] = []
    if check_character(code[:17]) != code[17]:
        faults.append("check_character")
    if subject_check_character(code[8:16]) != code[16]:
        faults.append("subject_check_character")
    return tuple(faults)


def employer_kind(code: str) -> Literal["enterprise", "institution"] | None:
    """Whether the first two characters stand for an enterprise or for an authority or public institution."""
    if code.startswith(_ENTERPRISE_PREFIXES):
        return "enterprise"
    return "institution" if code.startswith(_INSTITUTION_PREFIXES) else None
