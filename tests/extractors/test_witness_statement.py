"""Witness statements on pages set by hand: letters, forms, statements without a title, two witnesses."""

from pipeline.classify.grouping import sort_pages
from pipeline.classify.page_type import page_type
from pipeline.declare import document_types
from pipeline.extractors import witness_statement
from pipeline.reading.page import DocumentPages
from tests.typeset import line, read_page

NUMBER, OTHER = "220104198501019999", "22018119780615998X"


def page(folder, title, rows, closing=(), **facts):
    lines = [line(title, 620, 160, size=60)] if title else []
    lines += [line(text, 150, 340 + 64 * n, size=36) for n, text in enumerate(rows)]
    lines += [line(text, 800, 380 + 64 * (len(rows) + n), size=36) for n, text in enumerate(closing)]
    return read_page(folder, lines, **facts)


def values(read):
    extraction = witness_statement.extract(DocumentPages("witness_statement", (read,)))
    return {name: field.value for name, field in extraction.fields.items()}


def type_of(read):
    return page_type(read, document_types()).type_id


SEEN = "2026年9月18日14时许，我在一号车间看见张志远在操作车床时左手被卷入。"


def test_a_letter_with_lines_of_data(tmp_path):
    read = page(
        tmp_path,
        "证人证言",
        [
            "证人姓名：李春燕 性别：女",
            f"身份证号：{NUMBER}",
            "联系电话：13900001234",
            "与受伤职工关系：同事",
            SEEN,
            "以上情况属实。",
        ],
        ["证明人（签名、按手印）：", "2026年9月20日"],
    )
    assert type_of(read) == "witness_statement"
    assert values(read) == {
        "witness_name": "李春燕",
        "witness_id_number": NUMBER,
        "witness_phone": "13900001234",
        "worker_name": "张志远",
        "accident_date": "2026-09-18",
        "signed_on": "2026-09-20",
        "statement": f"{SEEN}以上情况属实。",
    }


def test_a_statement_in_the_first_person(tmp_path):
    read = page(
        tmp_path,
        "情况说明",
        [
            f"我叫王立冬，身份证号{NUMBER}，电话13900001234，是长春",
            "铭扬模具有限公司职工，与张志远是同事。2026年9月18日14时，",
            "我亲眼看到张志远在二号仓库搬运钢管时被砸伤。以上情况属实，",
            "如有虚假愿负法律责任。",
        ],
        ["证明人：", "2026年9月20日"],
    )
    assert type_of(read) == "witness_statement"
    said = values(read)
    assert (said["witness_name"], said["witness_id_number"]) == ("王立冬", NUMBER)
    assert (said["worker_name"], said["accident_date"], said["signed_on"]) == ("张志远", "2026-09-18", "2026-09-20")
    assert "亲眼看到张志远" in said["statement"]


def test_the_marks_of_a_witness(tmp_path):
    read = page(tmp_path, "证人证言", [SEEN], ["证人（签名、手印）："])
    marks = witness_statement.extract(DocumentPages("witness_statement", (read,))).marks
    assert {mark.slot: mark.state for mark in marks} == {
        "witness_signature": "absent",
        "witness_fingerprint": "unsure",
    } or {mark.slot: mark.state for mark in marks} == {"witness_signature": "absent", "witness_fingerprint": "absent"}


def test_two_witnesses_are_two_documents_also_without_a_title(tmp_path):
    first = page(
        tmp_path, "证人证言", ["证人姓名：李春燕", f"身份证号：{NUMBER}", SEEN, "以上情况属实。"], ["证人签名："]
    )
    second = page(
        tmp_path,
        "",
        ["证人姓名：王立冬", f"身份证号：{OTHER}", SEEN, "以上情况属实，如有虚假愿负法律责任。"],
        ["证人签名：", "按手印"],
        page=2,
    )
    documents = sort_pages([first, second], document_types())
    assert [found.document.type_id for found in documents] == ["witness_statement", "witness_statement"]


