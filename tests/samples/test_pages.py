"""Papers are drawn with their truth in the right place, whatever takes the picture."""

from random import Random

import numpy as np
import pytest

from samples.generator.capture.fax import dial, fax_file
from samples.generator.capture.phone import DEV_PHONE, photograph
from samples.generator.capture.scanner import DEV_SCANNER, office_bilevel, out_of_focus, photocopy, scan
from samples.generator.case import draw_case
from samples.generator.fonts import TYPEFACES
from samples.generator.layouts.application_prints import PRINTS as FORMS
from samples.generator.layouts.certificate_prints import PRINTS as CERTIFICATES
from samples.generator.layouts.labor_contract import PRINTS as CONTRACTS
from samples.generator.papers import draw_papers
from samples.generator.recipe import Recipe
from samples.generator.seals import Seal, draw_seal
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Pen, Print, fitted, lines_of

FIELDS_ON_PAPER = {
    "work_injury_application": {"applicant_name", "worker_name", "id_number", "injured_part", "narrative", "request"},
    "id_card": {"name", "id_number", "issuer", "valid_until"},
    "labor_contract": {"employer_name", "worker_id_number", "starts_on", "job", "signed_on"},
    "diagnosis_certificate": {"hospital", "patient_name", "diagnosis", "issued_on"},
}


@pytest.mark.parametrize("prints", [FORMS, CERTIFICATES, CONTRACTS], ids=["form", "certificate", "contract"])
def test_each_core_paper_has_enough_prints_in_both_splits(prints):
    by_split = [form.split for form in prints]
    assert by_split.count("dev") >= 3
    assert by_split.count("test") >= 2
    assert len({form.id for form in prints}) == len(prints)


def test_the_splits_share_no_typeface():
    faces = {split: {f.song, f.hei, f.kai, *f.hands, *f.signatures} for split, f in TYPEFACES.items()}
    assert not faces["dev"] & faces["test"]


def test_core_papers_record_their_fields_inside_the_sheet():
    rng = Random(11)
    papers = draw_papers(draw_case(rng), Recipe(), "dev", rng, full=False)
    for paper in papers:
        entries = [(sheet, entry) for sheet in paper.sheets for entry in sheet.entries]
        assert FIELDS_ON_PAPER[paper.type] <= {entry.name for _, entry in entries}
        for sheet, entry in entries:
            assert 0 <= entry.area.x0 < entry.area.x1 <= sheet.width + 2, entry
            assert 0 <= entry.area.y0 < entry.area.y1 <= sheet.height + 2, entry


def _marked_sheet():
    sheet = Sheet.a4(100)
    area = Area(60, 80, 70, 90)
    sheet.image.paste((0, 0, 0), tuple(round(sheet.px(value)) for value in area))
    return sheet, area


@pytest.mark.parametrize("device", ["scan", "copy", "phone", "fax"])
def test_boxes_follow_the_paper_into_the_picture(device):
    sheet, area = _marked_sheet()
    rng = Random(5)
    call = dial("dev", draw_case(rng).filled_on, rng)
    shot = {
        "scan": lambda: scan(sheet, DEV_SCANNER, rng, 150),
        "copy": lambda: photocopy(sheet, DEV_SCANNER, rng, 150),
        "phone": lambda: photograph(sheet, DEV_PHONE, rng),
        "fax": lambda: fax_file(sheet, call, 1, rng),
    }[device]()
    left, top, right, bottom = shot.box(area)
    grey = np.asarray(shot.image.convert("L"), np.float32)
    middle = grey[(top + bottom) // 2 - 3 : (top + bottom) // 2 + 3, (left + right) // 2 - 3 : (left + right) // 2 + 3]
    beside = grey[top:bottom, right + 12 : right + 30]
    assert middle.mean() < 60
    assert beside.mean() > 100


def test_a_fax_has_its_lines_and_rows():
    sheet, _ = _marked_sheet()
    rng = Random(2)
    call = dial("dev", draw_case(rng).filled_on, rng)
    shot = fax_file(sheet, call, 3, rng)
    assert shot.image.mode == "1"
    assert shot.image.width == 1728
    assert shot.dpi == (204, call.down)
    assert not shot.colour


def test_office_black_and_white_has_square_pixels():
    sheet, _ = _marked_sheet()
    shot = office_bilevel(scan(sheet, DEV_SCANNER, Random(1), 200), Random(1))
    assert (shot.image.mode, shot.dpi, shot.origin) == ("1", (200, 200), "scan")


def test_out_of_focus_is_flatter():
    sheet = Sheet.a4(100)
    Print(TYPEFACES["dev"].song, 4).put(sheet, "诊断证明书" * 6, 20, 40)
    shot = scan(sheet, DEV_SCANNER, Random(3), 100)
    blurred = out_of_focus(shot, Random(3))
    assert not blurred.legible
    assert np.asarray(blurred.image.convert("L")).min() > np.asarray(shot.image.convert("L")).min() + 60


def test_a_seal_is_a_ring_with_something_in_it():
    mask = np.asarray(draw_seal(Seal("长春市瑞禾机械制造有限公司", "合同专用章", TYPEFACES["dev"].song), 300))
    assert mask[150, 2:12].max() > 200
    assert mask[150, 150] > 200
    assert mask[0:8, 0:8].max() == 0


def test_lines_fit_and_lose_nothing():
    style = Print(TYPEFACES["dev"].song, 4)
    text = "左手示指末节开放性骨折，伴甲床损伤；右桡骨远端骨折。" * 3
    lines = lines_of(text, style, 40)
    assert "".join(lines) == text
    assert all(style.width(line.rstrip("，；。")) <= 40 for line in lines)


def test_a_cell_too_small_is_an_error():
    sheet = Sheet.a4(100)
    with pytest.raises(ValueError, match="no room"):
        fitted(sheet, "受伤害经过简述" * 40, Area(10, 10, 20, 14), Print(TYPEFACES["dev"].song, 4))


def test_the_same_dice_write_the_same():
    written = []
    for _ in range(2):
        sheet = Sheet.a4(100)
        Pen(TYPEFACES["dev"].hands[1], 5, Random(8)).put(sheet, "右外踝骨折", 20, 20)
        written.append(np.asarray(sheet.image).tobytes())
    assert written[0] == written[1]
