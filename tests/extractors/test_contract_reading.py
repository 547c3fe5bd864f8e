"""How much of a contract is read: its parties, and its clauses until term, post and place are known."""

from pipeline.extractors import labor_contract
from pipeline.reading.page import DocumentPages
from tests.extractors.employer_letters import table
from tests.extractors.test_core_types import CONTRACT, rows
from tests.typeset import SilentEngine, read_page

FILLER = [f"第{number}条 双方应当遵守法律法规和本合同约定的各项义务，依法履行各自的职责。" for number in range(10, 40)]


class Rereader(SilentEngine):
    """Reads these lines wherever it is asked to, and remembers what it was asked for."""

    def __init__(self, lines):
        self.lines = {line.quad: line for line in lines}
        self.asked = []

    def recognise(self, image, quads):
        read = tuple(self.lines[quad] for quad in quads)
        self.asked += [line.text for line in read]
        return read


def half_read(folder, texts, page):
    """A page of which the beginnings of all lines are known, and the engine that knows the rest."""
    whole = rows(texts, step=60)
    engine = Rereader(whole)
    begun = [line.span(0, min(9, len(line.chars))) for line in whole]
    heads = {index: line.quad for index, line in enumerate(whole)}
    return read_page(folder, begun, heads=heads, engine=engine, page=page), engine


def test_what_follows_the_work_is_left_unread(tmp_path):
    first, at_first = half_read(tmp_path, CONTRACT + FILLER[:15], 1)
    second, later = half_read(tmp_path, ["乙方（劳动者）联系人：张志强", *FILLER[15:]], 2)
    found = labor_contract.extract(DocumentPages("labor_contract", (first, second))).fields
    assert {name: found[name].value for name in ("worker_id_number", "ends_on", "job", "work_place")} == {
        "worker_id_number": "220104198501019999",
        "ends_on": "2027-02-28",
        "job": "叉车司机",
        "work_place": "长春市朝阳区",
    }
    assert len(at_first.asked) < len(CONTRACT) + 6
    assert later.asked == ["乙方（劳动者）联系人：张志强"]


def test_addresses_and_preamble_above_the_first_heading_are_left_unread(tmp_path):
    above = ["注册地址：长春市朝阳区西安大路342号", "根据《中华人民共和国劳动合同法》，双方自愿签订本合同。"]
    page, engine = half_read(tmp_path, [*CONTRACT[:5], *above, *CONTRACT[5:], *FILLER[:10]], 1)
    found = labor_contract.extract(DocumentPages("labor_contract", (page,))).fields
    assert (found["starts_on"].value, found["work_place"].value) == ("2024-03-01", "长春市朝阳区")
    assert not set(above) & set(engine.asked)


def test_a_contract_that_does_not_name_the_work_is_read_to_its_end(tmp_path):
    page, engine = half_read(tmp_path, CONTRACT[:7] + FILLER[:15], 1)
    labor_contract.extract(DocumentPages("labor_contract", (page,)))
    assert sorted(engine.asked) == sorted(CONTRACT[:7] + FILLER[:15])


def test_a_half_read_clause_does_not_tell_the_term(tmp_path):
    texts = [*CONTRACT[:6], CONTRACT[8], *FILLER[:8], "自26年6月9日起至29年6月8日止。", *FILLER[8:15]]
    page, _ = half_read(tmp_path, texts, 1)
    read = labor_contract.extract(DocumentPages("labor_contract", (page,))).fields
    assert (read["starts_on"].value, read["ends_on"].value) == ("2026-06-09", "2029-06-08")


def test_a_short_contract_whose_parties_are_a_table_and_whose_work_stands_before_its_caption(tmp_path):
    lines, cells = table([
        [("甲方", 200), ("单位名称", 300), ("长春安捷物流有限公司", 900)],
        [("", 200), ("法定代表人", 300), ("周明轩", 900)],
        [("乙方", 200), ("姓名", 300), ("张志远", 900)],
        [("", 200), ("身份证号码", 300), ("220104198501019999", 900)],
    ])  # fmt: skip
    clauses = ["第二条 乙方同意根据甲方工作需要，在冲压工岗位（工种）从事相", "应工作。"]
    page = read_page(tmp_path, [*lines, *rows(clauses, start=900)], cells=cells)
    found = labor_contract.extract(DocumentPages("labor_contract", (page,))).fields
    assert {name: found[name].value for name in ("employer_name", "worker_name", "job")} == {
        "employer_name": "长春安捷物流有限公司",
        "worker_name": "张志远",
        "job": "冲压工",
    }


def test_the_blank_forms_for_renewing_that_follow_a_contract_are_not_where_it_is_signed(tmp_path):
    signing = rows(["甲方（公章）：", "乙方（签字、手印）：", "2026年5月5日"], start=1200, step=120)
    annex = rows(["续订劳动合同", "续订期限自____年__月__日起", "甲方（盖章）", "乙方（签字）"], start=300, step=120)
    pages = tuple(read_page(tmp_path, lines, page=number) for number, lines in enumerate((signing, annex), start=1))
    marks = {mark.slot: mark for mark in labor_contract.extract(DocumentPages("labor_contract", pages)).marks}
    assert (marks["employer_seal"].page, marks["worker_signature"].page) == (1, 1)
    spread = read_page(
        tmp_path, [*annex, *rows(["劳动合同", "甲方（用人单位）：某某公司"], x=1800)], size=(3308, 2339), page=3
    )
    assert labor_contract.extract(DocumentPages("labor_contract", (spread,))).marks == ()


def test_the_halves_of_a_spread_are_read_one_after_the_other(tmp_path):
    left = rows([CONTRACT[0], CONTRACT[3], *(f"第{n}条 双方履行义务。" for n in ("二", "三", "四"))], step=120)
    right = rows([f"第{n}条 乙方从事叉车司机岗位工作。" for n in ("五", "六", "七", "八", "九")], x=1800, step=120)
    page = read_page(tmp_path, [*left, *right], size=(3308, 2339))
    read = labor_contract.extract(DocumentPages("labor_contract", (page,)))
    assert [seen.number for seen in read.numbers if seen.kind == "clause"] == [2, 3, 4, 5, 6, 7, 8, 9]
    assert read.fields["job"].value == "叉车司机"
