"""``precheck checks``: the catalogue of checks."""

from __future__ import annotations

import argparse

from pipeline.casework.judging import basis_of
from pipeline.casework.region import Region, region_of
from pipeline.cli.options import add_region_option, read_settings
from pipeline.cli.terminal import put, put_json
from pipeline.declare import Check, checks
from pipeline.errors import ExitCode
from pipeline.models.finding import Severity

SEVERITIES: dict[Severity, str] = {"blocking": "必查", "warning": "提醒", "info": "信息"}


def attach(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--json", action="store_true", help="输出 JSON | print JSON")
    add_region_option(parser)


def main(arguments: argparse.Namespace) -> ExitCode:
    """Lists all checks by id."""
    if arguments.json:
        region = region_of(read_settings(arguments).region)
        put_json([described(check, region) for check in checks()])
    else:
        for check in checks():
            put(f"{check.id}\t{SEVERITIES[check.severity]} {check.severity}\t{check.title_zh}\t{check.title_en}")
    return ExitCode.DONE


def described(check: Check, region: Region) -> dict[str, object]:
    """All that a check declares of itself, and what it rests on in the region, for JSON."""
    return {
        "id": check.id,
        "scope": check.scope,
        "severity": check.severity,
        "title_zh": check.title_zh,
        "title_en": check.title_en,
        "looks_for_zh": check.looks_for_zh,
        "looks_for_en": check.looks_for_en,
        "basis": list(basis_of(check, region)),
        "statute": list(check.statute),
        "local_list": list(region.basis.get(check.id, ())),
    }
