import io
import json
import zipfile

import openpyxl
import pytest

from pipeline.errors import PrecheckError
from pipeline.models.report import PipelineInfo
from pipeline.report.batch_folder import index_page, write_batch
from pipeline.report.batch_row import BatchRow, batch_row, read_rows
from pipeline.report.claim_folder import write_claim
from pipeline.report.failed_claim import failed_claim
from pipeline.report.pictures import NoPictures
from pipeline.report.report_file import report_json
from pipeline.report.worklist import worklist
from tests.report.example import ID_NUMBER, a_finding, example_pages, example_report


def a_failure(claim_id="C9"):
    error = PrecheckError("internal_error", zh=f"处理 {ID_NUMBER} 出错。", en="It failed.")
    return failed_claim(claim_id, example_report().as_of, PipelineInfo(version="1", engine="x", models=()), error)


def test_a_row_says_who_and_what_in_short():
    row = batch_row(example_report(), "C1", {"check": 5})
    assert (row.worker, row.worker_id_masked, row.employer) == (
        "王晓明",
        "220102********1234",
        "长春市某某机械有限公司",
    )
    assert row.failed == ("伤害部位与诊断不一致", "缺签名", "文件无法识别")
    assert row.doubtful == ("材料为传真件", "日期先后矛盾")
    assert row.reminders == ("超过申请时限",)
    assert row.errors == ("损坏.pdf：文件已损坏，无法打开。请重新上传。",)
    assert (row.pages, row.report, row.timings_ms) == (5, "C1/report.html", {"check": 5})


def test_rows_are_read_from_the_reports_those_to_act_on_first(tmp_path):
    for name, verdict in (("A", "ready"), ("B", "review"), ("C", "correction")):
        write_claim(example_report(claim_id=name, verdict=verdict), example_pages(), tmp_path / name)
    write_claim(a_failure(), NoPictures(), tmp_path / "D")
    (tmp_path / "E").mkdir()
    (tmp_path / "E" / "report.json").write_text("{}")
    (tmp_path / ".F.new").mkdir()
    (tmp_path / ".F.new" / "report.json").write_text("{}")
    rows = read_rows(tmp_path, {"A": {"total": 7}})
    assert [(row.folder, row.verdict) for row in rows] == [
        ("D", "failed"),
        ("E", "failed"),
        ("C", "correction"),
        ("B", "review"),
        ("A", "ready"),
    ]
    assert "报告无法读取" in rows[1].errors[0]
    assert rows[-1].timings_ms == {"total": 7}


def test_a_failed_claim_lets_every_check_say_that_it_could_not_run():
    report = a_failure()
    assert {finding.outcome for finding in report.findings} == {"could_not_run"}
    assert len({finding.check for finding in report.findings}) == len(report.findings) >= 17
    assert report.verdict == "review"
    assert ID_NUMBER not in report.errors[0].message_zh


def test_batch_files_count_and_link(tmp_path):
    rows = (batch_row(example_report(), "C1", {}), batch_row(example_report(verdict="ready"), "C2", {}))
    write_batch(tmp_path, rows, {"total": 12})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["batch.json", "index.html", "worklist.xlsx"]
    batch = json.loads((tmp_path / "batch.json").read_text())
    assert batch["counts"] == {"claims": 2, "pages": 10, "failed": 0, "correction": 1, "review": 0, "ready": 1}
    assert batch["timings_ms"] == {"total": 12}
    assert [claim["folder"] for claim in batch["claims"]] == ["C1", "C2"]
    html = (tmp_path / "index.html").read_text()
    assert 'href="C1/report.html"' in html
    assert "共 2 件" in html


def test_links_to_odd_names_are_relative_and_quoted():
    html = index_page(
        (BatchRow(claim_id="x", folder="张 三#1", verdict="ready", report="张 三#1/report.html"),)
    ).decode()
    assert 'href="%E5%BC%A0%20%E4%B8%89%231/report.html"' in html


HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("x")',
    "<script>alert(1)</script>",
    "a\x00\x0b\u202e\ud800",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_the_worklist_is_a_formula(text):
    row = BatchRow(
        claim_id=text, folder="C1", verdict="ready", worker=text, employer=text, failed=(text,), errors=(text,)
    )
    sheet = openpyxl.load_workbook(io.BytesIO(worklist((row,)))).active
    cells = [cell for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    with zipfile.ZipFile(io.BytesIO(worklist((row,)))) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
        assert not any("externalLink" in name for name in book.namelist())


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_the_index_is_markup(text):
    row = BatchRow(
        claim_id=text, folder="C1", verdict="ready", worker=text, failed=(text,), report=f"{text}/report.html"
    )
    html = index_page((row,)).decode("utf-8")
    assert "<script>alert" not in html
    assert html.count("<script>") == 1


def test_the_worklist_has_filters_a_frozen_head_and_masked_numbers():
    row = batch_row(example_report(claim_id=f"C-{ID_NUMBER}"), "C1", {})
    book = worklist((row,))
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:M2"
    values = [str(cell.value) for cell in sheet[2]]
    assert "220102********1234" in values
    assert ID_NUMBER not in "".join(values)
    assert sheet["G2"].value == 5
    assert sheet.column_dimensions["H"].width == 26


def test_the_worklist_prints_across_a4_with_rows_high_enough_for_their_text():
    short = batch_row(example_report(), "C1", {})
    long = short.model_copy(update={"failed": ("伤害部位与诊断不一致",) * 9})
    sheet = openpyxl.load_workbook(io.BytesIO(worklist([short, long]))).active
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.print_area == "'工伤认定预审'!$A$1:$L$3"
    heights = [sheet.row_dimensions[row].height for row in (2, 3)]
    # 188 columns of letters in a column of 26 take eight lines.
    assert heights[0] < 4 * 16.5 < 8 * 16.5 <= heights[1] < 10 * 16.5


def test_the_same_rows_give_the_same_worklist():
    rows = (batch_row(example_report(findings=(a_finding("legible", "pass"),)), "C1", {}),)
    assert worklist(rows) == worklist(rows)
    assert b"2026-01-01" in zipfile.ZipFile(io.BytesIO(worklist(rows))).read("docProps/core.xml")


def test_long_texts_fit_into_a_cell():
    sheet = openpyxl.load_workbook(
        io.BytesIO(worklist((BatchRow(claim_id="x" * 40_000, folder="C", verdict="ready"),)))
    ).active
    assert len(sheet["B2"].value) == 32_767


def test_an_empty_batch_has_its_files(tmp_path):
    write_batch(tmp_path, (), {})
    assert "还没有报告" in (tmp_path / "index.html").read_text()


@pytest.mark.parametrize(
    ("outcome", "tag"), [("fail", "需两人调查"), ("unsure", "可能需两人调查"), ("pass", ""), ("could_not_run", "")]
)
def test_death_and_serious_injury_are_tagged(outcome, tag):
    row = batch_row(example_report(findings=(a_finding("two_investigators", outcome, "info"),)), "C1", {})
    assert (row.priority, row.reminders) == (tag, ())
    assert (tag in index_page((row,)).decode()) or not tag
    sheet = openpyxl.load_workbook(io.BytesIO(worklist((row,)))).active
    assert [cell.value or "" for cell in sheet["C"]] == ["优先", tag]


def test_a_priority_comes_first_among_claims_of_its_verdict(tmp_path):
    for name, outcome in (("A", "pass"), ("B", "fail")):
        (tmp_path / name).mkdir()
        report = example_report(claim_id=name, findings=(a_finding("two_investigators", outcome, "info"),))
        (tmp_path / name / "report.json").write_bytes(report_json(report))
    assert [row.claim_id for row in read_rows(tmp_path, {})] == ["B", "A"]
