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
        r"P\.?\s?\d{1,3}(?:\s?[/／]\s?\d{1,3})?(?!\d)|PAGE\s?\.?:?\s?\d{1,3}|页码[:：]?\s?\d{1,3}", regex.IGNORECASE
    ),
    regex.compile(r"FROM\s?[:：]?|TO\s?[:：]|FAX\s?(?:NO\.?)?\s?[:：]|传真|发件人|收件人", regex.IGNORECASE),
)
_CERTAIN = 4
_MACHINES_PAGE = 3
_WITHOUT_PAGE = 0.75


def fax_header_score(row: str) -> float:
    """0-1: which share of the signs of a fax header line the row has.

    Signs: a date, a clock time, a telephone number, a page number in machine style (P.01/03), and FROM/TO/FAX/传真. At
    least three make a header (domain notes 5.2): a letterhead's fax number has one or two, a hospital's print time with
    第1页共1页 has two.
    """
    seen = [token.search(row) is not None for token in _TOKENS]
    # Telephone, fax number and print time can stand side by side on other papers, a machine's page number does not.
    return min(1.0 if seen[_MACHINES_PAGE] else _WITHOUT_PAGE, sum(seen) / _CERTAIN)
