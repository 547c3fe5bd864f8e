"""How fast and how well are pages read, beside PaddleOCR, RapidOCR and tesseract, in one run on the same pages?

``python -m benchmarks.reading --pages 60 --seed 9000``. The pages are those of generated claims of the test split,
turned upright: dense contract pages, forms, certificates and cards, scanned, copied and photographed. Every reader has
a process of its own. ``every line`` reads all of each page, ``what is needed`` what the pipeline asked its reader for
on the same claims; ``whole pipeline`` goes from upload to findings, one claim a core, warm.

``CER`` is the character error rate against the text that was drawn: each printed or written piece is held against the
stretch of the page's reading that is nearest to it, white space and width left out, and the differing letters are
counted (Levenshtein). ``values`` is the share of the fields' values, dates left out, that stand in the reading.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from benchmarks.readers import MEASURES, has_tesseract
from pipeline.imaging.upright import turn
from pipeline.intake.claim import open_claim
from pipeline.intake.decode import Decoder
from pipeline.intake.receive import find_claims
from pipeline.models.report import FileError
from pipeline.settings import Limits
from samples.generator.__main__ import orders
from samples.generator.claims import generate
from samples.generator.truth import ClaimTruth

_TIMES_ENOUGH = 7200
_LABELS = {
    "paddleocr": "PaddleOCR, onnxruntime, its defaults",
    "rapidocr_onnx": "RapidOCR, onnxruntime, side <= 960",
    "rapidocr_openvino": "RapidOCR, OpenVINO, side <= 960",
    "tesseract": "tesseract, chi_sim",
    "every_line": "precheck, every line",
    "needed": "precheck, what is needed",
    "whole": "precheck, whole pipeline",
}


@dataclass(slots=True)
class Drawn:
    """What stands on a page: its pieces of text, and the values of its fields, without white space."""

    pieces: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)


def main() -> int:
    """Prints the table, row by row as they are measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--pages", type=int, default=60, help="whole claims, until there are so many pages")
    parser.add_argument("--seed", type=int, default=9000)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--full", action="store_true", help="claims of all papers, not of the core ones only")
    parser.add_argument("--readers", nargs="+", choices=[*MEASURES], default=[*MEASURES])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="precheck-reading-") as name:
        claims, pages = Path(name) / "claims", Path(name) / "pages"
        claims.mkdir()
        pages.mkdir()
        drawn: dict[str, Drawn] = {}
        mix: Counter[str] = Counter()
        for seed in count(chosen.seed):
            truth = _generated(seed, chosen.split, claims, full=chosen.full)
            drawn |= _draw(truth, claims / truth.claim_id, pages)
            mix.update(page.type for page in truth.pages)
            mix.update(f"({page.origin})" for page in truth.pages)
            if len(drawn) >= chosen.pages:
                break
        _put(f"{len(drawn)} pages, {chosen.split} split, seeds {chosen.seed}-{seed}")
        _put(", ".join(f"{kind} {times}" for kind, times in mix.most_common()) + "\n")
        _put(f"{'reader':38}{'pages/s':>9}{'CER %':>8}{'n':>8}{'values':>8}{'n':>6}{'peak MB':>9}")
        for reader in chosen.readers:
            if reader != "tesseract" or has_tesseract():
                _put(_row(reader, pages, claims, drawn))
    return 0


def _generated(seed: int, split: str, folder: Path, *, full: bool) -> ClaimTruth:
    (order,) = orders(1, seed, split, "none", full=full)
    truth = generate(order, folder)
    (folder / f"{truth.claim_id}.truth.json").unlink()
    return truth


def _draw(truth: ClaimTruth, claim: Path, pages: Path) -> dict[str, Drawn]:
    """Writes the claim's pages upright as ``.npy`` files, and says what stands on them."""
    known = {(page.file, page.page): page for page in truth.pages}
    names: dict[tuple[str, int], str] = {}
    drawn: dict[str, Drawn] = {}
    with tempfile.TemporaryDirectory(prefix="precheck-reading-") as folder, Decoder(Limits(), Path(folder)) as decoder:
        opened = open_claim(find_claims([claim])[0], Limits(), Path(folder))
        for source in decoder.decode(*opened.files):
            if isinstance(source, FileError):
                continue
            page = known[source.ref.file, source.ref.page]
            name = names[page.file, page.page] = f"{truth.claim_id}-{len(names):03}"
            left_to_turn = (page.rotation - source.facts.exif_turn) % 360
            np.save(pages / f"{name}.npy", turn(np.load(source.pixels), left_to_turn))  # type: ignore[arg-type]
            drawn[name] = Drawn([text for text in map(_plain, (*page.printed, *page.written)) if text])
    for document in truth.documents:
        for told in document.fields.values():
            is_text = len(told.value) > 1 and not told.value.replace("-", "").isdigit()
            if is_text and (told.file, told.page) in names:
                drawn[names[told.file, told.page]].values.append(_plain(told.value))
    return drawn


def _row(reader: str, pages: Path, claims: Path, drawn: Mapping[str, Drawn]) -> str:
    command = [sys.executable, "-m", "benchmarks.readers", reader, str(pages), str(claims)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=_TIMES_ENOUGH)  # noqa: S603  ours
    result = json.loads(done.stdout)
    texts = {page: _plain(text) for page, text in result["texts"].items()}
    quality = " " * 30
    if texts:
        letters = sum(len(piece) for page in texts for piece in drawn[page].pieces)
        errors = sum(letter_errors(piece, texts[page]) for page in texts for piece in drawn[page].pieces)
        found = [value in texts[page] for page in texts for value in drawn[page].values]
        quality = f"{100 * errors / letters:>8.2f}{letters:>8}{sum(found) / len(found):>8.3f}{len(found):>6}"
    return f"{_LABELS[reader]:38}{result['pages'] / result['seconds']:>9.2f}{quality}{result['peak_mb']:>9.0f}"


def letter_errors(piece: str, text: str) -> int:
    """Differing letters between a piece and the stretch of the text that is nearest to it."""
    if piece in text:
        return 0
    place = fuzz.partial_ratio_alignment(piece, text) if text else None
    if place is None or len(text) < len(piece):
        return min(len(piece), Levenshtein.distance(piece, text))
    first, last = place.dest_start, place.dest_end
    stretches: Iterable[str] = (text[max(0, first + a) : last + b] for a in (-1, 0, 1) for b in (-1, 0, 1))
    return min(len(piece), *(Levenshtein.distance(piece, stretch) for stretch in stretches))


def _put(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


if __name__ == "__main__":
    sys.exit(main())
