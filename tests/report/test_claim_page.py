import re
from html.parser import HTMLParser

import pytest

from pipeline.models.document import Document
from pipeline.models.finding import Evidence
from pipeline.models.geometry import Box
from pipeline.models.page import PageRef
from pipeline.models.report import FileError
from pipeline.report.claim_page import claim_page
from pipeline.report.claim_pictures import take_pictures
from pipeline.report.claim_view import claim_view
from pipeline.report.evidence import with_images
from pipeline.report.pairs import find_pairs
from tests.report.example import (
    FORM,
    ID_NUMBER,
    DrawnPages,
    a_field,
    a_finding,
    a_page,
    example_comparison,
    example_pages,
    example_report,
)


def html_of(report, pages=None):
    report, shots = with_images(report)
    pairs = find_pairs(report, (example_comparison(),))
    taken = take_pictures(report, shots, pairs, pages or example_pages())
    return claim_page(claim_view(report, pairs, taken)).decode("utf-8")


class Outline(HTMLParser):
    """Elements with their attributes, and the text outside style."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.words, self._in_style = [], [], False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._in_style = tag == "style"

    def handle_endtag(self, tag):
        self._in_style = False

    def handle_data(self, data):
        if not self._in_style:
            self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


def test_the_verdict_and_what_to_do_come_before_the_findings():
    text = Outline(html_of(example_report())).text
    text = text[text.index("预审报告") :]
    order = [
        "需要补正",
        "CC2026-00123",
        "王晓明",
        "要做什么",
        "请申请人补正",
        "请您看图核对",
        "必须补正（3）",
        "材料（3",
    ]
    places = [text.index(word) for word in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("verdict", "word"), [("ready", "可以受理"), ("correction", "需要补正"), ("review", "需要人工核对")]
)
def test_each_verdict_has_word_symbol_and_colour(verdict, word):
    html = html_of(example_report(verdict=verdict))
    outline = Outline(html)
    assert f"{word} · CC2026-00123" in html.split("</title>")[0]
    assert {"class": f"verdict {verdict}"} in outline.all("header")
    assert re.search(rf'aria-hidden="true">[✓✗?]</span> {word}</h1>', html)


def test_findings_of_each_kind_stand_under_their_heading_once():
    html = html_of(example_report())
    for heading, count in (
        ("必须补正", 3),
        ("请您核对", 1),
        ("提醒", 1),
        ("无法检查，缺少信息", 1),
        ("通过", 2),
        ("不适用", 1),
    ):
        assert f"{heading}（{count}）" in html
    assert len(re.findall(r'id="f\d+"', html)) == len(example_report().findings)


def test_every_task_leads_to_its_finding():
    outline = Outline(html_of(example_report()))
    links = [link["href"] for link in outline.all("a")]
    anchors = [link[1:] for link in links if link.startswith("#")]
    ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]
    assert anchors
    assert set(anchors) <= set(ids)
    assert [link for link in links if not link.startswith("#")] == ["supplement_notice.docx"]
    assert len(ids) == len(set(ids))


def test_the_same_remedy_is_asked_for_once():
    findings = tuple(a_finding(check, "fail", remedy_zh="请重新上传。") for check in ("missing_seal", "legible"))
    html = html_of(example_report(findings=findings, errors=()))
    assert "请申请人补正（1）" in html
    assert "必须补正（2）" in html


def test_a_doubt_says_what_was_seen_not_what_to_bring():
    doubt = a_finding(
        "missing_seal", "unsure", message_zh="公章无法确认（已查看：全部3页）。", remedy_zh="请补盖公章后上传。"
    )
    html = html_of(example_report(findings=(doubt,), errors=()))
    assert '<a href="#f1">缺公章</a><span>公章无法确认。</span>' in html
    assert "<strong>如确有问题：</strong>请补盖公章后上传。" in html


def test_a_picture_is_named_by_its_paper():
    assert f"《工伤认定申请表》{FORM} 第2页" in html_of(example_report())


def test_a_ready_claim_says_that_nothing_is_to_be_done():
    html = html_of(example_report(verdict="ready", findings=(a_finding("legible", "pass"),), errors=()))
    assert "没有必须处理的问题" in html
    assert "请申请人补正" not in html


def test_the_differing_character_is_marked_in_the_grid():
    html = html_of(example_report())
    assert '<li class="different"><span>未</span><span>末</span></li>' in html
    assert html.count('<li class="same">') == 7


def test_identity_numbers_are_masked_everywhere():
    finding = a_finding("id_number_valid", "fail", message_zh=f"号码{ID_NUMBER}有误", remedy_zh=ID_NUMBER)
    spot = Evidence(file=f"{ID_NUMBER}.pdf", page=1, text=ID_NUMBER)
    report = example_report(
        claim_id=f"张三{ID_NUMBER}",
        findings=(finding.model_copy(update={"evidence": (spot,)}),),
        errors=(FileError(file=f"{ID_NUMBER}.zip", code="x", message_zh=ID_NUMBER, message_en=""),),
    )
    html = html_of(report)
    assert ID_NUMBER not in html
    assert html.count("220102********1234") >= 8


def test_badly_read_identity_numbers_are_masked_and_credit_codes_are_not():
    fields = {
        "worker_id_number": a_field("2201O219800I011234", FORM, 1, Box(1, 1, 90, 20)),
        "employer_credit_code": a_field("912201010000000123", FORM, 1, Box(1, 30, 90, 50)),
    }
    document = Document(
        id="d1", type="labor_contract", confidence=1, pages=(PageRef(file=FORM, page=1),), fields=fields
    )
    html = html_of(example_report(documents=(document,), findings=()))
    assert "2201O219800I011234" not in html
    assert "912201010000000123" in html


HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>{{7*7}}\u202egnp\x00\x1b[31m\ud800</style>"


def hostile_report():
    document = Document(
        id="d1",
        type=HOSTILE,
        confidence=1,
        pages=(PageRef(file=HOSTILE, page=1),),
        fields={HOSTILE: a_field(HOSTILE, HOSTILE, 1, Box(1, 1, 50, 20))},
    )
    spot = Evidence(file=HOSTILE, page=1, box=Box(1, 1, 50, 20), text=HOSTILE)
    findings = tuple(
        a_finding(
            check,
            outcome,
            message_zh=HOSTILE,
            remedy_zh=HOSTILE,
            subject=HOSTILE,
            basis=(HOSTILE,),
            evidence=(spot, spot),
        )
        for check in ("injury_matches_diagnosis", "fax_page")
        for outcome in ("fail", "unsure", "pass", "could_not_run", "not_applicable")
    )
    return example_report(
        claim_id=HOSTILE,
        documents=(document,),
        pages=(a_page(HOSTILE, 1, "d1", HOSTILE, (100, 100)), a_page(HOSTILE, 2, None, HOSTILE, (100, 100))),
        findings=findings,
        errors=(FileError(file=HOSTILE, code=HOSTILE, message_zh=HOSTILE, message_en=HOSTILE),),
    )


def test_no_text_from_a_page_becomes_markup():
    html = html_of(hostile_report(), DrawnPages({(HOSTILE, 1): (100, 100), (HOSTILE, 2): (100, 100)}))
    outline = Outline(html)
    assert outline.all("script") == []
    assert all(image["src"].startswith("data:image/jpeg;base64,") for image in outline.all("img"))
    assert not any(name.startswith("on") for _, attributes in outline.elements for name in attributes)
    assert "{{7*7}}" in html
    assert "<script>alert(1)</script>" in outline.text
    assert not set(html) & {"\u202e", "\x00", "\x1b", "\ud800"}
    assert len(outline.all("style")) == 1


def test_the_page_needs_no_other_file_and_forbids_itself_to_ask():
    html = html_of(example_report())
    outline = Outline(html)
    (policy,) = [meta["content"] for meta in outline.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert outline.all("link") == outline.all("script") == []
    assert "http://" not in html
    assert "https://" not in html
    assert "url(" not in html


def test_the_page_can_be_heard():
    outline = Outline(html_of(example_report()))
    assert outline.all("html") == [{"lang": "zh-CN"}]
    assert {name for name, _ in outline.elements} >= {"header", "main", "footer", "h1", "h2"}
    assert all(image["alt"] for image in outline.all("img"))
    labels = {section["aria-labelledby"] for section in outline.all("section")}
    assert labels <= {attributes["id"] for _, attributes in outline.elements if "id" in attributes}


def test_a_claim_of_many_pages_stays_small():
    count = 200
    pages = tuple(a_page("many.pdf", number, None, "blank_or_other", (1240, 1754)) for number in range(1, count + 1))
    drawn = DrawnPages({("many.pdf", number): (1240, 1754) for number in range(1, count + 1)})
    html = html_of(example_report(documents=(), pages=pages, findings=(), errors=()), drawn)
    assert html.count("<img") == count
    assert len(html) < 8_000_000


def test_an_empty_claim_has_a_page():
    html = html_of(example_report(documents=(), pages=(), findings=(), errors=()))
    assert "未读到" in html
