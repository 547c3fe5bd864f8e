"""Is a fax told from what looks like one? Drawn pages sent by fax, and scans, copies and letterheads that were not.

Every page is written as the file that its device makes and decoded by the pipeline; the top margin is read by the
pipeline's reader.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import numpy as np

from pipeline.errors import ExitCode, PrecheckError
from pipeline.imaging.fax import judge_fax
from pipeline.imaging.upright import deskew
from pipeline.intake.claim_file import ClaimFile
from pipeline.intake.decode import Decoder
from pipeline.models.source import SourcePage
from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.factory import create_engine
from pipeline.reading.transcript import rows
from pipeline.settings import Limits
from pipeline.text.fax_header import fax_header_score
from samples.generator.capture.fax import dial, fax_file, fax_printed
from samples.generator.capture.scanner import DEV_SCANNER, TEST_SCANNER, office_bilevel, photocopy, scan
from samples.generator.capture.shot import Shot
from samples.generator.fonts import TYPEFACES, Split
from samples.generator.packing.files import Turned, pack
from samples.generator.sheet import Sheet
from samples.generator.writing import Print

_FAXES = ((98, False), (196, False), (391, False), (98, True), (196, True))
_OTHERS = ("G4 office scan", "photocopy", "scan", "letterhead, G4", "hospital print, G4", "letterhead, copy")
_HEADER = 0.08
_TEXT = "兹证明职工在工作时间和工作场所内因工作原因受到事故伤害，情况属实，请予审查。"


def fax_answers(split: Split, faxes: int, seed: int) -> Counter[tuple[str, str]]:
    """What was said of so many faxes and of three times as many other pages, by how they were made."""
    engine = create_engine("openvino", None, None, 1)
    answers: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory(prefix="precheck-eval-") as folder, Decoder(Limits(), Path(folder)) as decoder:
        for number in range(4 * faxes):
            rng = Random(f"{split}/fax/{seed}/{number}")  # noqa: S311  the dice decide what is drawn
            truth, shot = _fax(split, number, rng) if number < faxes else _other(split, number, rng)
            place = Path(folder) / str(number)
            place.mkdir()
            bilevel = shot.image.mode == "1"
            container = "tiff" if bilevel else rng.choice(("pdf", "jpeg"))
            (name, _), *_ = pack(place, "page", [Turned(shot, 0)], container, rng.randrange(50, 78))
            answers[truth, _answer(decoder, engine, place / name)] += 1
    return answers


def _page(split: Split, rng: Random) -> Sheet:
    sheet, faces = Sheet.a4(200), TYPEFACES[split]
    style = Print(rng.choice((faces.song, faces.hei, faces.kai)), rng.choice((3.8, 4.4, 5.0)))
    for row in range(rng.randrange(8, 24)):
        style.put(sheet, _TEXT[: rng.randrange(18, 32)], 24, 40 + 9 * row)
    return sheet


def _fax(split: Split, number: int, rng: Random) -> tuple[str, Shot]:
    down, printed = _FAXES[number % len(_FAXES)]
    call = replace(dial(split, date(2026, 9, 21), rng), down=down)
    sheet = _page(split, rng)
    mode = {98: "standard", 196: "fine", 391: "superfine"}[down]
    if printed:
        traits = TEST_SCANNER if split == "test" else DEV_SCANNER
        return f"{mode} fax, rescanned", fax_printed(sheet, call, 1, traits, rng)
    return f"{mode} fax file", fax_file(sheet, call, 1, rng)


def _other(split: Split, number: int, rng: Random) -> tuple[str, Shot]:
    kind, sheet = _OTHERS[number % len(_OTHERS)], _page(split, rng)
    small = Print(TYPEFACES[split].hei, 3.2)
    if kind.startswith("letterhead"):
        small.put(sheet, "地址：长春市朝阳区前进大街1号  电话：0431-85170000  传真：0431-85170001", 24, 12)
    if kind.startswith("hospital"):
        small.put(sheet, f"打印时间：2026-09-{rng.randrange(10, 29)} 14:{rng.randrange(10, 60)}", 24, 12)
        small.put(sheet, "第1页 共2页", 96, 285)
    traits, dpi = (TEST_SCANNER if split == "test" else DEV_SCANNER), rng.choice((200, 300))
    if "copy" in kind:
        return kind, photocopy(sheet, traits, rng, dpi)
    shot = scan(sheet, traits, rng, dpi)
    return kind, office_bilevel(shot, rng) if "G4" in kind else shot


def _answer(decoder: Decoder, engine: OcrEngine, path: Path) -> str:
    (decoded,) = decoder.decode(ClaimFile(path.name, path))
    if not isinstance(decoded, SourcePage):
        raise PrecheckError(decoded.code, zh="", en="", hint_zh="", hint_en="", exit_code=ExitCode.CLAIM_FAILED)
    image = deskew(np.load(decoded.pixels)).image
    top = np.ascontiguousarray(image[: round(_HEADER * image.shape[0])])
    lines = engine.recognise(top, engine.detect(top))
    score = max((fax_header_score(" ".join(line.text for line in row)) for row in rows(lines)), default=0.0)
    state = judge_fax(image, decoded.facts, score, None).state
    return {"yes": "fax", "no": "no fax", "unsure": "unsure"}[state]
