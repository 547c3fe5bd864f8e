"""How often is the character-exact comparison right? Draws pairs of pictures and asks ``precheck compare``.

``python -m benchmarks.exact --split test --pairs 2400``. Fonts, texts and degradations of the splits are apart; look at
what failed in the dev split only. Plain equality of two readings stands beside it, all of them and only those whose
weakest line scores 0.95.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image

from benchmarks.exact_pairs import QUALITIES, DrawnPair, Quality, draw_pair, faces_of
from benchmarks.exact_table import Answer, table
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.factory import create_engine
from samples.generator.fonts import Split

_TIMES_ENOUGH = 7200
_LEAST_SCORE = 0.95


@dataclass(frozen=True, slots=True)
class _Truth:
    """What is kept of a pair once its pictures are written."""

    identical: bool
    hand: bool
    quality: Quality
    slip: str
    texts: tuple[str, str]


def main() -> int:
    """Prints the table; exit code 1 when an unequal pair was called identical."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exact", description=__doc__)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--pairs", type=int, default=2400)
    parser.add_argument("--seed", type=int, default=9000)
    parser.add_argument("--engine", default="openvino")
    parser.add_argument("--plain", action=argparse.BooleanOptionalAction, default=True, help="compare readings as well")
    parser.add_argument("--out", type=Path, default=Path("out/eval-exact"), help="where answers.jsonl goes")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="precheck-exact-") as folder:
        truths = _drawn(chosen.split, chosen.pairs, chosen.seed, Path(folder))
        started = time.monotonic()
        answers = _asked(Path(folder) / "pairs.tsv", chosen.engine)
        seconds = time.monotonic() - started
        plain = _plainly_equal(Path(folder), len(truths)) if chosen.plain else []
    judged = [
        Answer(truth.hand, truth.quality, truth.identical, answer["verdict"], answer["probability_identical"])
        for truth, answer in zip(truths, answers, strict=True)
    ]
    _write(chosen.out, truths, answers)
    said = [f"{chosen.split} split, seeds {chosen.seed}-{chosen.seed + chosen.pairs - 1}, engine {chosen.engine}", ""]
    said += table(judged)
    for name, verdicts in (
        ("plain equality", [one for one, _ in plain]),
        ("plain, gated at 0.95", [two for _, two in plain]),
    ):
        if verdicts:
            alike = [
                Answer(answer.hand, answer.quality, answer.identical, verdict, 0.5)
                for answer, verdict in zip(judged, verdicts, strict=True)
            ]
            said += ["", name, *table(alike, calibrated=False)]
    said += ["", f"pairs a second {len(truths) / seconds:.1f} ({seconds:.0f} s, starting included)"]
    sys.stdout.write("\n".join(said) + "\n")
    return int(any(answer.verdict == "identical" and not answer.identical for answer in judged))


def drawn_pairs(split: Split, count: int, seed: int) -> Iterator[DrawnPair]:
    """Pairs of every kind and grade in turn, half of them identical."""
    for number in range(count):
        yield draw_pair(
            split,
            faces_of(split),
            Random(seed + number),  # noqa: S311  repeatable
            hand=number // 6 % 2 == 1,
            quality=QUALITIES[number // 2 % 3],
            identical=number % 2 == 0,
        )


def _drawn(split: Split, count: int, seed: int, folder: Path) -> list[_Truth]:
    truths = []
    with (folder / "pairs.tsv").open("w", encoding="utf-8") as listed:
        for number, pair in enumerate(drawn_pairs(split, count, seed)):
            pair.left.save(folder / f"{number}-left.png")
            pair.right.save(folder / f"{number}-right.png")
            listed.write(f"{number}-left.png\t{number}-right.png\n")
            texts = (pair.texts.left, pair.texts.right)
            truths.append(_Truth(pair.texts.identical, pair.hand, pair.quality, pair.texts.slip, texts))
    return truths


def _asked(pairs: Path, engine: str) -> list[dict[str, object]]:
    """What the command line answers, as a user would ask it."""
    command = [sys.executable, "-m", "pipeline", "compare", "--pairs", str(pairs), "--json-lines", "--engine", engine]
    done = subprocess.run(command, stdout=subprocess.PIPE, timeout=_TIMES_ENOUGH, check=True)  # noqa: S603  ours
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def _plainly_equal(folder: Path, count: int) -> list[tuple[str, str]]:
    """What comparing two readings says of every pair: always, and only where all lines score 0.95."""
    engine = create_engine("openvino", None, None, 2)
    verdicts = []
    for number in range(count):
        read = [_read(engine, folder / f"{number}-{side}.png") for side in ("left", "right")]
        verdict = "identical" if read[0][0] == read[1][0] else "different"
        verdicts.append((verdict, verdict if min(read[0][1], read[1][1]) >= _LEAST_SCORE else "unsure"))
    return verdicts


def _read(engine: OcrEngine, picture: Path) -> tuple[str, float]:
    """Text in one width without white space, and the least line score."""
    image = np.asarray(Image.open(picture).convert("RGB"))[:, :, ::-1].copy()
    lines = engine.recognise(image, engine.detect(image))
    text = "".join(line.text for line in lines)
    return unicodedata.normalize("NFKC", "".join(text.split())), min((line.confidence for line in lines), default=0.0)


def _write(folder: Path, truths: list[_Truth], answers: list[dict[str, object]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "answers.jsonl").open("w", encoding="utf-8") as lines:
        for truth, answer in zip(truths, answers, strict=True):
            kept = {"texts": truth.texts, "identical": truth.identical, "slip": truth.slip, "hand": truth.hand}
            lines.write(json.dumps({**kept, "quality": truth.quality, "answer": answer}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main())
