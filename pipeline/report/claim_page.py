"""How does a report become a web page that opens offline?"""

from __future__ import annotations

from pipeline.report.claim_view import ClaimView
from pipeline.report.escaping import templates


def claim_page(view: ClaimView) -> bytes:
    """report.html: Chinese, self-contained, without scripts, UTF-8."""
    return templates().get_template("claim.html").render(claim=view).encode("utf-8")
