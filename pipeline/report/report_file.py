"""How is a report written to report.json, and read back?

Keys stand in the order of the models, Chinese is not escaped, numbers carry four decimals: the same report gives the
same bytes.
"""

from __future__ import annotations

import json
from pathlib import Path

import pydantic

from pipeline.errors import PrecheckError
from pipeline.models.report import ClaimReport

REPORT_JSON = "report.json"
REPORT_HTML = "report.html"
_DECIMALS = 4


def report_json(report: ClaimReport) -> bytes:
    """The report as UTF-8 JSON (contract section 3); ``timings_ms`` is left out when it is None.

    Raises:
        ValueError: a number in the report is not finite.
    """
    content = report.model_dump(mode="json", exclude={"timings_ms"} if report.timings_ms is None else None)
    text = json.dumps(_rounded(content), ensure_ascii=False, indent=1, allow_nan=False)
    # A lone surrogate from a broken file name has no UTF-8 form; its JSON escape says the same.
    return (text + "\n").encode("utf-8", "backslashreplace")


def read_report(path: Path) -> ClaimReport:
    """The report in a report.json.

    Raises:
        PrecheckError: ``report_unreadable``: the file is missing, is no report, or has fields that are not known.
    """
    try:
        return ClaimReport.model_validate(json.loads(path.read_bytes()))
    except (OSError, ValueError, pydantic.ValidationError) as error:
        raise PrecheckError(
            "report_unreadable",
            zh=f"报告无法读取：{path}。",
            en=f"The report cannot be read: {path}.",
            hint_zh="请用 precheck run --fresh 重新生成。",
            hint_en="Make it anew with precheck run --fresh.",
        ) from error


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, _DECIMALS)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return value
