"""``precheck sweep UPLOADS --out DIR``: the nightly sweep, once, now.

Checked are claims that are new or changed, and those whose clock moved: the day is another than that of their report,
and the report has a finding that depends on the day, such as a deadline or the validity of an ID card.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from pipeline.batch.clock_moved import still_stands_on
from pipeline.cli.batch_command import check_uploads
from pipeline.cli.options import add_batch_options
from pipeline.errors import ExitCode


def attach(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("uploads", metavar="UPLOADS", type=Path, help="上传目录 | the folder of claims")
    add_batch_options(parser)


def main(arguments: argparse.Namespace) -> ExitCode:
    """Sweeps the uploads; the exit code tells whether all claims could be processed."""
    done = check_uploads(arguments, [arguments.uploads], still_stands_on)
    return ExitCode.CLAIM_FAILED if done.failures else ExitCode.DONE
