"""``precheck inspect FILE...``: what the pipeline sees in single files, without the checks of a claim."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.cli.clock import today
from pipeline.cli.engine_options import add_engine_options
from pipeline.cli.options import read_settings
from pipeline.cli.reading_tools import reading_tools
from pipeline.cli.terminal import put, put_json
from pipeline.errors import ExitCode
from pipeline.intake.claim import OpenClaim, open_claim
from pipeline.intake.receive import ClaimSource, find_claims
from pipeline.models.claim import ClaimInfo
from pipeline.models.report import ClaimReport
from pipeline.report.captions import field_caption, fields_in_order
from pipeline.report.naming import document_title
from pipeline.report.report_file import report_json
from pipeline.report.wording import MARK_STATES
from pipeline.run import check_claim
from pipeline.settings import Limits
from pipeline.text.masking import mask_id_numbers
from pipeline.text.visible import one_line

_SHOWN = ("pages", "documents", "errors")


def attach(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="文件 | files")
    parser.add_argument("--json", action="store_true", help="输出 JSON | print JSON")
    add_engine_options(parser)


def main(arguments: argparse.Namespace) -> ExitCode:
    """Reads the files as if they were one claim; exit code 1 if one could not be read."""
    settings = read_settings(arguments)
    sources = find_claims(arguments.files)
    with reading_tools(settings) as (tools, scratch):
        opened = _open_together(sources, settings.limits, scratch)
        pages = scratch / "pages"
        pages.mkdir()
        report = check_claim(opened, tools.decoder, tools.engine, today(), pages).report
    if arguments.json:
        content = json.loads(report_json(report))
        put_json({part: content[part] for part in _SHOWN})
    else:
        _describe(report)
    return ExitCode.CLAIM_FAILED if report.errors else ExitCode.DONE


def _open_together(sources: Sequence[ClaimSource], limits: Limits, scratch: Path) -> OpenClaim:
    """All the files as one claim; where two have one name, each is called by its claim's id and its name."""
    opened = []
    for number, source in enumerate(sources):
        unpacked = scratch / f"files-{number}"
        unpacked.mkdir()
        opened.append(open_claim(source, limits, unpacked))
    names = [file.name for claim in opened for file in claim.files]
    is_ambiguous = len(names) != len(set(names))
    files = [
        replace(file, name=f"{claim.claim_id}/{file.name}") if is_ambiguous else file
        for claim in opened
        for file in claim.files
    ]
    errors = [error for claim in opened for error in claim.errors if error.code != "duplicate_claim_id"]
    return OpenClaim("inspect", ClaimInfo(), tuple(files), tuple(errors))


def _describe(report: ClaimReport) -> None:
    for page in report.pages:
        put(_line(f"{page.ref}\t{page.type}\t{page.paper}\t{page.origin}\t{page.rotation}°"))
    for document in report.documents:
        put(_line(f"{document.id} {document_title(report, document)}"))
        for name, field in fields_in_order(document):
            put(f"  {_line(f'{field_caption(document.type, name)}：{field.value}')}")
        for mark in document.marks:
            put(f"  {mark.slot}：{MARK_STATES[mark.state].text}")
    for error in report.errors:
        put(_line(f"✗ {error.file}：{error.message_zh} | {error.message_en}"))


def _line(text: str) -> str:
    return one_line(mask_id_numbers(text))
