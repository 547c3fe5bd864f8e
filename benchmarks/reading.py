"""How fast and how well are pages read, beside PaddleOCR and RapidOCR, in one run on the same pages?

``python -m benchmarks.reading --claims 4 --seed 9000``. The pages are those of generated claims of the test split,
turned upright; every reader reads all of each page, in a process of its own. The last row is the whole pipeline on the
same claims, from upload to findings. ``values`` is the share of the fields' values, dates left out, that stand in what
was read of their page without white space.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.readers import READERS
from pipeline.imaging.upright import turn
from pipeline.intake.claim import open_claim
from pipeline.intake.decode import Decoder
from pipeline.intake.receive import find_claims
from pipeline.models.report import FileError
from pipeline.settings import Limits
from samples.generator.__main__ import orders
from samples.generator.claims import generate
from samples.generator.truth import ClaimTruth

_TIMES_ENOUGH = 3600
_LABELS = {
    "paddleocr": "PaddleOCR, onnxruntime, defaults",
    "rapidocr": "RapidOCR, OpenVINO, side 960",
    "openvino": "precheck, OCR alone",
    "precheck": "precheck, whole pipeline",
}


@dataclass(frozen=True, slots=True)
class Value:
    """A field's value on a page, named as its picture is."""

    page: str
    text: str


def main() -> int:
    """Prints the table, row by row as they are measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--claims", type=int, default=4)
    parser.add_argument("--seed", type=int, default=9000)
    parser.add_argument("--full", action="store_true", help="claims of all papers, not of the core ones only")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="precheck-reading-") as name:
        claims, pages = Path(name) / "claims", Path(name) / "pages"
        pages.mkdir()
        truths = [
            generate(order, claims) for order in orders(chosen.claims, chosen.seed, "test", "none", full=chosen.full)
        ]
        values = [value for truth in truths for value in _draw(truth, claims / truth.claim_id, pages)]
        count = len(list(pages.glob("*.npy")))
        last = chosen.seed + chosen.claims - 1
        _put(f"{count} pages of {len(truths)} claims, test split, seeds {chosen.seed}-{last}\n")
        _put(f"{'reader':36}{'pages/s':>9}{'values':>9}{'n':>6}{'peak MB':>9}")
        for reader in READERS:
            _put(_row(reader, pages, values))
        _put(_row("precheck", claims, ()))
    return 0


def _draw(truth: ClaimTruth, claim: Path, pages: Path) -> Iterable[Value]:
    """Writes the claim's pages upright as ``.npy`` files, and gives the values that stand on them."""
    turns = {(page.file, page.page): page.rotation for page in truth.pages}
    names: dict[tuple[str, int], str] = {}
    with tempfile.TemporaryDirectory(prefix="precheck-reading-") as folder, Decoder(Limits(), Path(folder)) as decoder:
        opened = open_claim(find_claims([claim])[0], Limits(), Path(folder))
        for source in decoder.decode(*opened.files):
            if isinstance(source, FileError):
                continue
            place = (source.ref.file, source.ref.page)
            names[place] = f"{truth.claim_id}-{len(names):03}"
            left_to_turn = (turns.get(place, 0) - source.facts.exif_turn) % 360
            np.save(pages / f"{names[place]}.npy", turn(np.load(source.pixels), left_to_turn))  # type: ignore[arg-type]
    for document in truth.documents:
        for field in document.fields.values():
            is_text = len(field.value) > 1 and not field.value.replace("-", "").isdigit()
            if is_text and (field.file, field.page) in names:
                yield Value(names[field.file, field.page], field.value)


def _row(reader: str, folder: Path, values: Sequence[Value]) -> str:
    command = [sys.executable, "-m", "benchmarks.readers", reader, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=_TIMES_ENOUGH)  # noqa: S603  ours
    result = json.loads(done.stdout)
    texts = {page: _plain(text) for page, text in result["texts"].items()}
    found = sum(_plain(value.text) in texts[value.page] for value in values)
    share = f"{found / len(values):.3f}" if values else ""
    speed = result["pages"] / result["seconds"]
    return f"{_LABELS[reader]:36}{speed:>9.2f}{share:>9}{len(values) or '':>6}{result['peak_mb']:>9.0f}"


def _put(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


if __name__ == "__main__":
    sys.exit(main())
