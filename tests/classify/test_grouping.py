from pipeline.classify.grouping import sort_pages
from pipeline.declare import document_types
from tests.typeset import SilentEngine, line, read_page

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


CONTRACT = ["劳动合同书", "甲方（用人单位）：", "乙方（劳动者）：", "劳动合同期限"]
SALE = ["第五条 甲方逾期交房的，乙方有权要求甲方支付违约金", "乙方逾期付款的同样支付", "甲方签字", "乙方签字"]


def test_another_contract_is_no_labour_contract(tmp_path):
    pages = [page(tmp_path, CONTRACT, 1), page(tmp_path, SALE, 1, file="b.pdf")]
    assert documents(pages) == [("labor_contract", [1])]


def test_a_page_goes_on_where_its_clauses_count_on(tmp_path):
    first = [*CONTRACT, "第三条 工作内容", "第四条 工作地点"]
    second = ["第五条 双方另有约定的从其约定", "第六条 未尽事宜协商解决"]
    assert documents([page(tmp_path, first, 1), page(tmp_path, second, 2)]) == [("labor_contract", [1, 2])]


def test_a_signing_page_goes_on_with_a_page_that_comes_later(tmp_path):
    first = page(tmp_path, [*CONTRACT, "第一条 工作内容"], 1, file="b.jpg", printed_page_number=1, printed_page_count=3)
    last = page(
        tmp_path, ["甲方（盖章）", "乙方（签字）朱芳"], 1, file="c.jpg", printed_page_number=3, printed_page_count=3
    )
    middle = page(
        tmp_path,
        ["第二条 甲方应当配合", "乙方应当办理工作交接"],
        1,
        file="d.jpg",
        printed_page_number=2,
        printed_page_count=3,
    )
    (found,) = sort_pages([first, last, middle], document_types())
    assert [member.ref.file for member in found.document.pages] == ["b.jpg", "d.jpg", "c.jpg"]


def test_a_blank_back_between_two_pages_belongs_to_no_one(tmp_path):
    second = page(tmp_path, ["第二条 劳动报酬", "社会保险和福利待遇"], 3)
    pages = [page(tmp_path, [*CONTRACT, "第一条 期限"], 1), page(tmp_path, [], 2, blank=True), second]
    assert documents(pages) == [("labor_contract", [1, 3])]


def test_a_back_goes_to_the_card_of_its_district(tmp_path):
    def front(district, number):
        return page(tmp_path, [*FRONT[:3], f"住址吉林省长春市{district}人民大街1号", FRONT[4]], number)

    def back(district, number):
        return page(tmp_path, [*BACK[:2], f"签发机关长春市公安局{district}分局", BACK[3]], number)

    pages = [front("南关区", 1), front("朝阳区", 2), back("南关区", 3), back("朝阳区", 4)]
    assert documents(pages) == [("id_card", [1, 3]), ("id_card", [2, 4])]


def test_two_people_on_one_sheet_are_two_documents(tmp_path):
    cards = [line(text, 200, 200 + 60 * row, size=36) for row, text in enumerate([*FRONT[:4], FRONT[4]])]
    others = [line(text, 200, 900 + 60 * row, size=36) for row, text in enumerate([*FRONT[:4], FRONT[4]])]
    found = sort_pages([read_page(tmp_path, [*cards, *others])], document_types())
    assert [len(item.document.pages[0].lines) for item in found] == [5, 5]


HEADER = "姓名：张志远 科别：骨科 床号：12 住院号：ZY0012345"
DISCHARGE = ["出院记录", HEADER, "入院日期：2026.9.18", "出院诊断：右踝骨折", "出院医嘱：休息"]
ADMISSION = ["入院记录", HEADER, "主诉：右踝外伤", "现病史：摔伤", "既往史：体健", "个人史：无特殊"]


def test_a_records_second_page_in_another_file_joins_the_record_that_it_speaks_like(tmp_path):
    second = page(tmp_path, [HEADER, "专科情况：右踝肿胀", "辅助检查：X线"], 1, file="a.pdf", printed_page_number=2)
    pages = [
        second,
        page(tmp_path, DISCHARGE, 1, file="b.pdf", printed_page_number=1),
        page(tmp_path, ADMISSION, 1, file="c.pdf", printed_page_number=1),
    ]
    found = {
        item.document.type_id: [member.ref.file for member in item.document.pages]
        for item in sort_pages(pages, document_types())
    }
    assert found == {"admission_record": ["c.pdf", "a.pdf"], "discharge_record": ["b.pdf"]}


