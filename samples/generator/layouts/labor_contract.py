"""Draws a labour contract: cover, parties, chapters or clauses, page numbers, and the page where both sides sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from samples.generator.case import Case
from samples.generator.fonts import Split
from samples.generator.layouts import contract_text as wording
from samples.generator.layouts.content import Content, Look, company_seal, in_words, seal_slot, signature_slot
from samples.generator.layouts.flow import Block, Margins, end_of, paginate, set_page
from samples.generator.seals import stamp_slice
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print

TYPE = "labor_contract"


@dataclass(frozen=True, slots=True)
class ContractPrint:
    """One print of the contract.

    ``numbering``: ``chapter`` (一、…), ``article`` (第一条 … through all chapters), ``part`` (第一章 … with 第一条 …)
    or ``decimal`` (1. / 1.1). ``page_number`` is a pattern with {n} and {m}, or ``""``. ``signs`` are the captions of
    the employer's and the worker's side on the last page.
    """

    id: str
    split: Split
    title: str
    face: str
    size: float
    numbering: str
    page_number: str
    cover: bool
    notes: bool
    signs: tuple[str, str, str]
    number_place: str = "centre"
    leading: float = 1.75
    slices: bool = False


PRINTS = (
    ContractPrint(
        "chapters",
        "dev",
        "劳动合同书",
        "song",
        4.4,
        "chapter",
        "第 {n} 页 共 {m} 页",
        True,
        False,
        ("甲方（盖章）", "法定代表人（主要负责人）", "乙方（签字）"),
        slices=True,
    ),
    ContractPrint(
        "articles",
        "dev",
        "劳动合同",
        "song",
        4.2,
        "article",
        "- {n} -",
        False,
        False,
        ("甲方（公章）：", "法定代表人或委托代理人（签字或盖章）：", "乙方（签字）："),
        leading=1.9,
    ),
    ContractPrint(
        "model_text",
        "dev",
        "劳动合同（通用）",
        "hei",
        4.0,
        "part",
        "{n}",
        True,
        True,
        ("甲方（盖章）", "法定代表人（主要负责人）或委托代理人（签字或盖章）", "乙方（签字）"),
        number_place="right",
        leading=1.8,
    ),
    ContractPrint(
        "short",
        "dev",
        "固定期限劳动合同",
        "kai",
        4.2,
        "chapter",
        "{n}/{m}",
        False,
        False,
        ("甲方：（盖章）", "委托代理人（签字）：", "乙方：（签名）"),
        leading=1.55,
    ),
    ContractPrint(
        "test_decimal",
        "test",
        "劳 动 合 同 书",
        "hei",
        3.9,
        "decimal",
        "第{n}页/共{m}页",
        True,
        False,
        ("甲方（盖章）：", "法定代表人（签字或盖章）：", "乙方（签字）："),
        number_place="right",
        leading=1.9,
    ),
    ContractPrint(
        "test_parts",
        "test",
        "聘用合同书",
        "song",
        4.5,
        "part",
        "Page {n} of {m}",
        False,
        True,
        ("甲方（用人单位盖章）", "法定代表人（签章）", "乙方（签名）"),
        leading=1.7,
        slices=True,
    ),
    ContractPrint(
        "test_articles",
        "test",
        "劳动合同书",
        "kai",
        4.4,
        "article",
        "第{n}页",
        True,
        False,
        ("甲方（公章）", "法定代表人或委托代理人（签名）", "乙方（签名）"),
        leading=1.7,
    ),
)


def values(case: Case) -> dict[str, str]:
    """What the contract says of the case, field by field."""
    worker, employer = case.worker, case.employer
    return {
        "employer_name": employer.name,
        "employer_credit_code": employer.credit_code,
        "legal_representative": employer.representative,
        "worker_name": worker.name,
        "worker_id_number": worker.id_number,
        "term_kind": "fixed",
        "starts_on": case.employed_since.isoformat(),
        "ends_on": (case.contract_until - timedelta(days=1)).isoformat(),
        "job": case.job,
        "work_place": employer.address,
        "signed_on": case.employed_since.isoformat(),
        "_employer_address": employer.address,
        "_employer_phone": employer.phone,
        "_worker_address": worker.address,
        "_worker_phone": worker.phone,
        "_wage": str(case.wage),
    }


def draw(form: ContractPrint, content: Content, look: Look) -> list[Sheet]:
    """All pages, the signing page last; cover and notes bear no page number."""
    margins = Margins()
    pages = paginate(_blocks(form, look), margins, content, look)
    if end_of(pages[-1]) > margins.bottom - 85:
        pages.append([])
    sheets = [_cover(form, content, look)] if form.cover else []
    if form.notes:
        sheets.append(_notes(content, look))
    for number, lines in enumerate(pages, 1):
        last = number == len(pages)
        sheet = Sheet.a4(look.dpi, "signing_page" if last else "body", number if form.page_number else None)
        set_page(sheet, lines, content, look)
        if last:
            _signing(sheet, form, max(end_of(lines), margins.top) + 14, content, look)
        _page_number(sheet, form, number, len(pages), look)
        sheets.append(sheet)
    if form.slices:
        _seal_across(sheets, content, look)
    sheets[-1].enter("term_kind", content.values["term_kind"], Area(26, 26, 184, 40))
    return sheets


def _blocks(form: ContractPrint, look: Look) -> list[Block]:
    body = Print(look.face(form.face), form.size)
    heading = Print(look.face("hei"), form.size * 1.05)
    title = Print(look.face("hei"), 7, spacing=0.4)
    blocks = [] if form.cover else [Block(form.title, title, centred=True)]
    blocks += [
        Block(line, body, above=4 if line.startswith("乙方") else 0, leading=form.leading) for line in wording.PARTIES
    ]
    blocks.append(Block(wording.PREAMBLE, body, indent=2, above=4, leading=form.leading))
    clause = 0
    for chapter, (name, clauses) in enumerate(wording.CHAPTERS, 1):
        if form.numbering != "article":
            blocks.append(Block(_heading(form.numbering, chapter, name), heading, above=3, leading=form.leading))
        for index, text in enumerate(clauses, 1):
            clause += 1
            blocks.append(
                Block(_clause(form.numbering, chapter, index, clause) + text, body, indent=2, leading=form.leading)
            )
    return blocks


def _heading(numbering: str, chapter: int, name: str) -> str:
    if numbering == "decimal":
        return f"{chapter}. {name}"
    return f"第{wording.ordinal(chapter)}章 {name}" if numbering == "part" else f"{wording.ordinal(chapter)}、{name}"


def _clause(numbering: str, chapter: int, index: int, clause: int) -> str:
    if numbering == "chapter":
        return f"（{wording.ordinal(index)}）"
    return f"{chapter}.{index} " if numbering == "decimal" else f"第{wording.ordinal(clause)}条 "


def _cover(form: ContractPrint, content: Content, look: Look) -> Sheet:
    sheet = Sheet.a4(look.dpi, "cover")
    title = Print(look.face("hei"), 12, spacing=0.5)
    title = title.resized(min(12.0, 12 * 150 / title.width(form.title)))
    title.put(sheet, form.title, (210 - title.width(form.title)) / 2, 68)
    body = Print(look.face("song"), 5.2)
    for index, (caption, field) in enumerate(
        (("甲方（用人单位）", "employer_name"), ("乙方（劳动者）", "worker_name"), ("签订日期", "signed_on"))
    ):
        y = 150 + 18 * index
        end = body.put(sheet, f"{caption}：", 36, y).x1
        sheet.line((end, y + 7), (178, y + 7))
        area = look.fill.resized(5).put(sheet, in_words(content.values[field]), end + 3, y)
        sheet.enter(field, content.values[field], area, hand=look.hand)
    return sheet


def _notes(content: Content, look: Look) -> Sheet:
    sheet = Sheet.a4(look.dpi, "notes")
    title = Print(look.face("hei"), 6.5, spacing=0.6)
    title.put(sheet, "注意事项", (210 - title.width("注意事项")) / 2, 36)
    body = Print(look.face("song"), 4.4)
    blocks = [Block(text, body, indent=2, above=2) for text in wording.SHORT_NOTES]
    set_page(sheet, paginate(blocks, Margins(top=56), content, look)[0], content, look)
    return sheet


def _signing(sheet: Sheet, form: ContractPrint, y: float, content: Content, look: Look) -> None:
    caption = Print(look.face(form.face), 4.4)
    seal_caption, employer_signs, worker_signs = form.signs
    case = content.case
    caption.put(sheet, seal_caption, 26, y)
    seal_slot(sheet, content, look, "employer_seal", company_seal(content, look), (58, y + 14))
    end = caption.put(sheet, worker_signs, 116, y).x1
    signature_slot(
        sheet, content, look, "worker_signature", case.worker.name, Area(end + 1, y - 4, min(end + 36, 198), y + 8)
    )
    small = caption.resized(min(4.4, 4.4 * 60 / caption.width(employer_signs)))
    area = small.put(sheet, employer_signs, 26, y + 26)
    signature_slot(
        sheet,
        content,
        look,
        "employer_signature",
        case.employer.representative,
        Area(area.x1 + 1, y + 22, min(area.x1 + 30, 112), y + 34),
    )
    signed = in_words(content.values["signed_on"])
    fill = look.fill.resized(4.4)
    sheet.enter("signed_on", content.values["signed_on"], fill.put(sheet, signed, 34, y + 46), hand=look.hand)
    fill.put(sheet, signed, 130, y + 46)


def _page_number(sheet: Sheet, form: ContractPrint, number: int, count: int, look: Look) -> None:
    if not form.page_number:
        return
    text = form.page_number.format(n=number, m=count)
    style = Print(look.face("song"), 3.6)
    x = (210 - style.width(text)) / 2 if form.number_place == "centre" else 186 - style.width(text)
    style.put(sheet, text, x, 280)


def _seal_across(sheets: list[Sheet], content: Content, look: Look) -> None:
    seal = company_seal(content, look)
    for index, sheet in enumerate(sheets):
        stamp_slice(sheet, seal, (index / len(sheets), (index + 1) / len(sheets)), 120, look.rng)
