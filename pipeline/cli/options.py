"""Which options do several commands share, and how do they become settings?"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import get_args

import pydantic

from pipeline.casework.region import region_of, regions
from pipeline.cli.clock import parse_day
from pipeline.errors import ExitCode, PrecheckError
from pipeline.settings import EngineName, Settings


def add_engine_options(parser: argparse.ArgumentParser) -> None:
    """``--engine`` and ``--models``."""
    parser.add_argument("--engine", metavar="NAME", help=f"识别引擎 | the reader: {', '.join(get_args(EngineName))}")
    parser.add_argument("--models", metavar="DIR", type=Path, help="模型目录 | a folder with PaddleOCR models")


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
    named = {name: getattr(arguments, name, None) for name in ("engine", "models", "jobs", "region")}
    try:
        settings = Settings.model_validate({**Settings().model_dump(), **_given(named)})
    except pydantic.ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise PrecheckError(
            "settings_invalid",
            zh=f"设置有误：{wrong}。",
            en=f"Settings are wrong: {wrong}.",
            hint_zh="请检查命令行参数和 PRECHECK_ 开头的环境变量。",
            hint_en="Check the options and the environment variables PRECHECK_....",
            exit_code=ExitCode.USAGE,
        ) from error
    region_of(settings.region)
    return settings


def _given(named: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in named.items() if value is not None}
