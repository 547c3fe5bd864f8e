"""What is a claim called, such that the name can be a folder in the reports?"""

from __future__ import annotations

import hashlib
import re

from pipeline.intake.file_name import is_control

_MAX_BYTES = 120
# What Windows refuses in a name; reports are opened from a shared folder.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*!#]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_TAKEN = {"index.html", "worklist.xlsx", "batch.json"}
"""What lies beside the claims' folders in the reports (contract section 3)."""


def is_safe_claim_id(claim_id: str) -> bool:
    """Whether the id can name a folder on every system and does not take the place of a batch file."""
    return (
        0 < len(claim_id.encode(errors="replace")) <= _MAX_BYTES
        and not _FORBIDDEN.search(claim_id)
        and not any(map(is_control, claim_id))
        and claim_id == claim_id.strip(" .")
        and not _DEVICES.fullmatch(claim_id)
        and claim_id.casefold() not in _TAKEN
    )


def safe_claim_id(name: str) -> str:
    """An id made from an unsafe name: what is safe of it, and a digest that keeps unequal names apart."""
    kept = "".join("_" if is_control(char) else char for char in _FORBIDDEN.sub("_", name)).strip(" .")
    digest = hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:8]
    short = kept.encode()[: _MAX_BYTES // 2].decode(errors="ignore")
    return f"{short or 'claim'}-{digest}"
