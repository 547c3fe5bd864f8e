"""How much a row at the top of a page looks like the line that a sending fax machine prints there."""

from __future__ import annotations

import regex

_TOKENS = (
    regex.compile(
        r"\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
        r"|(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[-/. ]?\d{1,2}",
        regex.IGNORECASE,
    ),
    regex.compile(r"\d{1,2}[:：]\d{2}"),
    regex.compile(r"(?<!\d)(?:\+?86[- ]?)?0\d{2,3}[- ]?\d{7,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)"),
    regex.compile(
        r"P\.?\s?\d{1,3}(?:\s?[/／]\s?\d{1,3})?(?!\d)|PA[GC6]E\s?\.?:?\s?\d{1,3}|页码[:：]?\s?\d{1,3}", regex.IGNORECASE
    ),
    regex.compile(r"FROM\s?[:：]?|TO\s?[:：]|FAX\s?(?:N?[O0]\.?)?\s?[:：]|传真|发件人|收件人", regex.IGNORECASE),
)
_CERTAIN = 4
_CLOCK, _MACHINES_PAGE = 1, 3
_BOTH_ENDS = regex.compile(r"FROM.*TO\s?[:：]|发件人.*收件人", regex.IGNORECASE)
_LETTERHEAD = regex.compile(r"打印|电话|热线|咨询|地址|邮编|网址|(?<![A-Z])TEL(?![A-Z])", regex.IGNORECASE)
_WITHOUT_PAGE, _OTHERWISE_USUAL = 0.75, 0.5


def fax_header_score(row: str) -> float:
    """0-1: which share of the signs of a fax header line the row has.

    Signs: a date, a clock time, a telephone number, a page number in machine style (P.01/03), and FROM/TO/FAX/传真. At
    least three make a header (domain notes 5.2), among them what other papers lack: a machine's page number, or both
    ends of the line, or at least a clock time without the captions of a letterhead (电话, 地址) or of a hospital's
    print time (打印时间). A letterhead has telephone, fax number and perhaps a date; a print date, time and hotline.
    """
    seen = [token.search(row) is not None for token in _TOKENS]
    score = min(1.0, sum(seen) / _CERTAIN)
    if seen[_MACHINES_PAGE] or (seen[_CLOCK] and _BOTH_ENDS.search(row)):
        return score
    return min(score, _WITHOUT_PAGE if seen[_CLOCK] and not _LETTERHEAD.search(row) else _OTHERWISE_USUAL)
