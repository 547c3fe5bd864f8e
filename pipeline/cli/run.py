"""``precheck run PATH... --out DIR``: checks claims and writes their reports."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from pipeline.batch.clock_moved import made_on, never
from pipeline.cli.batch_command import check_uploads
from pipeline.cli.options import add_batch_options
from pipeline.errors import ExitCode
from pipeline.report.batch_row import BatchRow

_FAILING = {"correction": {"correction"}, "review": {"correction", "review"}}


def attach(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="申请文件夹、zip、PDF 或图片 | claims")
    add_batch_options(parser)
    parser.add_argument("--fresh", action="store_true", help="全部重新检查 | check unchanged claims again, too")
    parser.add_argument(
        "--fail-on", choices=sorted(_FAILING), help="按结论返回退出码 10 | exit with 10 on such a verdict"
    )


def main(arguments: argparse.Namespace) -> ExitCode:
    """Checks the claims; the exit code tells whether all could be processed, and with --fail-on the verdicts."""
    done = check_uploads(arguments, arguments.paths, never if arguments.fresh else made_on)
    if done.failures:
        return ExitCode.CLAIM_FAILED
    return ExitCode.VERDICT if _has_verdict(done.rows, arguments.fail_on) else ExitCode.DONE


def _has_verdict(rows: Sequence[BatchRow], fail_on: str | None) -> bool:
    return fail_on is not None and any(row.verdict in _FAILING[fail_on] for row in rows)
