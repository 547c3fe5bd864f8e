"""Numbers of people and companies that never existed, with right check characters.

ID numbers: GB 11643-1999, check character after ISO 7064 MOD 11-2; sequence numbers 99x, which offices hand out last.
Credit codes: GB 32100-2015, with the subject code check of GB 11714.
"""

from __future__ import annotations

from datetime import date
from random import Random

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CODE_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_SUBJECT_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SUBJECT_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def id_number(region: str, born: date, sex: str, rng: Random) -> str:
    """A valid ID number: six digits of a region, the birth date, a sequence 99x whose last digit tells the sex."""
    last = rng.choice("13579" if sex == "男" else "02468")
    body = f"{region}{born:%Y%m%d}99{last}"
    return body + _id_check(body)


def with_wrong_check(number: str, rng: Random) -> str:
    """The same number with another check character, as a slip of the pen makes it."""
    return number[:-1] + rng.choice([letter for letter in "0123456789" if letter != number[-1]])


def credit_code(region: str, rng: Random, prefix: str = "91") -> str:
    """A valid unified social credit code in the block MA99YY, taken as unassigned: 91 a company, 12 an institution."""
    subject = f"MA99YY{rng.randrange(100):02d}"
    total = sum(
        _SUBJECT_LETTERS.index(letter) * weight for letter, weight in zip(subject, _SUBJECT_WEIGHTS, strict=True)
    )
    subject += "0X987654321"[total % 11]
    body = f"{prefix}{region}{subject}"
    weighed = sum(_CODE_LETTERS.index(letter) * pow(3, place, 31) for place, letter in enumerate(body))
    return body + _CODE_LETTERS[-weighed % 31]


def with_wrong_code_check(code: str, rng: Random) -> str:
    """The same credit code with another check character."""
    return code[:-1] + rng.choice([letter for letter in _CODE_LETTERS if letter != code[-1]])


def mobile(rng: Random) -> str:
    """A mobile number of the fictitious kind 1xx0000xxxx."""
    return f"1{rng.choice('35789')}{rng.randrange(10)}0000{rng.randrange(10000):04d}"


def landline(rng: Random) -> str:
    """An office number of Changchun."""
    return f"0431-8{rng.randrange(10**6):06d}{rng.randrange(10)}"


def _id_check(body: str) -> str:
    return _ID_CHECKS[sum(int(digit) * weight for digit, weight in zip(body, _ID_WEIGHTS, strict=True)) % 11]
