"""Where the printed captions stand in a text, so that what stands between them can be read as values.

The text is a transcript of a page: a newline ends a row and a tab is a gap wider than a character. Captions are found
with a tolerance for one misread character when they are long; that only ever finds a place and never decides whether
two texts are equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import product

import regex

from pipeline.text.simplified import simplified

GAP = "\t"
ROW_END = "\n"
COLONS = ":：∶﹕"
_TOLERANT_FROM = 5
_VERY_TOLERANT_FROM = 14
_THIRD = 3
_LONGEST_REMARK = 30
"""Letters behind a caption in its cell: （促进死亡，但与导致死亡无关的其他重要情况）; more is a card inside a frame."""
_IN_SENTENCE = ("，", ",", "。", "；", ";")
_COLON_AS_COMMA = regex.compile(rf"[，,]\p{{Han}}{{2,4}}(?=[{GAP}{ROW_END}]|$)")
"""What stands in for a colon and a signature behind it: 主治医师，郑义."""
_BOUNDARY = frozenset(GAP + ROW_END + ")）】")


_WIDTHS = {"：": f"[{COLONS}]?", "（": "[（(]", "）": "[）)]", "／": "[／/]", "/": "[／/]", "，": "[，,]"}
_TRADITIONAL = {
    pair[0]: f"[{pair}]" for pair in ("别別", "号號", "医醫", "诊診", "断斷", "间間", "时時", "龄齡", "门門")
} | {"人": "[人入]", "入": "[入人]"}
"""Readers give some letters in their traditional form, and 人 as 入 where writing touches the caption (填表入：)."""
_FULL_WIDTH = str.maketrans("():", "（）：")
_PRESSED = f"{GAP}?[（(、，]?\\p{{Han}}{{0,3}}[手指][印模纹][）)]?"
"""What a caption for a signature says of the fingerprint that goes with it: 并按手印, （摁手印）, 及指印."""
_ORDINAL = regex.compile(
    r"[一二三四五六七八九十\d]{1,3}[、.．，,]|[ⅠⅡⅢⅣI]{1,3}[.．]|[（(][一二三四五六七八九十\d]{1,2}[）)]"
)


@dataclass(frozen=True, slots=True)
class CaptionHit:
    """A caption in a text: characters ``start`` to ``end``, its colon counted in; ``errors`` of them are misread."""

    name: str
    start: int
    end: int
    colon: bool
    errors: int = 0


@cache
def _pattern(variant: str) -> regex.Pattern[str]:
    words = variant.rstrip(COLONS)
    letters = f"[{GAP}{ROW_END}]?".join(_letter(letter) for letter in words)
    errors = _most_misread(words)
    tolerance = f"{{s<={errors}:[\\p{{Han}}A-Za-z]}}" if errors else ""
    remark = f"(?:{GAP}?[（(][^）)：:]{{1,10}}[）)](?:签[字名章])?(?={GAP}?[{COLONS}]|{GAP}|{ROW_END}))?"
    remark = f"{remark}(?:(?<=[字名章]){_PRESSED})?"
    # A semicolon is what is read for a colon where no more than a name stands behind it in the row.
    colon = f"(?P<colon>{GAP}?(?:[】\\]]{GAP}?[{COLONS}]?|[{COLONS}]|[；;](?=\\p{{Han}}{{0,3}}(?:[{GAP}{ROW_END}]|$))))"
    colon = f"(?:{colon}|(?=[{GAP}{ROW_END}]|$))" if variant != words else f"{colon}?"
    return regex.compile(f"(?P<caption>{letters}){tolerance}{remark}{colon}")


def _most_misread(words: str) -> int:
    return 2 if len(words) >= _VERY_TOLERANT_FROM else 1 if len(words) >= _TOLERANT_FROM else 0


def _letter(letter: str) -> str:
    return _WIDTHS.get(letter) or _TRADITIONAL.get(letter) or regex.escape(letter)


@cache
def _unvaried(words: str) -> frozenset[str]:
    """The caption's letters that have one form only."""
    return frozenset(words).difference(_WIDTHS, _TRADITIONAL)


def _may_occur(variant: str, letters: Set[str]) -> bool:
    """Whether a text of these letters may hold the caption: most do not, and a pattern takes 5 ms to compile."""
    words = variant.rstrip(COLONS)
    return len(_unvaried(words) - letters) <= _most_misread(words)


def folded(text: str) -> str:
    """The text for looking words up in: no white space, brackets and colons full width, characters simplified."""
    return simplified("".join(text.split())).translate(_FULL_WIDTH)


