"""When do two names of a person or a company count as written the same?

Width, spaces, kinds of brackets and dots, dots at an end and capital letters carry no meaning in a name. This is for
names only: whether two diagnoses say the same, character for character, is judged on their pictures, not here.
"""

from __future__ import annotations

import unicodedata

_BRACKETS = str.maketrans(dict.fromkeys("\u3014【[「", "(") | dict.fromkeys("\u3015】]」", ")"))
_MIDDLE_DOTS = str.maketrans(dict.fromkeys("•‧∙⋅・.。●", "·"))


def comparable(text: str) -> str:
    """The name without what carries no meaning: two names that are the same give the same text."""
    folded = unicodedata.normalize("NFKC", text).translate(_BRACKETS).translate(_MIDDLE_DOTS)
    return unicodedata.normalize("NFKC", "".join(folded.split()).upper()).strip("·")
