"""One reader on one set of pages, in a process of its own, so that its memory is its own.

``python -m benchmarks.readers NAME PAGES`` prints one JSON object. PAGES is a folder of upright pages as ``.npy``
files; for ``precheck`` it is a folder of claims, and the whole pipeline runs on them.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import numpy as np

from pipeline.imaging.arrays import Image
from pipeline.intake.claim import open_claim
from pipeline.intake.decode import Decoder
from pipeline.intake.receive import ClaimSource, find_claims
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.factory import create_engine
from pipeline.ocr.model_files import find_models
from pipeline.ocr.paddle_engine import model_folders
from pipeline.run import check_claim
from pipeline.settings import Limits

Read = Callable[[Image], str]
_AS_OF = date(2026, 11, 23)
_SIDE = 960


def main() -> int:
    """Measures the reader named on the command line."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    with contextlib.redirect_stdout(sys.stderr):
        result = _whole_pipeline(folder) if name == "precheck" else _ocr_alone(READERS[name](), folder)
    result["peak_mb"] = _peak_mb()
    sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
    return 0


def _peak_mb() -> float:
    """Most memory ever held; getrusage would also count what the parent held before this process began."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def _ocr_alone(read: Read, folder: Path) -> dict[str, object]:
    pages = sorted(folder.glob("*.npy"))
    read(np.load(pages[0]))
    seconds, texts = 0.0, {}
    for page in pages:
        image = np.load(page)
        started = time.perf_counter()
        texts[page.stem] = read(image)
        seconds += time.perf_counter() - started
    return {"pages": len(pages), "seconds": seconds, "texts": texts}


def _whole_pipeline(folder: Path) -> dict[str, object]:
    """All claims but the first, which warms the engine up: uploads to findings."""
    engine = _our_engine()
    warm_up, *claims = find_claims([folder])
    with tempfile.TemporaryDirectory(prefix="precheck-bench-") as name:
        scratch = Path(name)
        with Decoder(Limits(), scratch) as decoder:
            _check([warm_up], engine, decoder, scratch)
            started = time.perf_counter()
            pages = _check(claims, engine, decoder, scratch)
            return {"pages": pages, "seconds": time.perf_counter() - started, "texts": {}}


def _check(claims: Sequence[ClaimSource], engine: OcrEngine, decoder: Decoder, scratch: Path) -> int:
    pages = 0
    for source in claims:
        with tempfile.TemporaryDirectory(dir=scratch) as name:
            opened = open_claim(source, Limits(), Path(name))
            pages += len(check_claim(opened, decoder, engine, _AS_OF, Path(name)).report.pages)
    return pages


def _our_engine() -> OcrEngine:
    return create_engine("openvino", models=None, recording=None, streams=os.cpu_count() or 1)


def _ours() -> Read:
    engine = _our_engine()
    return lambda image: "".join(line.text for line in engine.recognise(image, engine.detect(image)))


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


def _rapidocr() -> Read:
    """RapidOCR on OpenVINO with the longer side of detection held to 960 px."""
    from rapidocr import EngineType, RapidOCR  # noqa: PLC0415  for this reader only

    reader = RapidOCR(
        params={
            "Global.use_cls": False,
            "Det.engine_type": EngineType.OPENVINO,
            "Rec.engine_type": EngineType.OPENVINO,
            "Det.limit_type": "max",
            "Det.limit_side_len": _SIDE,
        }
    )
    return lambda image: "".join(getattr(reader(image), "txts", None) or ())


READERS: dict[str, Callable[[], Read]] = {"paddleocr": _paddleocr, "rapidocr": _rapidocr, "openvino": _ours}

if __name__ == "__main__":
    sys.exit(main())