def find_captions(text: str, captions: Mapping[str, Sequence[str]]) -> tuple[CaptionHit, ...]:
    """All captions in the text, in order, without overlaps.

    The longer one wins (诊断时间 over 诊断), unless it is longer by misread characters only (身份证号 over 身份证号码),
    and of equal ones that with fewer of them.

    A caption counts when it has a colon, when it stands at the beginning of a row or behind a gap, when it is a
    numbered heading in a row of its own (三、事故经过), or when it stands in a row whose first caption has no colon
    either (姓名张三性别男: a form with underlined blanks). A word before a comma stands in a sentence, wherever its row
    begins. One that wraps at the end of a row needs its colon.

    Args:
        text: the transcript.
        captions: for each name the printed variants; one that is given with a colon counts only where it ends there,
            with its colon, a gap or the row: 建议: is no caption in 建议休息.
    """
    text = simplified(text)
    letters = frozenset(text)
    candidates = [
        hit
        for name, variants in captions.items()
        for hit in _all_hits(text, name, [variant for variant in variants if _may_occur(variant, letters)])
    ]
    candidates.sort(key=lambda hit: (hit.start - hit.end + 2 * hit.errors, hit.errors, hit.start))
    taken: list[CaptionHit] = []
    for hit in candidates:
        if all(hit.end <= other.start or other.end <= hit.start for other in taken):
            taken.append(hit)
    return tuple(_only_plausible(text, sorted(taken, key=lambda hit: hit.start)))


def is_caption(text: str, variants: Iterable[str]) -> bool:
    """Whether a table cell's text is one of these captions: nothing but a number, the caption, a remark and a colon."""
    bare = simplified("".join(text.split())).strip(COLONS)
    number = _ORDINAL.match(bare)
    starts = {0, number.end() if number else 0}
    letters = frozenset(bare)
    for variant, start in product(variants, starts):
        found = _pattern(variant).match(bare, start) if _may_occur(variant, letters) else None
        rest = bare[found.end() :].strip(COLONS) if found else None
        if rest is not None and (not rest or _is_remark(rest)):
            return True
    return False


def _is_remark(rest: str) -> bool:
    """Whether what a cell says behind its caption explains it; figures are a day or another value."""
    return rest[0] in "（(/" and len(rest) <= _LONGEST_REMARK and not any(letter.isdigit() for letter in rest)


def damaged_caption(letters: Sequence[tuple[str, bool]], captions: Mapping[str, Sequence[str]]) -> str | None:
    """Which caption a table cell holds of which letters were lost or misread, None where it may be none or several.

    All that was surely read must stand in the caption, in order; without a letter in doubt no more than one may lack.

    Args:
        letters: the cell's letters, and whether each was surely read.
        captions: for each name the printed variants.
    """
    read = [(folded(letter), sure) for letter, sure in letters if letter not in COLONS]
    whole = all(sure for _, sure in read)
    fitting = set()
    for name, words in (
        (name, folded(words).rstrip("：")) for name, variants in captions.items() for words in variants
    ):
        most = 1 if whole else len(words) // _THIRD
        fewest = max(_TOLERANT_FROM, max(len(words), len(read)) - most)
        # No more letters are kept than the shorter one has: most captions need not be compared.
        if min(len(words), len(read)) >= fewest and _kept_letters(read, words) >= fewest:
            fitting.add(name)
    return fitting.pop() if len(fitting) == 1 else None


def _kept_letters(read: Sequence[tuple[str, bool]], words: str) -> int:
    """How many letters of the words were read, in order; 0 when one that was surely read is not among them."""
    never = -len(words) - 1
    kept = [0] * (len(words) + 1)
    for letter, sure in read:
        row = [never if sure else kept[0]]
        for place, wanted in enumerate(words):
            taken = kept[place] + 1 if letter == wanted else never
            row.append(max(row[-1], taken, never if sure else kept[place + 1]))
        kept = row
    return max(0, kept[-1])


def _all_hits(text: str, name: str, variants: Sequence[str]) -> Iterable[CaptionHit]:
    for variant in variants:
        for found in _pattern(variant).finditer(text, overlapped=False):
            if ROW_END in found.group("caption") and not found.group("colon"):
                continue
            yield CaptionHit(name, found.start(), found.end(), bool(found.group("colon")), found.fuzzy_counts[0])


def _only_plausible(text: str, hits: Sequence[CaptionHit]) -> Iterable[CaptionHit]:
    bare_row_end = -1
    for hit in hits:
        at_boundary = hit.start == 0 or text[hit.start - 1] in _BOUNDARY
        row_start = hit.start == 0 or text[hit.start - 1] == ROW_END
        if row_start and not hit.colon:
            row_end = text.find(ROW_END, hit.start)
            bare_row_end = len(text) if row_end < 0 else row_end
        numbered = _numbered_from(text, hit)
        if not hit.colon and at_boundary and _COLON_AS_COMMA.match(text, hit.end):
            yield CaptionHit(hit.name, numbered, hit.end + 1, colon=True)
            continue
        if not hit.colon and text[hit.end : hit.end + 1] in _IN_SENTENCE:
            continue
        heading = numbered < hit.start and text[hit.end : hit.end + 1] in ("", ROW_END)
        if hit.colon or at_boundary or heading or hit.start < bare_row_end:
            yield CaptionHit(hit.name, numbered, hit.end, hit.colon)


def _numbered_from(text: str, hit: CaptionHit) -> int:
    """Where the caption begins, the number before it counted in when that begins the row (三、 or （一）)."""
    row_start = text.rfind(ROW_END, 0, hit.start) + 1
    return row_start if _ORDINAL.fullmatch(text, row_start, hit.start) else hit.start
