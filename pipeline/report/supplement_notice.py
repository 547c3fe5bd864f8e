"""How does the text of the supplement notice become a Word file that the bureau completes, seals and sends?

Set as official letters are: A4, title centred in bold, body in 仿宋 of 16 pt with two characters' indent. The same
notice gives the same bytes.
"""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as Letter
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from pipeline.report.fixed_zip import FIXED_TIME, without_times
from pipeline.report.supplement import TITLE, Supplement
from pipeline.text.masking import mask_id_numbers
from pipeline.text.visible import visible

SUPPLEMENT_DOCX = "supplement_notice.docx"
_BODY, _HEADING, _SIZE, _SMALL = "仿宋", "黑体", Pt(16), Pt(12)
_INDENT = Pt(32)


def supplement_notice(supplement: Supplement) -> bytes:
    """supplement_notice.docx: addressee, what to supply item by item with the reason, and room for seal and date."""
    letter = Document()
    _set_page(letter)
    _line(letter, TITLE, font=_HEADING, size=Pt(22), bold=True).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _line(letter, f"申请编号：{supplement.claim_id}", size=_SMALL).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _line(letter, f"{supplement.applicant or '申请人'}：")
    _line(letter, supplement.opening, indent=True)
    for number, item in enumerate(supplement.items, start=1):
        _line(letter, f"{number}. {item.remedy}", indent=True).paragraph_format.keep_with_next = True
        for reason in item.reasons:
            _line(letter, f"原因：{reason}", size=_SMALL, indent=True)
    _line(letter, supplement.closing, indent=True)
    _line(letter, _about(supplement), size=_SMALL, indent=True)
    for foot in ("社会保险行政部门（盖章）", "年　　　月　　　日"):
        _line(letter, foot).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    saved = io.BytesIO()
    letter.save(saved)
    return without_times(saved.getvalue())


def _about(supplement: Supplement) -> str:
    people = supplement.parties
    number = f"（身份证号码{people.worker_id_masked}）" if people.worker_id_masked else ""
    return f"受伤职工：{people.worker or '未读到'}{number}；用人单位：{people.employer or '未读到'}。"


def _set_page(letter: Letter) -> None:
    section = letter.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.7)
    section.top_margin, section.bottom_margin = Cm(3), Cm(2.5)
    about = letter.core_properties
    about.author = about.last_modified_by = "precheck"
    about.title, about.comments = TITLE, ""
    about.created = about.modified = FIXED_TIME


def _line(
    letter: Letter, text: str, *, font: str = _BODY, size: Pt = _SIZE, bold: bool = False, indent: bool = False
) -> Paragraph:
    paragraph = letter.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.4
    if indent:
        paragraph.paragraph_format.first_line_indent = _INDENT
    run = paragraph.add_run(visible(mask_id_numbers(text)))
    run.font.name, run.font.size, run.font.bold = "Times New Roman", size, bold
    # Word takes the font for Chinese from an attribute of its own.
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return paragraph
