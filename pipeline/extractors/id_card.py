"""The resident identity card (居民身份证), original or copy: front (portrait side), back (emblem side) or both."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.declare import DocumentType, Extraction, RequiredPart
from pipeline.extractors.id_card_sheet import likeness, split
from pipeline.models.document import Field, PartSeen
from pipeline.models.geometry import Box, around
from pipeline.models.page import Part
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.page import DocumentPages, ReadPage
from pipeline.reading.values import normalise
from pipeline.reading.view import View, whole
from pipeline.text.simplified import simplified

FIELDS = (
    FieldSpec("name", ("姓名",), "name"),
    FieldSpec("sex", ("性别",), "sex"),
    FieldSpec("ethnicity", ("民族",), "name"),
    FieldSpec("birth_date", ("出生",), "date"),
    FieldSpec("address", ("住址",), "text_block"),
    FieldSpec("id_number", ("公民身份号码", "公民身份证号码"), "id_number"),
    FieldSpec("issuer", ("签发机关",), "text"),
    FieldSpec("valid_from", ("有效期限",), "date"),
)
_STOPS = ("中华人民共和国", "居民身份证", "与原件一致", "复印件")
_FRONT_SIGNS = ("公民身份号码", "姓名", "出生", "住址", "民族")
_BACK_SIGNS = ("签发机关", "有效期限", "中华人民共和国", "居民身份证")
_PERMANENT = "长期"


def side_of(page: ReadPage) -> Part | None:
    """Which side of a card the page shows, by the captions printed on each."""
    return _side(page.text)


def _side(text: str) -> Part | None:
    front = sum(sign in text for sign in _FRONT_SIGNS)
    back = sum(sign in text for sign in _BACK_SIGNS)
    if front >= 2 and back >= 2:
        return "both"
    if front >= 2:
        return "front"
    return "back" if back >= 2 or "签发机关" in text else None


def begins(page: ReadPage, before: Sequence[ReadPage]) -> bool:
    """Another card begins when the page shows a side that the card before it has already."""
    side = side_of(page)
    sides = {side_of(member) for member in before}
    return side in sides or "both" in sides or side == "both"


def extract(document: DocumentPages) -> Extraction:
    """Reads both sides of the card, wherever they are."""
    views = [view for page in document.pages for view in _cards(page)]
    fields = read_fields(views, FIELDS, _STOPS)
    validity = fields.pop("valid_from", None)
    if validity is not None:
        fields |= _validity(validity)
    if "ethnicity" in fields:
        people = fields["ethnicity"]
        fields["ethnicity"] = people.model_copy(update={"value": simplified(people.value)})
    return Extraction(fields=fields, parts=tuple(part for view in views for part in _parts(view)))


def _cards(page: ReadPage) -> tuple[View, ...]:
    """The page as one view, or as two where the sides of the card lie beside each other and their rows would mix."""
    fronts = [line.box for line in page.lines if "公民身份" in line.text or line.text.startswith("姓名")]
    backs = [line.box for line in page.lines if "签发机关" in line.text or "有效期限" in line.text]
    if fronts and backs:
        front, back = around(fronts), around(backs)
        left, right = sorted((front, back), key=lambda box: box.x0)
        if left.x1 < right.x0 and front.vertical_overlap(back) > 0:
            size, middle = page.size, (left.x1 + right.x0) // 2
            return (
                View(page, Box(0, 0, middle, size.y1)),
                View(page, Box(middle, 0, size.x1, size.y1)),
            )
    return (whole(page),)


def _validity(field: Field) -> dict[str, Field]:
    """有效期限 2015.03.08-2035.03.08 or 2015.03.08-长期 as two fields with one place."""
    middle = max(field.text.find(dash) for dash in "-—－–一至~")
    first, last = (field.text[:middle], field.text[middle + 1 :]) if middle > 0 else (field.text[:10], field.text[10:])
    until = _PERMANENT if _PERMANENT in last else normalise("date", last)
    return {
        "valid_from": field.model_copy(update={"value": normalise("date", first)}),
        "valid_until": field.model_copy(update={"value": until}),
    }


def _parts(view: View) -> tuple[PartSeen, ...]:
    side = _side(view.text)
    names = ("front", "back") if side == "both" else (side,) if side else ()
    if not view.lines:
        return ()
    box = around(line.box for line in view.lines).clipped(view.region.x1, view.region.y1)
    return tuple(PartSeen(name=name, file=view.page.ref.file, page=view.page.ref.page, box=box) for name in names)


TYPE = DocumentType(
    id="id_card",
    name_zh="居民身份证",
    titles=("中华人民共和国居民身份证", "居民身份证"),
    captions=("公民身份号码", "签发机关", "有效期限", "居民身份证", "性别男民族", "性别女民族", "民族", "住址", "出生"),
    foreign=(
        *("居住证", "暂住证", "驾驶证", "行驶证", "社会保障卡", "医保卡", "护照", "通行证", "操作证", "资格证"),
        *("残疾人证", "退休证", "健康证", "军官证", "士兵证", "学生证", "会员证"),
    ),
    slots=(),
    fields={
        "name": "姓名",
        "sex": "性别",
        "ethnicity": "民族",
        "birth_date": "出生日期",
        "address": "住址",
        "id_number": "公民身份号码",
        "issuer": "签发机关",
        "valid_from": "有效期起",
        "valid_until": "有效期止",
    },
    extract=extract,
    begins=begins,
    likeness=likeness,
    split=split,
    required_parts=(
        RequiredPart("front", "人像面", "portrait side"),
        RequiredPart("back", "国徽面", "emblem side"),
    ),
    worker={"name": "name", "id_number": "id_number", "sex": "sex", "birth_date": "birth_date"},
)
