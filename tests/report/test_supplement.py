"""The notice of all that the applicant must supply: its text, on the page and as a Word file."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from pipeline.report.claim_folder import write_claim
from pipeline.report.supplement import Item, supplement_of
from pipeline.report.supplement_notice import SUPPLEMENT_DOCX, supplement_notice
from tests.report.example import ID_NUMBER, a_finding, example_comparison, example_pages, example_report

SIGN, CARD = "请在《工伤认定申请表》“申请人签字”处补签后重新上传。", "请提供证人王立冬身份证复印件。"


def asked(*findings):
    supplement = supplement_of(example_report(findings=findings))
    return supplement.items if supplement else ()


def wanting(check="missing_signature", outcome="fail", severity="blocking", remedy=SIGN, said="没有签名。"):
    return a_finding(check, outcome, severity, remedy_zh=remedy, message_zh=said)


def test_what_holds_the_claim_up_comes_first_and_each_thing_is_asked_for_once():
    items = asked(
        wanting(
            "required_documents",
            severity="warning",
            remedy="请补交授权委托书。",
            said="缺少授权委托书（已查看：上传的全部42页）。",
        ),
        wanting("witnesses", remedy=CARD, said="没有证人王立冬的身份证复印件。"),
        wanting(said="第1处没有签名。"),
        wanting(said="第2处没有签名。"),
    )
    assert items == (
        Item(CARD, ("没有证人王立冬的身份证复印件。",)),
        Item(SIGN, ("第1处没有签名。", "第2处没有签名。")),
        Item("请补交授权委托书。", ("缺少授权委托书。",)),
    )


@pytest.mark.parametrize(
    "finding",
    [
        wanting(outcome="unsure"),
        wanting(outcome="could_not_run"),
        wanting("duplicate_page", severity="info"),
        wanting("traffic_liability", severity="warning", remedy=""),
    ],
)
def test_what_is_in_doubt_or_cannot_be_supplied_is_not_asked_for(finding):
    assert asked(finding) == ()


def letter(report):
    return docx.Document(io.BytesIO(supplement_notice(supplement_of(report))))


def test_the_letter_says_all_and_covers_the_number():
    report = example_report(findings=(wanting(said=f"号码{ID_NUMBER}有误。"), wanting("witnesses", remedy=CARD)))
    lines = [paragraph.text for paragraph in letter(report).paragraphs]
    assert lines[0] == "工伤认定申请补正材料告知书"
    text = "\n".join(lines)
    assert "根据《工伤认定办法》第八条的规定，现一次性告知需要补正的全部材料（共2项）：" in text
    assert f"1. {SIGN}" in lines
    assert f"2. {CARD}" in lines
    assert ID_NUMBER not in text
    assert "220102********1234有误" in text
    assert lines[-2:] == ["社会保险行政部门（盖章）", "年　　　月　　　日"]


def test_every_line_names_a_chinese_font():
    runs = [run for line in letter(example_report(findings=(wanting(),))).paragraphs for run in line.runs]
    fonts = {run._element.rPr.rFonts.get(qn("w:eastAsia")) for run in runs}
    assert fonts == {"仿宋", "黑体"}


def test_the_same_notice_gives_the_same_bytes_whenever_it_is_written(monkeypatch):
    supplement = supplement_of(example_report(findings=(wanting(),)))
    first = supplement_notice(supplement)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert supplement_notice(supplement) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {2026}


def test_characters_that_xml_forbids_do_not_break_the_letter():
    assert letter(example_report(findings=(wanting(said="控制字符\x00\x0b\ud800"),))).paragraphs


def test_the_notice_lies_beside_the_report_only_where_something_is_asked_for(tmp_path):
    write_claim(example_report(findings=(wanting(),)), example_pages(), tmp_path / "a", (example_comparison(),))
    write_claim(example_report(findings=(wanting(outcome="unsure"),)), example_pages(), tmp_path / "b")
    assert (tmp_path / "a" / SUPPLEMENT_DOCX).is_file()
    assert SIGN in (tmp_path / "a" / "report.html").read_text(encoding="utf-8")
    assert not (tmp_path / "b" / SUPPLEMENT_DOCX).exists()
    assert "一次性告知补正材料" not in (tmp_path / "b" / "report.html").read_text(encoding="utf-8")
