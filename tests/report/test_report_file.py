import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import PrecheckError
from pipeline.models.finding import Evidence
from pipeline.models.report import ClaimReport
from pipeline.report.report_file import read_report, report_json
from pipeline.report.schema import report_schema
from tests.report.example import a_finding, example_report


def test_report_is_read_back_as_it_was_but_for_what_stays_inside(tmp_path):
    report = example_report()
    (tmp_path / "report.json").write_bytes(report_json(report))
    again = read_report(tmp_path / "report.json")
    assert report_json(again) == report_json(report)
    assert again.findings == report.findings
    assert again.documents[0].fields["injured_part"].lines == ()


def test_keys_are_those_of_the_contract_in_its_order():
    content = json.loads(report_json(example_report()))
    assert list(content) == [
        "schema_version",
        "claim_id",
        "as_of",
        "verdict",
        "pipeline",
        "documents",
        "pages",
        "findings",
        "errors",
    ]
    assert list(content["documents"][0]["fields"]["worker_name"]) == [
        "value",
        "text",
        "confidence",
        "file",
        "page",
        "box",
    ]
    assert list(content["pages"][0])[-1] == "legible"


def test_timings_are_written_when_there_are_any():
    timed = json.loads(report_json(example_report(timings_ms={"check": 12})))
    assert timed["timings_ms"] == {"check": 12}


def test_chinese_is_readable_and_numbers_are_rounded():
    text = report_json(example_report()).decode()
    assert "左手示指未节骨折" in text
    documents = (example_report().documents[0].model_copy(update={"confidence": 0.123456789}),)
    assert '"confidence": 0.1235' in report_json(example_report(documents=documents)).decode()


def test_not_a_number_is_refused():
    documents = (example_report().documents[0].model_copy(update={"confidence": float("nan")}),)
    with pytest.raises(ValueError, match="JSON"):
        report_json(example_report(documents=documents))


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"schema_version": "2"}'],
    ids=["empty", "broken", "list", "not utf-8", "other version"],
)
def test_what_is_no_report_is_refused_with_advice(tmp_path, content):
    (tmp_path / "report.json").write_bytes(content)
    with pytest.raises(PrecheckError) as refused:
        read_report(tmp_path / "report.json")
    assert refused.value.code == "report_unreadable"
    assert "--fresh" in refused.value.line()


@pytest.mark.parametrize("path", [(), ("pages", 0), ("findings", 0, "evidence", 0), ("documents", 0)])
def test_unknown_fields_are_refused_anywhere(tmp_path, path):
    content = json.loads(report_json(example_report()))
    place = content
    for step in path:
        place = place[step]
    place["invented"] = 1
    (tmp_path / "report.json").write_text(json.dumps(content))
    with pytest.raises(PrecheckError):
        read_report(tmp_path / "report.json")


hostile = st.text(st.characters(exclude_categories=()), max_size=40)


@given(text=hostile, file=hostile)
def test_any_text_survives_writing_and_reading(tmp_path_factory, text, file):
    """Also NULs, bidi controls and lone surrogates; the bytes are valid UTF-8."""
    finding = a_finding("fax_page", "fail", message_zh=text, evidence=(Evidence(file=file, page=1, text=text),))
    written = report_json(example_report(findings=(finding,)))
    written.decode("utf-8")
    path = tmp_path_factory.mktemp("report") / "report.json"
    path.write_bytes(written)
    again = read_report(path).findings[0]
    assert (again.message_zh, again.evidence[0].file) == (text, file)


def test_published_schema_is_up_to_date(pytestconfig):
    published = (pytestconfig.rootpath / "docs" / "report.schema.json").read_text(encoding="utf-8")
    assert published == report_schema(), "run: python -m pipeline.report.schema docs/report.schema.json"


def test_reports_fit_the_published_schema_and_it_refuses_others():
    validator = jsonschema.Draft202012Validator(json.loads(report_schema()))
    content = json.loads(report_json(example_report()))
    validator.validate(content)
    validator.validate({**content, "timings_ms": {"check": 1}})
    for broken in ({**content, "more": 1}, {**content, "verdict": "fine"}, {k: content[k] for k in list(content)[1:]}):
        assert not validator.is_valid(broken)


def test_schema_names_every_field_of_the_model():
    assert set(json.loads(report_schema())["properties"]) == set(ClaimReport.model_fields)
