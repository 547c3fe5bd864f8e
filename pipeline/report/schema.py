"""What is the JSON Schema of report.json? ``python -m pipeline.report.schema docs/report.schema.json`` writes it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pydantic.json_schema import GenerateJsonSchema

from pipeline.models.report import ClaimReport


def report_schema() -> str:
    """The published schema (JSON Schema 2020-12) as text; ``timings_ms`` may be absent, all else is required."""
    schema = ClaimReport.model_json_schema(mode="serialization")
    schema["required"] = [name for name in schema["required"] if name != "timings_ms"]
    return json.dumps({"$schema": GenerateJsonSchema.schema_dialect, **schema}, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(report_schema(), encoding="utf-8")