def test_a_second_page_of_one_statement_stays_with_it(tmp_path):
    first = page(tmp_path, "证人证言", ["证人姓名：李春燕", f"身份证号：{NUMBER}", SEEN], printed_page_number=1)
    second = page(
        tmp_path, "", ["我看见大家把他送到医院。", "以上情况属实，如有虚假愿负法律责任。"], ["证人签名：", "按手印"],
        page=2, printed_page_number=2,
    )  # fmt: skip
    assert len(sort_pages([first, second], document_types())) == 1


def test_a_name_guessed_from_a_sentence_is_never_sure(tmp_path):
    read = page(tmp_path, "证人证言", ["我叫王立冬。", SEEN, "以上情况属实，如有虚假愿负法律责任。"], ["证人签名："])
    fields = witness_statement.extract(DocumentPages("witness_statement", (read,))).fields
    assert fields["worker_name"].value == "张志远"
    assert fields["worker_name"].confidence < 0.9
    assert fields["witness_name"].confidence > 0.9


def test_words_that_are_no_names_are_not_taken_for_the_worker(tmp_path):
    read = page(
        tmp_path,
        "证人证言",
        ["我叫王立冬，是公司职工。", "当天我看见有人在喊，发现他被货物砸伤，我和同事们把他扶起来。", "以上情况属实。"],
        ["证人签名："],
    )
    assert "worker_name" not in values(read)


def test_a_form_whose_blanks_are_empty(tmp_path):
    read = page(
        tmp_path,
        "证人证言",
        ["证人姓名：", "身份证号：", "联系电话：", "受伤职工：", "事故时间：", "证言："],
        ["证人签名：", "年月日"],
    )
    said = values(read)
    assert {said[name] for name in ("witness_name", "witness_id_number", "witness_phone", "worker_name")} == {""}
    assert (said["accident_date"], said["signed_on"]) == ("", "")


def test_the_worker_behind_other_words_for_a_colleague(tmp_path):
    for said in (
        "本人系长春铭扬模具有限公司员工，与受伤职工张志远系同事关系。",
        "我和张志远在一号车间一起干活，他的左手被压伤。",
        "兹有我公司职工张志远于2026年9月18日在一号车间受伤，我当时在场。",
    ):
        read = page(tmp_path, "证人证言", ["证人姓名：陈玉成", "与受伤职工关系：工友", said], ["证人签名："])
        assert values(read)["worker_name"] == "张志远", said


def test_a_witness_under_the_title_of_any_certificate(tmp_path):
    rows = ["张志远于2026年9月18日在一号车间受伤，我当时在场，特此证明。", "证明人：陈玉成", f"身份证号：{NUMBER}"]
    read = page(tmp_path, "证明", rows, ["2026年9月20日"])
    assert type_of(read) == "witness_statement"
    assert values(read)["witness_name"] == "陈玉成"


def test_the_title_alone_is_no_empty_statement(tmp_path):
    read = page(
        tmp_path,
        "证言",
        [
            f"证人：罗大伟，男，身份证号码：{NUMBER}，联系電话：13900001234。",
            SEEN,
            "以上陈述均为本人亲眼所见，情况属实。",
        ],
        ["证人签名：", "2026年9月20日"],
    )
    said = values(read)
    assert SEEN in said["statement"]
    assert said["witness_phone"] == "13900001234"


def test_who_worked_beside_the_witness(tmp_path):
    rows = ["2026年9月18日9时，我在二号铣床干活，张志远在我旁边的车床上加工导柱，我听见他喊了一声。", "以上情况属实。"]
    assert values(page(tmp_path, "证人证言", rows, ["证人签名："]))["worker_name"] == "张志远"


def test_a_colleague_who_helped_is_not_the_worker(tmp_path):
    rows = ["2026年9月18日9时，我看见张志远从楼梯上踩空，右脚扭伤。我过去和李春燕一起扶他。", "以上情况属实。"]
    assert values(page(tmp_path, "证人证言", rows, ["证人签名："]))["worker_name"] == "张志远"
