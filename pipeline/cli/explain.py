"""``precheck explain CHECK``: what one check looks at, how much it weighs and what it rests on."""

from __future__ import annotations

import argparse

from pipeline.casework.region import region_of
from pipeline.catalogue import explanation
from pipeline.cli.checks import SEVERITIES, described
from pipeline.cli.options import add_region_option, read_settings
from pipeline.cli.terminal import put, put_json
from pipeline.declare import checks
from pipeline.errors import ExitCode, PrecheckError


def attach(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("check", metavar="CHECK", help="检查项目编号 | a check's id")
    parser.add_argument("--json", action="store_true", help="输出 JSON | print JSON")
    add_region_option(parser)


def main(arguments: argparse.Namespace) -> ExitCode:
    """Explains the check.

    Raises:
        PrecheckError: ``unknown_check``: there is no such check; ``settings_invalid``, ``region_unknown``.
    """
    check = next((check for check in checks() if check.id == arguments.check), None)
    if check is None:
        raise PrecheckError(
            "unknown_check",
            zh=f"没有这个检查项目：{arguments.check}。",
            en=f"There is no check {arguments.check}.",
            hint_zh="用 precheck checks 查看全部项目。",
            hint_en="See precheck checks for all of them.",
            exit_code=ExitCode.USAGE,
        )
    region = region_of(read_settings(arguments).region)
    if arguments.json:
        put_json(described(check, region) | {"explanation_en": explanation(check)})
        return ExitCode.DONE
    put(f"{check.id}  {check.title_zh} | {check.title_en}")
    put(f"  {SEVERITIES[check.severity]} | {check.severity}, {check.scope}")
    put(f"  {check.looks_for_zh}")
    put(f"  {check.looks_for_en}")
    for line in check.statute:
        put(f"  法规 | statute: {line}")
    for line in region.basis.get(check.id, ()):
        put(f"  地方清单 | local list: {line}")
    put("")
    put(explanation(check))
    return ExitCode.DONE
