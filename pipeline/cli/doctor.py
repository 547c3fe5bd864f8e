"""``precheck doctor``: can this machine run it? Models, libraries, free disk, write access, time zone."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import shutil
import tempfile
import time
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pipeline import __version__
from pipeline.cli.clock import TIME_ZONE
from pipeline.cli.engine_options import add_engine_options
from pipeline.cli.failure import library_missing
from pipeline.cli.options import read_settings
from pipeline.cli.terminal import put, put_json
from pipeline.errors import ExitCode, PrecheckError
from pipeline.settings import Settings

State = Literal["ok", "warning", "bad"]
_SYMBOLS: dict[State, str] = {"ok": "✓", "warning": "!", "bad": "✗"}
_PACKAGES = ("opencv-contrib-python", "openvino", "onnxruntime", "rapidocr", "paddleocr", "pypdfium2", "prefect")
_LIBRARIES = (
    "cv2", "numpy", "openvino", "pypdfium2", "pdfplumber", "PIL", "pillow_heif", "openpyxl", "docx", "jinja2",
)  # fmt: skip
_LEAST_FREE_GB, _COMFORTABLE_FREE_GB = 1, 5


class Point(NamedTuple):
    """One thing looked at: how it is, and a line that says so in both languages."""

    name: str
    state: State
    zh: str
    en: str


def attach(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--out", metavar="DIR", type=Path, default=Path(), help="报告目录 | where reports will go")
    parser.add_argument("--json", action="store_true", help="输出 JSON | print JSON")
    add_engine_options(parser)


def main(arguments: argparse.Namespace) -> ExitCode:
    """Looks at everything, also when something is bad; exit code 3 if the machine cannot run it."""
    points = list(examine(read_settings(arguments), arguments.out))
    is_able = all(point.state != "bad" for point in points)
    if arguments.json:
        put_json({"able": is_able, "points": [point._asdict() for point in points]})
    else:
        for point in points:
            put(f"{_SYMBOLS[point.state]} {point.zh} | {point.en}")
    return ExitCode.DONE if is_able else ExitCode.MACHINE_UNABLE


def examine(settings: Settings, out: Path) -> Iterator[Point]:
    """Each thing that a run needs.

    Args:
        settings: which engine and models are to be used.
        out: where reports will go; need not exist yet.
    """
    versions = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    about = f"precheck {__version__}, Python {platform.python_version()}, {os.cpu_count()} CPU; {versions}"
    yield Point("versions", "ok", about, about)
    yield _libraries()
    yield _engine(settings)
    yield _writable(out)
    yield _free_disk(out)
    yield _time_zone()


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "-"


def _libraries() -> Point:
    for library in _LIBRARIES:
        try:
            importlib.import_module(library)
        except ImportError as error:
            missing = library_missing(error)
            return Point("libraries", "bad", missing.message_zh, missing.message_en)
    return Point("libraries", "ok", "运行库齐全", "all libraries load")


def _engine(settings: Settings) -> Point:
    """Whether the engine's models are there and can be loaded."""
    try:
        factory = importlib.import_module("pipeline.ocr.factory")
        engine = factory.create_engine(settings.engine, settings.models, settings.recording, 1)
    except PrecheckError as error:
        return Point("engine", "bad", error.message_zh, error.message_en)
    except ImportError as error:
        missing = library_missing(error)
        return Point("engine", "bad", missing.message_zh, missing.message_en)
    models = ", ".join(engine.models)
    return Point("engine", "ok", f"识别引擎 {engine.name} 可用：{models}", f"engine {engine.name} loads: {models}")


def _writable(out: Path) -> Point:
    place = _nearest_existing(out)
    try:
        with tempfile.TemporaryFile(dir=place):
            return Point("write_access", "ok", f"可以写入 {place}", f"can write into {place}")
    except OSError as error:
        return Point(
            "write_access",
            "bad",
            f"无法写入 {place}（{error.strerror}），请检查权限或换一个 --out 目录",
            f"cannot write into {place} ({error.strerror}); check permissions or name another --out",
        )


def _free_disk(out: Path) -> Point:
    free_gb = shutil.disk_usage(_nearest_existing(out)).free / 1e9
    state: State = "bad" if free_gb < _LEAST_FREE_GB else "warning" if free_gb < _COMFORTABLE_FREE_GB else "ok"
    hint_zh = "" if state == "ok" else f"，建议至少 {_COMFORTABLE_FREE_GB} GB"
    hint_en = "" if state == "ok" else f"; {_COMFORTABLE_FREE_GB} GB are advised"
    return Point("disk", state, f"剩余磁盘 {free_gb:.1f} GB{hint_zh}", f"{free_gb:.1f} GB of disk are free{hint_en}")


def _time_zone() -> Point:
    here = "/".join(time.tzname)
    try:
        ZoneInfo(TIME_ZONE)
    except ZoneInfoNotFoundError:
        return Point(
            "time_zone",
            "bad",
            f"系统没有时区数据 {TIME_ZONE}，请运行：apt-get install -y tzdata",
            f"the time zone {TIME_ZONE} is not known here; run: apt-get install -y tzdata",
        )
    zh = f"按 {TIME_ZONE} 计算日期，本机时区 {here}"
    return Point("time_zone", "ok", zh, f"days are counted in {TIME_ZONE}; this machine is in {here}")


def _nearest_existing(path: Path) -> Path:
    return next(place for place in (path.resolve(), *path.resolve().parents) if place.exists())
