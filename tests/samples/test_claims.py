"""Claims are the same for the same order, and the finished ones lie in the repository with their truth."""

import hashlib
import json
import zipfile
from dataclasses import replace
from random import Random

import pypdfium2
import pytest
from PIL import Image

from samples.generator.capture.scanner import DEV_SCANNER, scan
from samples.generator.claims import generate
from samples.generator.finished import FOLDER, ORDERS, TRUTHS
from samples.generator.order import Order
from samples.generator.packing.broken import write_broken
from samples.generator.packing.files import Turned, pack
from samples.generator.packing.pdf import PdfPage, PdfText, write_pdf
from samples.generator.sheet import Sheet
from samples.generator.situation import PLAIN
from samples.generator.truth import ClaimTruth

SMALL = Order("small", "dev", 23, full=False, device="scanner", small=True)


def _digest(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def claim(tmp_path_factory):
    """A small claim's folder and its truth."""
    folder = tmp_path_factory.mktemp("claims")
    return folder, generate(SMALL, folder)


def test_the_same_order_gives_the_same_bytes(claim, tmp_path):
    folder, truth = claim
    assert generate(SMALL, tmp_path) == truth
    assert _digest(tmp_path / "small") == _digest(folder / "small")


def test_truth_beside_the_claim_names_every_page(claim):
    folder, truth = claim
    told = ClaimTruth.model_validate_json((folder / "small.truth.json").read_text(encoding="utf-8"))
    assert told == truth
    assert not (folder / "small" / "small.truth.json").exists()
    for page in truth.pages:
        assert (folder / "small" / page.file.split("!")[0]).is_file()


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.claim_id)
def test_finished_claims_are_there_with_their_truth(order):
    truth = ClaimTruth.model_validate_json((TRUTHS / f"{order.claim_id}.json").read_text(encoding="utf-8"))
    assert truth.seed == order.seed
    assert [defect.check for defect in truth.defects] == ([order.check] if order.check else [])
    for name in {page.file for page in truth.pages} | set(truth.broken_files):
        outer, _, inner = name.partition("!")
        path = FOLDER / order.claim_id / outer
        assert path.is_file(), name
        if inner:
            assert inner in zipfile.ZipFile(path).namelist()


def test_finished_claims_hold_nothing_else_and_stay_small():
    assert {path.name for path in FOLDER.iterdir()} == {order.claim_id for order in ORDERS}
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) < 25_000_000


def _shot():
    sheet = Sheet(60, 40, 100)
    sheet.image.paste((0, 0, 0), (0, 0, 60, 40))
    return scan(sheet, DEV_SCANNER, Random(1), 100)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_picture_comes_upright_by_the_turn_in_the_truth(turn):
    shot = _shot()
    back = Turned(shot, turn).image.rotate(-((360 - turn) % 360), expand=True)
    assert back.size == shot.image.size
    assert sum(back.getpixel((15, 15))) < 150
    assert sum(back.getpixel((back.width - 15, back.height - 15))) > 600


@pytest.mark.parametrize("container", ["pdf", "pdf_text", "pdf_misread", "jpeg", "png", "tiff"])
def test_packed_pages_can_be_opened_at_their_places(tmp_path, container):
    placed = pack(tmp_path, "scan", [Turned(_shot()), Turned(_shot())], container, 60)
    for name, page in placed:
        if name.endswith(".pdf"):
            assert len(pypdfium2.PdfDocument(tmp_path / name)) >= page
        else:
            with Image.open(tmp_path / name) as picture:
                picture.seek(page - 1)
                assert picture.width > 200


def test_the_text_layer_can_be_read(tmp_path):
    picture = Image.new("RGB", (600, 200), "white")
    write_pdf(tmp_path / "a.pdf", [PdfPage(picture, (200, 200), (PdfText("甲方（用人单位）", (20, 20, 320, 60)),))], 60)
    text = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_textpage().get_text_bounded()
    assert text == "甲方（用人单位）"


@pytest.mark.parametrize("damage", ["truncated", "encrypted", "odd", "empty"])
def test_broken_files_cannot_be_opened(tmp_path, damage):
    path = tmp_path / write_broken(tmp_path, damage, Random(1))
    opened = Image.open if path.suffix == ".jpg" else pypdfium2.PdfDocument
    with pytest.raises((pypdfium2.PdfiumError, OSError)):
        opened(path)


def test_claim_json_agrees_with_the_papers(claim):
    folder, truth = claim
    fields = {name: field.value for name, field in truth.documents[0].fields.items()}
    told = json.loads((folder / "small" / "claim.json").read_text(encoding="utf-8"))
    assert told["worker"]["id_number"] == fields["id_number"]
    assert told["employer"]["name"] == fields["employer_name"]


@pytest.mark.parametrize("number", [23, 24])
def test_a_serious_injury_is_remarked_only_where_the_portal_tells_it(tmp_path, number):
    grave = replace(SMALL, seed=number, situation=replace(PLAIN, serious=True))
    truth = generate(grave, tmp_path)
    assert ("two_investigators" in truth.remarks) is (tmp_path / "small" / "claim.json").exists()