def test_another_patients_second_page_is_not_taken(tmp_path):
    other = HEADER.replace("张志远", "李春燕").replace("12345", "99999")
    pages = [
        page(tmp_path, ADMISSION, 1, file="b.pdf", printed_page_number=1),
        page(tmp_path, [other, "专科情况：肿胀", "辅助检查：X线"], 1, file="c.pdf", printed_page_number=2),
    ]
    found = sort_pages(pages, document_types())
    assert [len(item.document.pages) for item in found] == [1, 1]


def test_a_records_page_without_a_number_joins_by_patient_and_captions(tmp_path):
    pages = [
        page(tmp_path, DISCHARGE, 1, file="a.pdf"),
        page(tmp_path, ADMISSION, 1, file="b.pdf"),
        page(tmp_path, [HEADER, "专科情况：右踝肿胀", "辅助检查：X线"], 1, file="c.pdf"),
    ]
    assert documents(pages) == [("discharge_record", [1]), ("admission_record", [1, 1])]


def test_clauses_that_count_on_in_another_file_join_with_captions_of_the_type(tmp_path):
    first = [*CONTRACT, "第三条 工作内容", "第四条 工作地点"]
    second = page(tmp_path, ["第五条 劳动报酬按月支付", "劳动报酬：每月3000元"], 1, file="b.pdf")
    found = sort_pages([page(tmp_path, first, 1), second], document_types())
    assert [[member.ref.file for member in item.document.pages] for item in found] == [["a.pdf", "b.pdf"]]


class FullReader(SilentEngine):
    """Reads of any line what it is told."""

    def __init__(self, lines):
        self.known = {whole.quad: whole for whole in lines}

    def recognise(self, image, quads):
        return tuple(self.known[quad] for quad in quads)


def half_read(folder, texts, **facts):
    whole = [line(text, 200, 200 + 90 * row) for row, text in enumerate(texts)]
    begun = [line(text[:9], 200, 200 + 90 * row) for row, text in enumerate(texts)]
    heads = {index: read.quad for index, read in enumerate(whole)}
    return read_page(folder, begun, heads=heads, engine=FullReader(whole), **facts)


STATEMENT = [
    "证人证言",
    "证人姓名：李春燕，身份证号码：22010419850101999X，联系电话：13400005766",
    "我看见张志远从梯子上摔下来，以上情况属实",
    "证人签名：",
]


def test_a_page_of_a_known_type_is_grouped_and_extracted_with_its_lines_read_to_their_ends(tmp_path):
    (found,) = sort_pages([half_read(tmp_path, STATEMENT)], document_types())
    assert [read.text for read in found.document.pages[0].lines] == STATEMENT


def test_a_contract_is_handed_on_as_begun(tmp_path):
    (found,) = sort_pages(
        [half_read(tmp_path, [*CONTRACT, "第一条 期限自2026年1月1日起至2027年12月31日止"])], document_types()
    )
    assert len(found.document.pages[0].heads) == 5


COVER = ["受伤害职工：张志远", "申请人与受伤害职工关系：本人", "填表日期：2026年6月9日"]
INSTRUCTIONS = [
    "填表说明",
    "1.用钢笔或签字笔填写，字迹工整清楚。",
    "2.申请人为用人单位的，在首页申请人处加盖单位公章。",
    "3.申请事项栏，应写明受伤害职工或近亲属提出工伤认定申请并签字。",
]
OPINIONS = [
    "申请事项：申请认定张志远此次所受伤害为工伤",
    "申请人签字：张志远",
    "用人单位意见：情况属实，同意申报工伤",
    "社会保险行政部门审查资料和受理意见：",
]


def test_the_forms_printed_instructions_are_left_as_begun_but_not_what_stands_beside_them(tmp_path):
    (alone,) = sort_pages([half_read(tmp_path, [*COVER, *INSTRUCTIONS])], document_types())
    assert len(alone.document.pages[0].heads) == len([*COVER, *INSTRUCTIONS])
    (together,) = sort_pages([half_read(tmp_path, [*OPINIONS, *INSTRUCTIONS])], document_types())
    assert not together.document.pages[0].heads
