"""The rim of a drawn round seal, read by the real engine."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from pipeline.imaging.seal import find_seals
from pipeline.models.geometry import Box
from pipeline.ocr.factory import create_engine
from pipeline.reading.seal_text import seal_text
from samples.generator.fonts import TYPEFACES
from samples.generator.seals import Seal, stamp
from samples.generator.sheet import Sheet
from tests.imaging.drawing import scan
from tests.typeset import SilentEngine, read_page

NAME = "吉林省松岳食品有限公司"


def stamped(folder, engine):
    sheet = Sheet.a4(200)
    stamp(sheet, Seal(NAME, "", TYPEFACES["dev"].song), (100, 150), Random(3), weak=0.1)
    image = scan(np.ascontiguousarray(np.asarray(sheet.image)[:, :, ::-1]))
    page = read_page(folder, [], (image.shape[1], image.shape[0]), engine=engine, dpi=200)
    np.save(page.pixels, image)
    return replace(page, seals=find_seals(image, 200))


@pytest.mark.engine
def test_the_rim_of_a_round_seal_is_read(tmp_path):
    page = stamped(tmp_path, create_engine("openvino", None, None, 1))
    assert NAME in seal_text(page, page.seals[0].box)


def test_what_is_no_round_seal_or_cannot_be_read_says_nothing(tmp_path):
    page = stamped(tmp_path, SilentEngine())
    assert seal_text(page, page.seals[0].box) == ""
    assert seal_text(page, Box(0, 0, 300, 300)) == ""
