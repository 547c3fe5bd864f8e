"""``precheck compare LEFT RIGHT``: do two pictures of a text field say the same, character for character?

With ``--pairs FILE.tsv`` many pairs are compared, a line each: two paths relative to the file, a tab between them.
"""

from __future__ import annotations

import argparse
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np

from pipeline.batch.tools import Tools
from pipeline.cli.engine_options import add_engine_options, settings_of
from pipeline.cli.reading_tools import reading_tools
from pipeline.cli.terminal import put, put_json, say
from pipeline.errors import ExitCode, PrecheckError
from pipeline.exactness.compare_images import compare_images
from pipeline.imaging.arrays import Image
from pipeline.intake.claim_file import ClaimFile
from pipeline.models.comparison import Comparison, Side
from pipeline.models.report import FileError

_PAIRS_AHEAD = 2
"""Pairs whose pictures wait in memory, for each that is compared."""
_TURN_SECONDS = 0.0002
"""Each small step outside Python ends with a wait for a turn, and a pair takes hundreds of them."""
_VERDICTS = {"identical": "一字不差", "different": "不一致", "unsure": "无法确定，请人工核对"}


class Pair(NamedTuple):
    """Two pictures to compare."""

    left: Path
    right: Path


def attach(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("pictures", metavar="PICTURE", nargs="*", type=Path, help="左图 右图 | LEFT RIGHT")
    parser.add_argument("--pairs", metavar="FILE.tsv", type=Path, help="图片对清单 | a list of pairs")
    parser.add_argument("--json", action="store_true", help="输出 JSON | print JSON")
    parser.add_argument("--json-lines", action="store_true", help="每对一行 JSON | a line of JSON for each pair")
    add_engine_options(parser)


def main(arguments: argparse.Namespace) -> ExitCode:
    """Compares in order; a pair that cannot be read is unsure, is told on stderr, and makes the exit code 1."""
    pairs = _pairs(arguments)
    failures = 0
    with reading_tools(settings_of(arguments)) as (tools, _):
        for compared in _compared(tools, pairs):
            if isinstance(compared, PrecheckError):
                say(compared.line())
                failures += 1
                compared = _not_compared(compared)  # noqa: PLW2901
            _show(compared, arguments)
    return ExitCode.CLAIM_FAILED if failures else ExitCode.DONE


def _compared(tools: Tools, pairs: Sequence[Pair]) -> Iterator[Comparison | PrecheckError]:
    """The comparisons in the order of the pairs, as many at once as the engine can work on.

    Raises:
        PrecheckError: the engine cannot work on this machine.
    """
    _take_turns()
    waiting: deque[Future[Comparison]] = deque()
    with ThreadPoolExecutor(max_workers=tools.engine.concurrency) as workers:
        for pair in pairs:
            waiting.append(_begun(tools, pair, workers))
            if len(waiting) > _PAIRS_AHEAD * tools.engine.concurrency:
                yield _outcome(waiting.popleft())
        while waiting:
            yield _outcome(waiting.popleft())


def _take_turns() -> None:
    """Pairs are what is worked on at once: OpenCV's threads only wait for each other, and so do Python's long turns."""
    cv2.setNumThreads(1)
    sys.setswitchinterval(_TURN_SECONDS)


def _begun(tools: Tools, pair: Pair, workers: ThreadPoolExecutor) -> Future[Comparison]:
    """The comparison under way; pictures are decoded one after the other."""
    try:
        left, right = _picture(tools, pair.left), _picture(tools, pair.right)
    except PrecheckError as error:
        failed: Future[Comparison] = Future()
        failed.set_exception(error)
        return failed
    return workers.submit(compare_images, tools.engine, left, right)


def _outcome(begun: Future[Comparison]) -> Comparison | PrecheckError:
    try:
        return begun.result()
    except PrecheckError as error:
        if error.exit_code == ExitCode.MACHINE_UNABLE:
            raise
        return error


def _pairs(arguments: argparse.Namespace) -> list[Pair]:
    if arguments.pairs is None and len(arguments.pictures) == 2:
        return [Pair(*arguments.pictures)]
    if arguments.pairs is not None and not arguments.pictures:
        return list(read_pairs(arguments.pairs))
    raise _usage("请给出两张图片，或用 --pairs。", "Name two pictures, or --pairs.")


def read_pairs(file: Path) -> Iterable[Pair]:
    """The pairs in a TSV file, paths relative to it; empty lines do not count.

    Raises:
        PrecheckError: ``usage``: the file cannot be read, or a line is no pair.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise _usage(f"清单无法读取：{file}。", f"The list cannot be read: {file}.") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        names = line.split("\t")
        if len(names) != 2:
            raise _usage(
                f"{file} 第{number}行应为两个路径，中间用制表符隔开。",
                f"Line {number} of {file} is to be two paths with a tab between them.",
            )
        yield Pair(file.parent / names[0], file.parent / names[1])


def _picture(tools: Tools, path: Path) -> Image:
    """The pixels of a picture file; of a file with several pages the first."""
    if not path.exists():
        raise PrecheckError(
            "no_such_path",
            zh=f"路径不存在：{path}。",
            en=f"There is nothing at {path}.",
            hint_zh="请检查路径。",
            hint_en="Check the path.",
        )
    decoded = next(iter(list(tools.decoder.decode(ClaimFile(path.name, path)))))
    if isinstance(decoded, FileError):
        raise PrecheckError(decoded.code, zh=f"{path}：{decoded.message_zh}", en=f"{path}: {decoded.message_en}")
    pixels: Image = np.load(decoded.pixels)
    decoded.pixels.unlink()
    return pixels


def _not_compared(error: PrecheckError) -> Comparison:
    nothing = Side(text="", confidence=0.0)
    return Comparison(verdict="unsure", probability_identical=0.5, left=nothing, right=nothing, reason=error.message_zh)


def _show(comparison: Comparison, arguments: argparse.Namespace) -> None:
    if arguments.json_lines or arguments.json:
        put_json(comparison.model_dump(mode="json"), indent=None if arguments.json_lines else 1)
        return
    put(f"{_VERDICTS[comparison.verdict]} | {comparison.verdict}")
    put(f"  {comparison.left.text}")
    put(f"  {comparison.right.text}")
    put(f"  {comparison.reason}")


def _usage(zh: str, en: str) -> PrecheckError:
    return PrecheckError(
        "usage", zh=zh, en=en, hint_zh="见 precheck compare --help。", hint_en="See precheck compare --help.",
        exit_code=ExitCode.USAGE,
    )  # fmt: skip
