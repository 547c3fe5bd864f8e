"""Is this a 公民身份号码, and what does it say of its holder?

An 18-character number is 6 digits for the place of first registration, 8 for the birth date, 3 in sequence (odd for
men, even for women) and a check character after ISO 7064 MOD 11-2 (GB 11643-1999). The 15-digit numbers of the first
generation lack the century and the check character; cards that bear them ended on 2013-01-01 (居民身份证法 art. 23).
The place never changes with a move and old codes stay valid, so only the province is held against a list (GB/T 2260).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from itertools import combinations, product
from typing import Literal

Fault = Literal["length", "characters", "region", "birth_date", "check_digit"]

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_PROVINCES = frozenset(
    str(code)
    for codes in (
        range(11, 16),
        range(21, 24),
        range(31, 38),
        range(41, 47),
        range(50, 55),
        range(61, 66),
        (71, 81, 82, 83),
    )
    for code in codes
)
_ASCII_DIGITS = frozenset("0123456789")
_LOOK_ALIKES = {
    "0": "68", "1": "7", "2": "7", "3": "8", "5": "68", "6": "058", "7": "12", "8": "036", "9": "4", "4": "9",
    "O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "|": "1", "Z": "2", "S": "5", "B": "8", "G": "6", "K": "X",
}  # fmt: skip


_NUMBER = re.compile(r"(?<![0-9])[0-9]{17}[0-9X](?![0-9])")
_SMALL_LETTERS = str.maketrans({"q": "9", "g": "9", "b": "6"})
_AS_WRITTEN = str.maketrans({"×": "X", "✕": "X", "I": "1", "L": "1", "|": "1", "O": "0"})
"""Signs that stand for a digit in a number, since nobody could write or see the difference."""


def normalise_identity_number(text: str) -> str:
    """The number as printed, without white space and hyphens, in ASCII capitals.

    × and full-width X become X; I, l and | are the digit 1, O is 0, q and g are 9 and b is 6 as written by hand: there
    are no other letters in a number.
    """
    folded = unicodedata.normalize("NFKC", text).translate(_SMALL_LETTERS).upper().translate(_AS_WRITTEN)
    return "".join(character for character in folded if not character.isspace() and character not in "-–—·.")


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of 18 characters in a text that nothing is wrong with."""
    found = _NUMBER.findall(normalise_identity_number(text))
    return frozenset(number for number in found if not identity_number_faults(number))


def check_character(body: str) -> str:
    """The check character of the first 17 digits (ISO 7064 MOD 11-2).

    Raises:
        ValueError: ``body`` is not 17 digits.
    """
    if len(body) != len(_WEIGHTS) or not _is_digits(body):
        raise ValueError("17 digits are needed")
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, body, strict=True))
    return _CHECK_CHARACTERS[total % 11]


def identity_number_faults(number: str) -> tuple[Fault, ...]:
    """What is wrong with a normalised number, gravest first; empty when nothing is.

    A number of 15 digits is held against the rules that it can meet: province and birth date.
    """
    if len(number) not in (15, 18):
        return ("length",)
    body = number[:17] if len(number) == 18 else number
    if not _is_digits(body) or number[-1] not in "0123456789X":
        return ("characters",)
    faults: list[Fault] = []
    if number[:2] not in _PROVINCES:
        faults.append("region")
    if birth_date(number) is None:
        faults.append("birth_date")
    if len(number) == 18 and check_character(body) != number[-1]:
        faults.append("check_digit")
    return tuple(faults)


def birth_date(number: str) -> date | None:
    """The birth date in the number, None when there is no such day or the number has no digits there."""
    digits = number[6:14] if len(number) == 18 else "19" + number[6:12]
    if len(number) not in (15, 18) or not _is_digits(digits):
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def sex(number: str) -> Literal["男", "女"] | None:
    """The sex that the sequence digit stands for, None when it is no digit."""
    if len(number) not in (15, 18):
        return None
    digit = number[16] if len(number) == 18 else number[14]
    if digit not in _ASCII_DIGITS:
        return None
    return "男" if int(digit) % 2 else "女"


def eighteen_characters(number: str) -> str:
    """The 18-character form of a 15-digit number (GB 11643-1999: 19 goes before the year, a check character behind).

    Raises:
        ValueError: ``number`` is not 15 digits.
    """
    body = number[:6] + "19" + number[6:]
    if len(number) != 15:
        raise ValueError("15 digits are needed")
    return body + check_character(body)


def repair_candidates(number: str, changes: int = 1) -> tuple[str, ...]:
    """Valid numbers that differ only in characters which readers mix up, at most ``changes`` of the digits among them.

    Letters in a digit's place are always replaced. These are proposals to show to a person, never to be taken over
    silently: a digit changed at random passes the check character once in eleven times.
    """
    if len(number) != 18:
        return ()
    options = [_digit_options(character, last=index == 17) for index, character in enumerate(number)]
    if any(not option for option in options):
        return ()
    base = [option[0] for option in options]
    changeable = [index for index, option in enumerate(options) if len(option) > 1]
    found: dict[str, None] = {}
    for count in range(changes + 1):
        for places in combinations(changeable, count):
            for replaced in product(*(options[place][1:] for place in places)):
                candidate = list(base)
                for place, character in zip(places, replaced, strict=True):
                    candidate[place] = character
                found["".join(candidate)] = None
    return tuple(c for c in found if c != number and not identity_number_faults(c))


def _digit_options(character: str, *, last: bool) -> str:
    if character in _ASCII_DIGITS:
        return character + _LOOK_ALIKES[character]
    if last and character in "XK":
        return "X"
    return "".join(option for option in _LOOK_ALIKES.get(character, "") if option in _ASCII_DIGITS)


def _is_digits(text: str) -> bool:
    return bool(text) and _ASCII_DIGITS.issuperset(text)
