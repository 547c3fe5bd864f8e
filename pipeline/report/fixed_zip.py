"""How does an Office file get the same bytes for the same content? Its zip carries the time of writing: it is fixed."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

FIXED_TIME = datetime(2026, 1, 1)  # noqa: DTZ001 Office libraries take no time zone
_ZIP_TIME = (2026, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def without_times(office_file: bytes) -> bytes:
    """The file with the times of its zip members and of its last change set to :data:`FIXED_TIME`."""
    stamp = FIXED_TIME.isoformat().encode() + b"Z"
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(office_file)) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == _CORE:
                content = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            new.writestr(zipfile.ZipInfo(name, _ZIP_TIME), content, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
