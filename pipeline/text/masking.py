"""How are identity numbers hidden where they are not needed: 220102********1234?

Messages, logs, file names, titles and worklists show the first six and the last four characters only (the place of
first registration and the sequence); the birth date between them is what makes the number usable.
"""

from __future__ import annotations

import re

_SHOWN_HEAD, _SHOWN_TAIL = 6, 4
_DIGIT = r"[0-9０-９]"
_LAST = r"[0-9０-９XxＸｘ×✕]"
# From 14 digits on: a reader that loses a digit or two, or adds one, must not unmask the number.
_UNBROKEN = rf"{_DIGIT}{{13,}}{_LAST}"
# One digit a box, or in groups, as on forms: only the exact length, so that dates in a row stay readable.
_SPACED = rf"(?<!{_DIGIT})(?:{_DIGIT}[ \t\u3000]{{1,2}}){{17}}{_LAST}(?!{_DIGIT})"
_GROUPED = rf"(?<!{_DIGIT}){_DIGIT}{{6}}[ \t\u3000-]{{1,2}}{_DIGIT}{{8}}[ \t\u3000-]{{1,2}}{_DIGIT}{{3}}{_LAST}"
_IDENTITY_NUMBER = re.compile(f"{_UNBROKEN}|{_SPACED}|{_GROUPED}")


def mask_id_numbers(text: str) -> str:
    """The text with everything that looks like an identity number (15 or 18 digits, the last may be X) masked."""
    return _IDENTITY_NUMBER.sub(lambda found: mask_id_number("".join(found[0].split())), text)


def mask_id_number(number: str) -> str:
    """One number, known to be one, however badly read: its first six and last four characters, stars between."""
    hidden = len(number) - _SHOWN_HEAD - _SHOWN_TAIL
    if hidden <= 0:
        return "*" * len(number)
    return number[:_SHOWN_HEAD] + "*" * hidden + number[-_SHOWN_TAIL:]
