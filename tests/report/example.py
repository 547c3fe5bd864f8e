"""A hand-made claim: drawn pages and a report about them, with one finding of each kind."""

from dataclasses import dataclass, field
from datetime import date

import cv2
import numpy as np

from pipeline.models.comparison import Comparison, Difference, Side
from pipeline.models.document import Document, Field, Mark
from pipeline.models.facts import FieldComparison
from pipeline.models.finding import Evidence, Finding
from pipeline.models.geometry import Box, Point, Quad
from pipeline.models.page import Page, PageRef
from pipeline.models.report import ClaimReport, FileError, PipelineInfo
from pipeline.models.text_line import Char, TextLine

FORM, CERTIFICATE, CARD, OTHER = "申请表.pdf", "诊断.jpg", "资料.zip!身份证.png", "杂页.tif"
ID_NUMBER = "220102198001011234"
WIDTH, HEIGHT = 1240, 1754
INJURY = Box(300, 600, 720, 650)
DIAGNOSIS = Box(200, 500, 760, 560)


def line(text: str, box: Box) -> TextLine:
    """A line of evenly spaced characters that fills the box."""
    chars = tuple(
        Char(text=letter, confidence=0.99, start=index / len(text), end=(index + 1) / len(text))
        for index, letter in enumerate(text)
    )
    quad = Quad(Point(box.x0, box.y0), Point(box.x1, box.y0), Point(box.x1, box.y1), Point(box.x0, box.y1))
    return TextLine(quad=quad, confidence=0.99, chars=chars)


def a_field(value: str, file: str, page: int, box: Box, confidence: float = 0.98) -> Field:
    """A field whose one line fills its box."""
    return Field(
        value=value,
        text=value,
        confidence=confidence,
        file=file,
        page=page,
        box=box,
        lines=(line(value, box),) if value else (),
    )


@dataclass
class DrawnPages:
    """Pages of a size with the words of their fields drawn as bars; counts how often each was asked for."""

    sizes: dict[tuple[str, int], tuple[int, int]]
    asked: list[tuple[str, int]] = field(default_factory=list)

    def page(self, file: str, page: int) -> np.ndarray:
        """The page, drawn anew."""
        self.asked.append((file, page))
        width, height = self.sizes[file, page]
        image = np.full((height, width, 3), 250, np.uint8)
        for top in range(80, height - 80, 90):
            cv2.putText(image, f"{file[-3:]} {page} {top}", (60, top), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (60, 60, 60), 2)
        return image


def example_pages() -> DrawnPages:
    """The pages of :func:`example_report`."""
    return DrawnPages(
        {
            (FORM, 1): (WIDTH, HEIGHT),
            (FORM, 2): (WIDTH, HEIGHT),
            (CERTIFICATE, 1): (WIDTH, HEIGHT),
            (CARD, 1): (1000, 630),
            (OTHER, 1): (1728, 1100),
        }
    )


def a_page(file: str, page: int, document: str | None, kind: str, size: tuple[int, int], **facts: object) -> Page:
    """A page of the report."""
    return Page(file=file, page=page, document=document, type=kind, width_px=size[0], height_px=size[1], **facts)


def a_finding(check: str, outcome: str, severity: str = "blocking", **more: object) -> Finding:
    """A finding with plain words."""
    words = {"message_zh": f"{check} 说明。", "message_en": f"{check} said.", "subject": "claim"}
    return Finding(check=check, outcome=outcome, severity=severity, **{**words, **more})


def example_comparison() -> FieldComparison:
    """末 against 未, surely different."""
    return FieldComparison(
        left_document="d1",
        left_field="injured_part",
        right_document="d2",
        right_field="diagnosis",
        comparison=Comparison(
            verdict="different",
            probability_identical=0.001,
            left=Side(text="左手示指未节骨折", confidence=0.99),
            right=Side(text="左手示指末节骨折", confidence=0.99),
            differences=(Difference(op="replace", left="未", right="末", left_index=4, right_index=4),),
        ),
    )


