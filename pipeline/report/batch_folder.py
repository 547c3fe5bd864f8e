"""How does a batch of reports get its index page, worklist and batch.json?"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.report.batch_row import BY_URGENCY, BatchRow
from pipeline.report.escaping import templates
from pipeline.report.wording import VERDICTS
from pipeline.report.worklist import worklist

INDEX_HTML, WORKLIST_XLSX, BATCH_JSON = "index.html", "worklist.xlsx", "batch.json"


def write_batch(out: Path, rows: Sequence[BatchRow], timings_ms: Mapping[str, int]) -> None:
    """Writes index.html, worklist.xlsx and batch.json beside the reports, each whole or not at all.

    Args:
        out: the folder of reports.
        rows: one line a claim, in the order to show.
        timings_ms: how long the batch took, by stage.

    Raises:
        OSError: the folder cannot be written.
    """
    _write_whole(out / INDEX_HTML, index_page(rows))
    _write_whole(out / WORKLIST_XLSX, worklist(rows))
    _write_whole(out / BATCH_JSON, _batch_json(rows, timings_ms))


def index_page(rows: Sequence[BatchRow]) -> bytes:
    """index.html: all claims of a batch in a table; links are relative, sorting needs no network."""
    template = templates().get_template("index.html")
    counts = Counter(row.verdict for row in rows)
    words = [(VERDICTS[verdict], counts[verdict]) for verdict in BY_URGENCY]
    lines = [(row, VERDICTS[row.verdict]) for row in rows]
    return template.render(lines=lines, counts=[count for count in words if count[1]]).encode("utf-8")


def _batch_json(rows: Sequence[BatchRow], timings_ms: Mapping[str, int]) -> bytes:
    verdicts = Counter(row.verdict for row in rows)
    counts = {"claims": len(rows), "pages": sum(row.pages for row in rows)}
    content = {
        "schema_version": "1",
        "counts": counts | {str(verdict): verdicts[verdict] for verdict in BY_URGENCY},
        "timings_ms": dict(timings_ms),
        "claims": [row.model_dump(mode="json") for row in rows],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _write_whole(path: Path, content: bytes) -> None:
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    new.replace(path)
