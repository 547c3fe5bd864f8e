from pipeline.classify.grouping import sort_pages
from pipeline.declare import document_types
from tests.typeset import line, read_page

FRONT = ["姓名张志远", "性别男民族汉", "出生1985年1月1日", "住址吉林省长春市", "公民身份号码220104198501019999"]
BACK = ["中华人民共和国", "居民身份证", "签发机关长春市公安局", "有效期限2015.03.08-2035.03.08"]


def page(folder, texts, number, file="a.pdf", **facts):
    lines = [line(text, 200, 200 + 90 * row) for row, text in enumerate(texts)]
    return read_page(folder, lines, file=file, page=number, **facts)


def documents(pages):
    return [
        (found.document.type_id, [member.ref.page for member in found.document.pages])
        for found in sort_pages(pages, document_types())
    ]


def test_both_sides_of_a_card_are_one_document(tmp_path):
    assert documents([page(tmp_path, FRONT, 1), page(tmp_path, BACK, 2)]) == [("id_card", [1, 2])]


def test_two_peoples_cards_are_two_documents(tmp_path):
    pages = [page(tmp_path, FRONT, 1), page(tmp_path, BACK, 2), page(tmp_path, FRONT, 3), page(tmp_path, BACK, 4)]
    assert documents(pages) == [("id_card", [1, 2]), ("id_card", [3, 4])]


def test_contract_pages_from_two_files_out_of_order(tmp_path):
    body = ["甲方应当支付劳动报酬", "乙方应当遵守", "甲方依法", "乙方依法", "社会保险和福利待遇", "劳动争议处理"]
    pages = [
        page(tmp_path, body, 1, file="b.pdf", printed_page_number=2),
        page(
            tmp_path, ["劳动合同书", "甲方（用人单位）：", "乙方（劳动者）：", "劳动合同期限"], 1, printed_page_number=1
        ),
    ]
    found = sort_pages(pages, document_types())
    assert [[member.ref.file for member in item.document.pages] for item in found] == [["a.pdf", "b.pdf"]]


def test_a_page_of_no_known_type_belongs_to_no_document(tmp_path):
    assert documents([page(tmp_path, ["收据", "今收到人民币壹佰元整"], 1)]) == []


def test_a_second_scan_of_a_page_joins_the_first(tmp_path):
    first = page(tmp_path, FRONT, 1)
    assert documents([first, page(tmp_path, FRONT, 2, same_as=first.ref)]) == [("id_card", [1, 2])]
