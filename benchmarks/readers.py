"""One reader on one set of pages, in a process of its own, so that its memory is its own.

``python -m benchmarks.readers NAME PAGES CLAIMS`` prints one JSON object. PAGES is a folder of upright pages
as ``.npy`` files, CLAIMS a folder of the claims that they come from, the first of which warms up.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np

from benchmarks.asked import Listener
from benchmarks.whole import check, checked_pages_a_second
from pipeline.imaging.arrays import Image
from pipeline.intake.receive import find_claims
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.factory import create_engine
from pipeline.ocr.model_files import find_models
from pipeline.ocr.paddle_engine import model_folders
from pipeline.reading.page_lines import letters_of_column

Read = Callable[[Image], str]
_SIDE = 960
_IN_MEMORY = 8


def main() -> int:
    """Measures the reader named on the command line."""
    name, pages, claims = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    with contextlib.redirect_stdout(sys.stderr):
        result = MEASURES[name](pages, claims)
    result.setdefault("peak_mb", _peak_mb())
    sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
    return 0


def _peak_mb() -> float:
    """Most memory ever held; getrusage would also count what the parent held before this process began."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def _one_by_one(make: Callable[[], Read]) -> Callable[[Path, Path], dict[str, object]]:
    """For readers that take a page at a time and spread it over the cores themselves."""

    def measure(folder: Path, _: Path) -> dict[str, object]:
        read, pages = make(), sorted(folder.glob("*.npy"))
        read(np.load(pages[0]))
        seconds, texts = 0.0, {}
        for page in pages:
            image = np.load(page)
            started = time.perf_counter()
            texts[page.stem] = read(image)
            seconds += time.perf_counter() - started
        return {"pages": len(pages), "seconds": seconds, "texts": texts}

    return measure


def _every_line(folder: Path, _: Path) -> dict[str, object]:
    """Ours: as many pages at once as there are cores; columns of upright letters one by one, as in the pipeline."""
    engine, pages = _our_engine(), sorted(folder.glob("*.npy"))

    def read(image: Image) -> str:
        quads = [letter for quad in engine.detect(image) for letter in letters_of_column(image, quad)]
        return "".join(line.text for line in engine.recognise(image, quads))

    read(np.load(pages[0]))
    seconds, texts = 0.0, {}
    with ThreadPoolExecutor(engine.concurrency) as at_once:
        for stems, images in _loaded(pages):
            started = time.perf_counter()
            texts |= dict(zip(stems, at_once.map(read, images), strict=True))
            seconds += time.perf_counter() - started
    return {"pages": len(pages), "seconds": seconds, "texts": texts}


def _what_is_needed(_: Path, claims: Path) -> dict[str, object]:
    """Ours: what the pipeline asked its reader for on these claims, asked again without the pipeline."""
    engine = _our_engine()
    with tempfile.TemporaryDirectory(prefix="precheck-bench-") as name:
        listener = Listener(engine, Path(name))
        pages = check(find_claims([claims]), listener)
        asked = {str(question.picture): question for question in listener.asked}
        seconds = 0.0
        with ThreadPoolExecutor(engine.concurrency) as at_once:
            for stems, images in _loaded([Path(picture) for picture in asked]):
                questions = [asked[f"{name}/{stem}.npy"] for stem in stems]
                started = time.perf_counter()
                list(at_once.map(lambda pair: pair[0].ask_again(engine, pair[1]), zip(questions, images, strict=True)))
                seconds += time.perf_counter() - started
    return {"pages": pages, "seconds": seconds, "texts": {}}


def _loaded(pages: Sequence[Path]) -> Iterator[tuple[list[str], list[Image]]]:
    """Pages in memory, a few at a time."""
    for first in range(0, len(pages), _IN_MEMORY):
        some = pages[first : first + _IN_MEMORY]
        yield [page.stem for page in some], [np.load(page) for page in some]


def _whole_pipeline(_: Path, claims: Path) -> dict[str, object]:
    return checked_pages_a_second(find_claims([claims]))


def _our_engine() -> OcrEngine:
    return create_engine("openvino", models=None, recording=None, streams=os.cpu_count() or 1)


def _paddleocr() -> Read:
    """PaddleOCR with its own defaults, on onnxruntime and the bundled models."""
    os.environ.setdefault("PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK", "True")
    from paddleocr import PaddleOCR  # noqa: PLC0415  takes 3 s, for this reader only

    models = find_models(None)
    layout = tempfile.TemporaryDirectory(prefix="precheck-bench-")
    detection, recognition = model_folders(models, Path(layout.name))
    reader = PaddleOCR(
        engine="onnxruntime",
        text_detection_model_name=models.detection.name,
        text_detection_model_dir=str(detection),
        text_recognition_model_name=models.recognition.name,
        text_recognition_model_dir=str(recognition),
        use_doc_orientation_classify=False,
        use_doc_unwarping=False,
        use_textline_orientation=False,
    )
    return lambda image: "".join(reader.predict(image)[0]["rec_texts"])


def _rapidocr(engine: str) -> Read:
    """RapidOCR on that engine with the longer side of detection held to 960 px."""
    from rapidocr import EngineType, RapidOCR  # noqa: PLC0415  for this reader only

    reader = RapidOCR(
        params={
            "Global.use_cls": False,
            "Det.engine_type": EngineType(engine),
            "Rec.engine_type": EngineType(engine),
            "Det.limit_type": "max",
            "Det.limit_side_len": _SIDE,
        }
    )
    return lambda image: "".join(getattr(reader(image), "txts", None) or ())


def _tesseract() -> Read:
    """The command-line program with its Chinese model."""
    program = shutil.which("tesseract") or ""
    folder = tempfile.TemporaryDirectory(prefix="precheck-bench-")
    picture = Path(folder.name) / "page.png"

    def read(image: Image) -> str:
        cv2.imwrite(str(picture), image, [cv2.IMWRITE_PNG_COMPRESSION, 1])
        command = [program, str(picture), "stdout", "-l", "chi_sim"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603  ours

    return read


def has_tesseract() -> bool:
    """Whether tesseract is installed with its Chinese model."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)  # noqa: S603  ours
    return "chi_sim" in listed.stdout.split()


MEASURES: dict[str, Callable[[Path, Path], dict[str, object]]] = {
    "paddleocr": _one_by_one(_paddleocr),
    "rapidocr_onnx": _one_by_one(lambda: _rapidocr("onnxruntime")),
    "rapidocr_openvino": _one_by_one(lambda: _rapidocr("openvino")),
    "tesseract": _one_by_one(_tesseract),
    "every_line": _every_line,
    "needed": _what_is_needed,
    "whole": _whole_pipeline,
}

if __name__ == "__main__":
    sys.exit(main())
