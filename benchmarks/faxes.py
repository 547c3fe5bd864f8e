"""Is a fax told from what looks like one? What the pipeline says of the pages of :mod:`benchmarks.fax_trials`.

Every page is written as the file that its device makes and decoded, cropped and set straight by the pipeline; its top
margin is read by the pipeline's reader.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import numpy as np

from benchmarks.fax_trials import FaxTrial
from pipeline.errors import ExitCode, PrecheckError
from pipeline.imaging.fax import judge_fax
from pipeline.imaging.paper_edges import crop_to_paper
from pipeline.imaging.upright import deskew
from pipeline.intake.claim_file import ClaimFile
from pipeline.intake.decode import Decoder
from pipeline.models.page import Judgement
from pipeline.models.source import SourcePage
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.factory import create_engine
from pipeline.reading.page_lines import HEADER
from pipeline.reading.transcript import rows
from pipeline.settings import Limits
from pipeline.text.fax_header import fax_header_score
from samples.generator.packing.files import Container, Turned, pack

_ANSWERS = {"yes": "fax", "no": "no fax", "unsure": "unsure"}


def fax_answers(trials: Iterable[FaxTrial]) -> Iterator[tuple[FaxTrial, str]]:
    """Each page with what was said of it: ``fax``, ``no fax`` or ``unsure``.

    Raises:
        PrecheckError: the reader does not work on this machine.
    """
    engine = create_engine("openvino", None, None, 1)
    with tempfile.TemporaryDirectory(prefix="precheck-eval-") as folder, Decoder(Limits(), Path(folder)) as decoder:
        for number, trial in enumerate(trials):
            place = Path(folder) / str(number)
            place.mkdir()
            container = cast("Container", trial.container)
            (name, _), *_ = pack(place, "page", [Turned(trial.shot)], container, trial.quality)
            yield trial, _ANSWERS[_judged(decoder, engine, place / name).state]


def _judged(decoder: Decoder, engine: OcrEngine, path: Path) -> Judgement:
    (decoded,) = decoder.decode(ClaimFile(path.name, path))
    if not isinstance(decoded, SourcePage):
        raise PrecheckError(decoded.code, zh="", en="", hint_zh="", hint_en="", exit_code=ExitCode.CLAIM_FAILED)
    image = deskew(crop_to_paper(np.load(decoded.pixels)).image).image
    top = np.ascontiguousarray(image[: round(HEADER * image.shape[0])])
    lines = engine.recognise(top, engine.detect(top))
    score = max((fax_header_score(" ".join(line.text for line in row)) for row in rows(lines)), default=0.0)
    decoded.pixels.unlink()
    return judge_fax(image, decoded.facts, score, None)
