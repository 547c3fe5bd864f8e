"""What do the command line and the environment say? Without a look at the regions, so that a comparison starts fast."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import get_args

import pydantic

from pipeline.errors import ExitCode, PrecheckError
from pipeline.settings import EngineName, Settings


def add_engine_options(parser: argparse.ArgumentParser) -> None:
    """``--engine`` and ``--models``."""
    parser.add_argument("--engine", metavar="NAME", help=f"识别引擎 | the reader: {', '.join(get_args(EngineName))}")
    parser.add_argument("--models", metavar="DIR", type=Path, help="模型目录 | a folder with PaddleOCR models")


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The settings of the environment, with what the command line says in their place; the region is not looked up.

    Raises:
        PrecheckError: ``settings_invalid``: a value is out of range or unknown.
    """
    named = {name: getattr(arguments, name, None) for name in ("engine", "models", "jobs", "region")}
    try:
        return Settings.model_validate({**Settings().model_dump(), **_given(named)})
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


def _given(named: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in named.items() if value is not None}
