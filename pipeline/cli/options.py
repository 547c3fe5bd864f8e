"""Which options do several commands share, and how do they become settings?"""

from __future__ import annotations

import argparse
from pathlib import Path

from pipeline.casework.region import region_of, regions
from pipeline.cli.clock import parse_day
from pipeline.cli.engine_options import add_engine_options, settings_of
from pipeline.settings import Settings


def add_batch_options(parser: argparse.ArgumentParser) -> None:
    """``--out``, ``--today``, ``--jobs`` and the engine's options."""
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="报告目录 | where the reports go")
    parser.add_argument("--today", metavar="DATE", type=parse_day, help="核对日期 | the day to count from: 2026-11-23")
    parser.add_argument("--jobs", metavar="N", type=int, help="并行进程数 | worker processes")
    add_region_option(parser)
    add_engine_options(parser)


def add_region_option(parser: argparse.ArgumentParser) -> None:
    """``--region``."""
    parser.add_argument("--region", metavar="NAME", help=f"地区清单 | whose list of papers: {', '.join(regions())}")


def read_settings(arguments: argparse.Namespace) -> Settings:
    """The settings of the environment, with what the command line says in their place.

    Raises:
        PrecheckError: ``settings_invalid``: a value is out of range or unknown; ``region_unknown``.
    """
    settings = settings_of(arguments)
    region_of(settings.region)
    return settings
