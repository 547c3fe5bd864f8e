from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.imaging.fax import judge_fax
from pipeline.imaging.origin import judge_origin
from pipeline.models.geometry import Box
from pipeline.models.page import Judgement
from pipeline.models.source import FileFacts
from tests.imaging.drawing import RED, blend, body, page, px, scan, seal

HEADER = Box(10, 10, 900, 40)
SCAN = FileFacts(container="jpeg", dpi=(300.0, 300.0))


@pytest.fixture(scope="module")
def sheet():
    image = page(300)
    body(image, 300, rows=26)
    return image


def faxed(image):
    """Standard mode: 204 x 98 dpi, black and white."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    return (cv2.resize(grey, (1728, 1143), interpolation=cv2.INTER_AREA) > 140).astype(np.uint8) * 255


def file_facts(**facts):
    return FileFacts(**{"container": "tiff", "bilevel": True, "compression": "group4", **facts})


@pytest.mark.parametrize(
    "facts",
    [
        {"fax_tags": True},
        {"compression": "group3", "native_size": (1728, 1143), "dpi": (204.0, 204.0)},
        {"native_size": (1728, 2287), "dpi": (204.0, 204.0)},
        {"compression": "group3", "native_size": (1728, 1143)},
    ],
)
def test_a_fax_file_is_known_by_what_it_says(sheet, facts):
    square = cv2.cvtColor(cv2.resize(faxed(sheet), (1728, 2380)), cv2.COLOR_GRAY2BGR)
    found = judge_fax(square, file_facts(**facts), 0.0, None)
    assert found.state == "yes"
    assert "传真" in found.reason_zh


@pytest.mark.parametrize(
    "facts",
    [
        {"native_size": (2480, 3508), "dpi": (300.0, 300.0)},
        {"native_size": (1654, 2339), "dpi": (200.0, 200.0)},
        {"compression": None, "native_size": (2480, 3508), "dpi": (300.0, 300.0)},
    ],
)
def test_an_office_scan_in_black_and_white_is_no_fax(sheet, facts):
    bilevel = np.where(sheet > 140, 255, 0).astype(np.uint8)
    assert judge_fax(bilevel, file_facts(**facts), 0.0, None).state == "no"


def test_group_3_at_office_resolution_is_only_suspicious(sheet):
    facts = file_facts(compression="group3", native_size=(2480, 3508), dpi=(300.0, 300.0))
    assert judge_fax(sheet, facts, 0.0, None).state == "unsure"


@pytest.mark.parametrize("skew", [0.0, 0.1])
def test_a_standard_fax_printed_and_scanned_again_shows_by_its_rows(sheet, skew):
    printed = cv2.resize(faxed(sheet), (2420, 3423), interpolation=cv2.INTER_NEAREST)
    paper = np.full((3508, 2480), 255, np.uint8)
    paper[40 : 40 + 3423, 30 : 30 + 2420] = printed
    image = scan(cv2.cvtColor(paper, cv2.COLOR_GRAY2BGR), blur=1.1, skew=skew)
    assert judge_fax(image, SCAN, 0.0, None).state == "unsure"
    assert judge_fax(image, SCAN, 0.9, HEADER).state == "yes"


def test_originals_and_copies_have_no_fax_rows(sheet):
    assert judge_fax(scan(sheet), SCAN, 0.0, None).state == "no"
    copy = np.where(scan(sheet, blur=1.0) > 130, 255, 0).astype(np.uint8)
    assert judge_fax(copy, SCAN, 0.0, None).state == "no"


def test_a_header_alone_is_for_a_person_to_judge(sheet):
    found = judge_fax(scan(sheet), SCAN, 0.8, HEADER)
    assert (found.state, found.box) == ("unsure", HEADER)
    assert judge_fax(scan(sheet), SCAN, 0.3, HEADER).state == "no"


NO_FAX = Judgement(state="no", confidence=1.0)


def test_origin_of_a_page(sheet):
    coloured = scan(sheet)
    blend(coloured, seal(300), px(100, 300), px(200, 300), RED)
    grey = np.repeat(scan(sheet).max(axis=2)[:, :, None], 3, axis=2)
    rim = grey.copy()
    rim[:, :60] = 20
    assert judge_origin(coloured, SCAN, NO_FAX, is_photo=False)[0] == "scan"
    assert judge_origin(grey, SCAN, NO_FAX, is_photo=False)[0] == "unsure"
    assert judge_origin(rim, SCAN, NO_FAX, is_photo=False)[0] == "photocopy"
    assert judge_origin(grey, SCAN, NO_FAX, is_photo=True)[0] == "photo"
    assert judge_origin(grey, SCAN, Judgement(state="yes", confidence=0.9), is_photo=False)[0] == "fax"
    assert judge_origin(grey, SCAN.model_copy(update={"drawn": True}), NO_FAX, is_photo=False)[0] == "digital"
