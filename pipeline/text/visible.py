"""How is text from a stranger made safe to show: nothing in it may hide, reorder or break the text around it?"""

from __future__ import annotations

import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_KEPT = frozenset("\n\t")
# Unicode general categories: control, format (bidi controls, zero width), surrogate, private use, unassigned,
# line and paragraph separators.
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str) -> str:
    """The text with every control, bidi, zero-width, surrogate or unassigned character replaced by U+FFFD.

    Line feeds and tabs stay. The answer can always be encoded as UTF-8 and put into XML.
    """
    return "".join(character if _is_shown(character) else REPLACEMENT for character in text)


def one_line(text: str) -> str:
    """The same on a single line: white space in a row becomes one blank."""
    return " ".join(visible(text).split())


def _is_shown(character: str) -> bool:
    return character in _KEPT or unicodedata.category(character) not in _HIDDEN_CATEGORIES