def example_findings() -> tuple[Finding, ...]:
    """One of each kind."""
    return (
        a_finding(
            "injury_matches_diagnosis",
            "fail",
            message_zh="申请表写“左手示指未节骨折”，诊断书写“左手示指末节骨折”，第5字不同。",
            remedy_zh="请按诊断书重新填写申请表“伤害部位或疾病名称”一栏。",
            basis=("长春市申报材料清单第1项：一字不差",),
            evidence=(
                Evidence(file=FORM, page=2, box=INJURY, text="左手示指未节骨折"),
                Evidence(file=CERTIFICATE, page=1, box=DIAGNOSIS, text="左手示指末节骨折"),
            ),
        ),
        a_finding(
            "missing_signature",
            "fail",
            subject="d1",
            message_zh="申请表第2页“申请人签字”处没有签名。",
            remedy_zh="请申请人在申请表上签名。",
            basis=("《工伤认定办法》第四条",),
            evidence=(Evidence(file=FORM, page=2, box=Box(700, 1400, 1100, 1500)),),
        ),
        a_finding(
            "fax_page",
            "unsure",
            subject=f"{OTHER}#1",
            message_zh="这一页像是传真件，请看图核对。",
            remedy_zh="如确为传真件，请换交原件或扫描件。",
            evidence=(Evidence(file=OTHER, page=1),),
        ),
        *_other_findings(),
    )


def _other_findings() -> tuple[Finding, ...]:
    """Those without a picture."""
    return (
        a_finding("dates_in_order", "could_not_run", message_zh="无法检查：缺少事故日期。"),
        a_finding(
            "filing_deadline",
            "fail",
            "warning",
            message_zh="超过30日申请时限12天。",
            remedy_zh="请单位说明逾期原因。",
        ),
        a_finding("unsupported_file", "fail", message_zh="1个文件无法打开。", remedy_zh="请重新上传“损坏.pdf”。"),
        a_finding("missing_seal", "pass", message_zh="公章齐全。"),
        a_finding("legible", "pass", message_zh="各页清晰。"),
        a_finding("missing_fingerprint", "not_applicable", message_zh="没有需要按手印的材料。"),
    )


EXAMPLE_MARKS = (
    Mark(
        slot="applicant_signature",
        kind="signature",
        state="absent",
        confidence=0.9,
        file=FORM,
        page=2,
        box=Box(700, 1400, 1100, 1500),
    ),
    Mark(slot="employer_seal", kind="seal", state="unsure", confidence=0.5),
)


def example_documents() -> tuple[Document, ...]:
    """Application, diagnosis certificate and ID card."""
    return (
        Document(
            id="d1",
            type="work_injury_application",
            confidence=0.97,
            pages=(PageRef(file=FORM, page=1), PageRef(file=FORM, page=2)),
            fields={
                "worker_name": a_field("王晓明", FORM, 1, Box(300, 300, 500, 350)),
                "id_number": a_field(ID_NUMBER, FORM, 1, Box(300, 400, 800, 450)),
                "employer_name": a_field("长春市某某机械有限公司", FORM, 1, Box(300, 500, 800, 550), 0.85),
                "injured_part": a_field("左手示指未节骨折", FORM, 2, INJURY, 0.7),
                "narrative": a_field("", FORM, 2, Box(300, 700, 1100, 1200)),
            },
            marks=EXAMPLE_MARKS,
        ),
        Document(
            id="d2",
            type="diagnosis_certificate",
            confidence=0.9,
            pages=(PageRef(file=CERTIFICATE, page=1),),
            fields={"diagnosis": a_field("左手示指末节骨折", CERTIFICATE, 1, DIAGNOSIS)},
        ),
        Document(
            id="d3",
            type="id_card",
            confidence=0.99,
            pages=(PageRef(file=CARD, page=1),),
            fields={"id_number": a_field(ID_NUMBER, CARD, 1, Box(300, 500, 800, 560))},
        ),
    )


def example_report(**changes: object) -> ClaimReport:
    """A claim in need of correction."""
    report = ClaimReport(
        claim_id="CC2026-00123",
        as_of=date(2026, 11, 23),
        verdict="correction",
        pipeline=PipelineInfo(version="0.1.0", engine="recorded", models=("模型一",)),
        documents=example_documents(),
        pages=(
            a_page(FORM, 1, "d1", "work_injury_application", (WIDTH, HEIGHT), paper="A4", origin="scan"),
            a_page(FORM, 2, "d1", "work_injury_application", (WIDTH, HEIGHT), paper="A4", rotation=90),
            a_page(CERTIFICATE, 1, "d2", "diagnosis_certificate", (WIDTH, HEIGHT), origin="photo"),
            a_page(CARD, 1, "d3", "id_card", (1000, 630), part="front", paper="card"),
            a_page(OTHER, 1, None, "blank_or_other", (1728, 1100), origin="fax", legible=False),
        ),
        findings=example_findings(),
        errors=(
            FileError(
                file="损坏.pdf",
                code="damaged_file",
                message_zh="文件已损坏，无法打开。请重新上传。",
                message_en="The file is damaged. Upload it again.",
            ),
        ),
    )
    return report.model_copy(update=changes)
