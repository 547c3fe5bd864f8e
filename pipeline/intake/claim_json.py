"""What does claim.json say?"""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.intake.file_name import decoded, shown
from pipeline.intake.refusal import RefusalError
from pipeline.intake.regular_file import open_regular
from pipeline.models.claim import ClaimInfo

CLAIM_JSON = "claim.json"
MAX_BYTES = 1_000_000
_SHOWN_ERRORS = 5


def read_claim_json(path: Path) -> ClaimInfo:
    """The portal's facts from a file.

    Raises:
        RefusalError: as :func:`parse_claim_json`, or the file cannot be opened.
    """
    with open_regular(path) as stream:
        return parse_claim_json(stream.read(MAX_BYTES + 1))


def parse_claim_json(raw: bytes) -> ClaimInfo:
    """The portal's facts (contract section 2), UTF-8 or GB 18030.

    Raises:
        RefusalError: ``claim_json_invalid`` naming each unknown key and wrong value; the values are not shown, for they
            may be ID numbers.
    """
    if len(raw) > MAX_BYTES:
        raise RefusalError("claim_json_invalid", f"> {MAX_BYTES} bytes")
    try:
        return ClaimInfo.model_validate_json(decoded(raw.removeprefix(b"\xef\xbb\xbf")), strict=True)
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False)
        more = f"; +{len(found) - _SHOWN_ERRORS}" if len(found) > _SHOWN_ERRORS else ""
        raise RefusalError("claim_json_invalid", "; ".join(map(_named, found[:_SHOWN_ERRORS])) + more) from error


def _named(error: ErrorDetails) -> str:
    key = shown(".".join(map(str, error["loc"])))[:80]
    if error["type"] == "extra_forbidden":
        return f"{key}: 未知字段 unknown key"
    return f"{key}: {error['msg']}" if key else error["msg"]
