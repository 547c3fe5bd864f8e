"""Determinations of the traffic police: the general letter, the simplified table, a certificate without liability."""

from datetime import date

from pipeline.casework.liability import with_worker_liability
from pipeline.extractors import traffic_accident_determination as determination
from pipeline.models.claim import ClaimInfo
from pipeline.models.document import Document
from pipeline.models.facts import Facts
from pipeline.models.geometry import Box
from pipeline.reading.page import DocumentPages
from tests.extractors.official import extracted, letter, values
from tests.typeset import line, read_page

GENERAL = [
    "事故时间：2026年2月18日07时35分    天气：晴",
    "事故地点：长春市朝阳区卫星路与前进大街交会处",
    "当事人、车辆、道路和交通环境等基本情况：",
    "当事人：王立冬，男，1985年1月1日出生，身份证号220104198501019999，驾驶吉A00000号小型轿车。",
    "当事人：刘海棠，女，1990年5月2日出生，驾驶电动自行车。",
    "道路交通事故发生经过：",
    "2026年2月18日07时35分许，王立冬驾驶小型轿车沿卫星路由东向西行驶至前进大街路口时，与刘海棠驾驶的电动自行车相撞，造成刘海棠受伤。",
    "当事人导致交通事故的过错及责任或者意外原因：",
    "根据《道路交通事故处理程序规定》第六十条的规定，王立冬承担此次事故的全部责任，刘海棠无责任。",
]


def settled(extraction, worker):
    document = Document(
        id="d1",
        type="traffic_accident_determination",
        confidence=1,
        pages=(),
        fields=extraction.fields,
        liabilities=extraction.liabilities,
    )
    claim = ClaimInfo.model_validate({"worker": {"name": worker, "id_number": ""}})
    facts = Facts(claim=claim, as_of=date(2026, 3, 1), documents=(document,), pages=(), errors=())
    return with_worker_liability(facts).documents[0].fields["worker_liability"]


def general(tmp_path):
    page = letter("道路交通事故认定书", GENERAL, ["长春市公安局交通警察支队朝阳区大队", "二〇二六年二月二十八日"])
    page += [line("第2201041202600123号", 1000, 330), line("交通警察：", 200, 1900)]
    return extracted(determination, tmp_path, page)


def test_a_general_determination(tmp_path):
    read = general(tmp_path)
    assert values(read) == {
        "document_number": "第2201041202600123号",
        "accident_date": "2026-02-18",
        "accident_place": "长春市朝阳区卫星路与前进大街交会处",
        "parties": "王立冬、刘海棠",
        "worker_liability": "",
        "issued_on": "2026-02-28",
    }
    assert {mark.slot: mark.state for mark in read.marks} == {"officer_signature": "absent", "authority_seal": "absent"}


def test_the_worker_is_known_from_other_papers(tmp_path):
    read = general(tmp_path)
    assert settled(read, "刘海棠").value == "none"
    assert settled(read, "王立冬").value == "full"
    assert settled(read, "赵铁柱").value == ""


def test_a_look_alike_of_the_workers_name_leaves_doubt(tmp_path):
    said = settled(general(tmp_path), "王立东")
    assert said.value in ("", "full")
    assert said.confidence <= 0.5


def test_the_same_share_for_all_needs_no_worker(tmp_path):
    page = letter("道路交通事故认定书", [*GENERAL[:-1], "王立冬、刘海棠承担事故的同等责任。"], ["2026年2月28日"])
    assert values(extracted(determination, tmp_path, page))["worker_liability"] == "equal"


def test_a_certificate_says_that_the_cause_was_not_found(tmp_path):
    page = letter(
        "道路交通事故证明",
        [*GENERAL[:-2], "因现场无监控，双方陈述不一致，该道路交通事故成因无法查清。"],
        ["长春市公安局交通警察支队朝阳区大队", "2026年2月28日"],
    )
    assert values(extracted(determination, tmp_path, page))["worker_liability"] == "undetermined"


def test_a_table_of_the_simplified_procedure(tmp_path):
    rows = [
        ("事故时间", "2026-02-18 07:35", "事故地点", "卫星路前进大街口"),
        ("当事人", "证件号码", "交通方式", "责任"),
        ("王立冬", "1", "小型轿车", "全部责任"),
        ("刘海棠", "2", "电动自行车", "无责任"),
    ]
    cells, lines = [], [line("道路交通事故认定书（简易程序）", 400, 200, size=56)]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            box = Box(100 + 360 * column, 400 + 90 * number, 460 + 360 * column, 490 + 90 * number)
            cells.append(box)
            lines.append(line(text, box.x0 + 15, box.y0 + 25, size=36, pitch=17 if text[0].isdigit() else 36))
    page = read_page(tmp_path, lines, cells=cells)
    read = determination.extract(DocumentPages("traffic_accident_determination", (page,)))
    assert values(read)["parties"] == "王立冬、刘海棠"
    assert settled(read, "刘海棠").value == "none"


def test_a_long_number_of_the_police_behind_the_year(tmp_path):
    page = letter("道路交通事故认定书", GENERAL, ["长春市公安局交通警察支队朝阳区大队", "二〇二六年二月二十八日"])
    page += [line("长公交认字[2026]第220105201900386号", 800, 330)]
    number = values(extracted(determination, tmp_path, page))["document_number"]
    assert number == "长公交认字[2026]第220105201900386号"
