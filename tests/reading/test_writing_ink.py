"""Which coloured text did a hand write, and which may be print?"""

from __future__ import annotations

import numpy as np

from pipeline.imaging.ink import find_inks
from pipeline.models.document import Document, Field, Mark
from pipeline.models.geometry import Box
from pipeline.reading.writing_ink import with_ink, written_runs
from tests.imaging.drawing import RED, blend, body, page, px, scan, scribble, seal, text
from tests.typeset import line, read_page

BLUE, GREY = (150, 60, 30), (125, 125, 125)


def read(image, rows, *, signed=(), filled=()):
    picture = scan(image)
    return written_runs(picture, find_inks(picture, rows, [], 150), signed, filled, 150)


def form():
    image = page()
    return image, [Box(*box) for box in body(image, rows=10, top=70)]


def test_blue_writing_is_written():
    image, rows = form()
    mask = scribble(seed=2)
    blend(image, mask, px(40), px(200), BLUE, 1.0)
    place = Box(px(40), px(200), px(40) + mask.shape[1], px(200) + mask.shape[0])
    written, doubtful = read(image, [*rows, place])
    assert {run.ink for run in written} == {"blue"}
    assert doubtful == []


def test_a_blue_letterhead_is_no_writing_unless_it_was_filled_in():
    image, rows = form()
    head = Box(*text(image, "HELEN FILLET MILL", 60, 25, size_mm=6, colour=BLUE))
    assert read(image, [*rows, head]) == ([], [])
    written, doubtful = read(image, [*rows, head], filled=[head])
    assert {run.ink for run in (*written, *doubtful)} == {"blue"}


def test_what_stands_in_a_signatures_place_is_written():
    image, rows = form()
    line = Box(*text(image, "HELEN FILLET", 60, 220, size_mm=6, colour=BLUE))
    written, _ = read(image, [*rows, line], signed=[line])
    assert {run.ink for run in written} == {"blue"}


def test_a_little_grey_writing_is_a_thin_pens_unless_it_is_a_signature():
    image, rows = form()
    few = Box(*text(image, "HEN", 60, 200, size_mm=6, colour=GREY))
    assert read(image, [*rows, few], filled=[few]) == ([], [])
    assert {run.ink for run in read(image, [*rows, few], signed=[few])[0]} == {"pencil"}
    many = Box(*text(image, "HELEN FILLET", 60, 220, size_mm=6, colour=GREY))
    written, doubtful = read(image, [*rows, few, many], filled=[many])
    assert {run.ink for run in (*written, *doubtful)} == {"pencil"}


def test_grey_captions_around_what_was_filled_in_are_print():
    """Forms printed in grey: the caption over a tall block, and the sentence over a signature that rises into it."""
    image, rows = form()
    caption = Box(*text(image, "HELEN FILLET MILL", 60, 170, size_mm=6, colour=GREY))
    block = Box(caption.x0, caption.y1 + 3, caption.x1, caption.y1 + 200)
    assert read(image, [*rows, caption], filled=[block]) == ([], [])
    signed = Box(caption.x0, caption.y1 - 10, caption.x0 + 150, caption.y1 + 90)
    assert read(image, [*rows, caption], signed=[signed]) == ([], [])


def test_a_coloured_page_number_in_the_foot_is_no_writing():
    image, rows = form()
    foot = Box(*text(image, "PAGE FOUR OF FOUR", 60, 285, size_mm=4, colour=BLUE))
    assert read(image, [*rows, foot]) == ([], [])


def test_a_letter_in_the_slice_of_a_seal_at_the_edge_is_no_writing(tmp_path):
    """The middle of a seal that was stamped across the edges of a contract's sheets, and a red note in its place."""
    image, rows = form()
    part = seal()[:, px(14) : px(24)]
    blend(image, part, image.shape[1] - part.shape[1], px(200), RED)
    letter = Box(*text(image, "HM", 202, 214, size_mm=3, colour=RED))
    lines = [line("以上情况属实", row.x0, row.y0, 20) for row in rows]
    letters = line("力大", letter.x0, letter.y0, letter.height, pitch=letter.width // 2)
    made = read_page(tmp_path, [*lines, letters], (image.shape[1], image.shape[0]), dpi=150)
    contract = Document(id="d1", type="labor_contract", confidence=1.0, pages=(made.ref,), fields={}, marks=())
    np.save(made.pixels, scan(image))
    assert with_ink(made, contract).page.pen.state == "no"
    image[: px(212), px(190) :] = 255
    np.save(made.pixels, scan(image))
    assert with_ink(made, contract).page.pen.state != "no"


def test_the_red_route_on_a_map_is_no_writing_but_a_name_filled_in_there_is(tmp_path):
    image, rows = form()
    street = Box(*text(image, "RIVER STREET", 60, 200, size_mm=6, colour=RED))
    lines = [line("以上情况属实", row.x0, row.y0, 20) for row in rows]
    name = line("河东路河东", street.x0, street.y0, street.height, pitch=street.width // 5)
    made = read_page(tmp_path, [*lines, name], (image.shape[1], image.shape[0]), dpi=150)
    np.save(made.pixels, scan(image))

    def asked(type_id, **fields):
        return Document(id="d1", type=type_id, confidence=1.0, pages=(made.ref,), fields=fields, marks=())

    filled = Field(value="x", text="x", confidence=1.0, file=made.ref.file, page=made.ref.page, box=street)
    assert with_ink(made, asked("commute_route_map")).page.pen.state == "no"
    assert with_ink(made, asked("commute_route_map", home_address=filled)).page.pen.state != "no"
    assert with_ink(made, asked("witness_statement")).page.pen.state != "no"


def test_red_letters_in_a_seal_that_was_found_in_its_place_only_are_no_writing(tmp_path):
    """On a photographed spread the page itself knows no seal, for its scale is not known."""
    image, rows = form()
    letters = Box(*text(image, "RIVER STREET", 60, 200, size_mm=6, colour=RED))
    lines = [line("以上情况属实", row.x0, row.y0, 20) for row in rows]
    inside = line("印章印章印", letters.x0, letters.y0, letters.height, pitch=letters.width // 5)
    made = read_page(tmp_path, [*lines, inside], (image.shape[1], image.shape[0]), dpi=150)
    np.save(made.pixels, scan(image))

    def asked(state):
        mark = Mark(slot="employer_seal", kind="seal", state=state, confidence=0.9, box=letters.expanded(40))
        known = mark.model_copy(update={"file": made.ref.file, "page": made.ref.page})
        return Document(id="d1", type="power_of_attorney", confidence=1, pages=(made.ref,), fields={}, marks=(known,))

    assert with_ink(made, asked("present")).page.pen.state == "no"
    assert with_ink(made, asked("unsure")).page.pen.state != "no"
