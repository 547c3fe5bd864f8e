import pytest

from pipeline.models.geometry import Box
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.view import halves, whole
from tests.typeset import line, read_page

SPECS = (
    FieldSpec("name", ("职工姓名", "姓名"), "name"),
    FieldSpec("phone", ("联系电话",), "digits", above="employer"),
    FieldSpec("employer", ("工作单位",)),
    FieldSpec("employer_phone", ("联系电话",), "digits", below="employer"),
    FieldSpec("diagnosis", ("诊断",), "text_block"),
    FieldSpec("number", ("身份证号",), "id_number"),
)


def fields(folder, lines, cells=()):
    return read_fields([whole(read_page(folder, lines, cells=cells))], SPECS, ("处理意见",))


def test_running_rows(tmp_path):
    read = fields(
        tmp_path,
        [
            line("姓名：张志远", 100, 100),
            line("联系电话：13900001234", 800, 100),
            line("工作单位：长春安捷物流有限公司", 100, 200),
            line("联系电话：0431-85670000", 1000, 200),
        ],
    )
    assert {name: field.value for name, field in read.items()} == {
        "name": "张志远",
        "phone": "13900001234",
        "employer": "长春安捷物流有限公司",
        "employer_phone": "043185670000",
    }


@pytest.mark.parametrize(
    ("first", "next_row", "employer"),
    [
        ("工作单位：长春市九台区麦香村食", "品有限公司", "长春市九台区麦香村食品有限公司"),
        ("工作单位：长春市九台区麦香村食品有限公", "司", "长春市九台区麦香村食品有限公司"),
        ("工作单位：长春市九台区麦香村食堂", "2026年11月10日", "长春市九台区麦香村食堂"),
        ("工作单位：长春市第一中学", "证明人所在单位是长春安捷物流有限公司", "长春市第一中学"),
    ],
)
def test_a_units_name_that_goes_on_in_the_next_row(tmp_path, first, next_row, employer):
    assert fields(tmp_path, [line(first, 100, 100), line(next_row, 300, 170)])["employer"].value == employer


def test_a_block_runs_to_the_next_caption_over_rows(tmp_path):
    read = fields(
        tmp_path,
        [
            line("诊断：1.左手示指末节开放性骨折", 100, 100),
            line("2.右足第2、3跖骨骨折", 180, 160),
            line("处理意见：休息", 100, 220),
        ],
    )
    assert read["diagnosis"].value == "1.左手示指末节开放性骨折2.右足第2、3跖骨骨折"
    assert len(read["diagnosis"].lines) == 2


def test_table_cells_also_when_one_line_was_read_across_a_border(tmp_path):
    across = line("职工姓名张志远", 110, 110)
    read = fields(tmp_path, [across], cells=[Box(100, 100, 270, 160), Box(272, 100, 600, 160)])
    assert read["name"].value == "张志远"
    assert read["name"].box == Box(270, 110, 390, 150)


def test_a_caption_in_two_rows_of_its_cell(tmp_path):
    lines = [line("工作", 120, 110), line("单位", 120, 160), line("长春安捷物流", 300, 130)]
    read = fields(tmp_path, lines, cells=[Box(100, 100, 270, 210), Box(272, 100, 900, 210)])
    assert read["employer"].value == "长春安捷物流"


FORM = (
    FieldSpec("part", ("受伤害部位",), "text_block"),
    FieldSpec("post", ("接触职业病危害岗位",)),
    FieldSpec("period", ("接触职业病危害时间",)),
    FieldSpec("narrative", ("受伤害经过简述（可附页）", "受伤害经过简述"), "text_block"),
)


@pytest.mark.parametrize(
    ("rows", "sure", "name"),
    [
        (("受伤害", "经过简", "x间"), (0.99, 0.99, 0.3), "narrative"),
        (("受伤害", "经过简"), (0.99, 0.99), "narrative"),
        (("受伤害", "经辶简"), (0.99, 0.4), "narrative"),
        (("受伤害", "经讨简"), (0.99, 0.95), None),
        (("受伤害",), (0.99,), None),
        (("接触职业", "病危害"), (0.99, 0.99), None),
        (("接触职业", "病危害岗"), (0.99, 0.99), "post"),
    ],
)
def test_a_cell_with_a_damaged_caption_is_known_by_the_letters_that_are_left(rows, sure, name, tmp_path):
    """A narrow column loses letters to its reader; two surely read ones that contradict the caption are none of it."""
    lines = [line(text, 105, 110 + 45 * row, confidence=sure[row]) for row, text in enumerate(rows)]
    cells = [Box(100, 100, 290, 400), Box(295, 100, 900, 400)]
    page = read_page(tmp_path, [*lines, line("搬运时被砸伤", 310, 200)], cells=cells)
    read = read_fields([whole(page)], FORM, ())
    assert {field: value.value for field, value in read.items()} == ({name: "搬运时被砸伤"} if name else {})


def test_an_empty_cell_is_a_blank_with_its_place(tmp_path):
    read = fields(tmp_path, [line("工作单位", 110, 110)], cells=[Box(100, 100, 290, 160), Box(292, 100, 900, 160)])
    assert (read["employer"].value, read["employer"].text) == ("", "")
    assert read["employer"].box == Box(292, 100, 900, 160)
    assert read["employer"].confidence > 0.5


def test_what_the_paper_does_not_have_is_absent(tmp_path):
    assert fields(tmp_path, [line("姓名：张志远", 100, 100)]).keys() == {"name"}


def test_a_spread_has_two_halves(tmp_path):
    page = read_page(tmp_path, [line("左", 100, 100), line("右", 2000, 100)], size=(3308, 2339))
    assert [view.free_text.text for view in halves(page)] == ["左\n", "右\n"]


@pytest.mark.parametrize(
    ("below", "number"), [("9949", "220112199407079949"), ("1.当日", "22011219940707"), ("电话", "22011219940707")]
)
def test_a_number_that_its_row_breaks_off_goes_on_in_the_next(tmp_path, below, number):
    lines = [line("姓名：张志远 身份证号：22011219940707", 100, 100), line(below, 100, 200)]
    assert fields(tmp_path, lines)["number"].text == number


@pytest.mark.parametrize(
    ("text", "below", "phone"),
    [("134000057", "66", "13400005766"), ("134000057", "60", "13400005760"), ("0431885557", "6", "0431885557")],
)
def test_a_mobile_phones_number_goes_on_in_the_next_row(tmp_path, text, below, phone):
    page = read_page(tmp_path, [line(f"联系电话：{text}", 700, 100), line(below, 100, 200)])
    read = read_fields([whole(page)], (FieldSpec("phone", ("联系电话",), "digits"),), ())
    assert read["phone"].value == phone


def test_a_block_ends_before_a_signature_that_rises_above_its_caption(tmp_path):
    page = [
        line("诊断：右踝骨折", 100, 100),
        line("2.右膝擦伤", 180, 160),
        line("姜洪涛", 900, 205, size=70),
        line("医师签名：", 600, 250),
    ]
    read = read_fields([whole(read_page(tmp_path, page))], SPECS, ("医师签名",))
    assert read["diagnosis"].value == "右踝骨折2.右膝擦伤"


def test_a_block_keeps_its_last_row_where_a_caption_stands_beside_it(tmp_path):
    page = [line("诊断：右踝骨折", 100, 100), line("2.右膝擦伤", 180, 160), line("医师签名：", 900, 160)]
    read = read_fields([whole(read_page(tmp_path, page))], SPECS, ("医师签名",))
    assert read["diagnosis"].value == "右踝骨折2.右膝擦伤"


def test_a_block_ends_before_a_row_that_is_a_date(tmp_path):
    page = [line("诊断：右踝骨折", 100, 100), line("2026-09-18 14:30", 600, 160), line("打印", 100, 230)]
    assert fields(tmp_path, page)["diagnosis"].value == "右踝骨折"


def test_a_caption_at_the_end_of_two_cells_read_as_one(tmp_path):
    cells = [Box(100, 100, 900, 160), Box(902, 100, 1500, 160)]
    lines = [line("某单位", 110, 110), line("联系电话", 600, 110), line("13900001234", 920, 110)]
    assert fields(tmp_path, lines, cells)["phone"].value == "13900001234"


@pytest.mark.parametrize(
    ("texts", "name"),
    [(("侯淑珍", "二"), "侯淑珍"), (("侯淑二",), "侯淑二"), (("侯", "二"), "侯二"), (("侯淑", "珍"), "侯淑珍")],
)
def test_the_edge_of_a_signature_is_no_part_of_the_name(tmp_path, texts, name):
    lines = [line("姓名：", 100, 100), *(line(text, 220 + 120 * row, 100) for row, text in enumerate(texts))]
    if len(texts) > 1:
        lines[2] = line(texts[1], 220 + 40 * len(texts[0]), 100)
    assert fields(tmp_path, lines)["name"].value == name


def test_a_heading_beside_several_rows_has_no_value_under_it(tmp_path):
    """用人单位 heads the rows of the employer; the cell under it heads those of the accident."""
    lines = [
        line("用人", 110, 120),
        line("单位", 110, 180),
        line("名称", 220, 110),
        line("长春安捷物流有限公司", 420, 110),
        line("地址", 220, 210),
        line("事故情况", 105, 320, size=20),
    ]
    cells = [Box(100, 100, 195, 300), Box(200, 100, 395, 195), Box(400, 100, 900, 195), Box(200, 200, 395, 300)]
    cells += [Box(400, 200, 900, 300), Box(100, 305, 195, 500)]
    view = whole(read_page(tmp_path, lines, cells=cells))
    read = read_fields([view], (FieldSpec("employer", ("用人单位",)), FieldSpec("name", ("名称",))), ("地址",))
    assert {name: field.value for name, field in read.items()} == {"name": "长春安捷物流有限公司"}


def test_the_value_of_a_block_stands_behind_its_first_rows_label(tmp_path):
    cells = [Box(100, 100, 300, 220), Box(305, 100, 450, 158), Box(455, 100, 1200, 158), Box(305, 162, 450, 220)]
    lines = [line("工作单位", 110, 140, size=36), line("名称", 330, 110), line("洮南市永丰建筑公司", 470, 110)]
    assert fields(tmp_path, lines, cells)["employer"].value == "洮南市永丰建筑公司"


@pytest.mark.parametrize(
    ("text", "below", "name"),
    [
        ("长春安捷物流有限公", "司", "长春安捷物流有限公司"),
        ("长春安捷物流有限", "公司", "长春安捷物流有限公司"),
        ("长春安捷物流有限责", "任公司 2026年", "长春安捷物流有限责任公司"),
        ("长春安捷物流有限公司", "公司地址", "长春安捷物流有限公司"),
        ("长春站前大药房", "公司", "长春站前大药房"),
    ],
)
def test_a_companys_last_word_that_its_row_breaks_off_goes_on_in_the_next(tmp_path, text, below, name):
    read = fields(tmp_path, [line(f"工作单位：{text}", 100, 100), line(below, 100, 160)])
    assert read["employer"].value == name


def test_words_behind_an_id_number_are_no_part_of_its_reading(tmp_path):
    field = fields(tmp_path, [line("身份证号：220104198501019999，住农安县哈拉海镇7组", 100, 100)])["number"]
    assert field.text == field.value == "220104198501019999"


@pytest.mark.parametrize("x", [500, 310])
def test_the_last_item_stays_where_a_signature_beside_it_rises_from_the_next_row(tmp_path, x):
    read = fields(
        tmp_path,
        [
            line("诊断：", 100, 100),
            line("1.腰1椎体压缩性骨折", 100, 160),
            line("2.左跟骨骨折", 100, 220),
            line("欧阳文静", x, 240, 70),
            line("处理意见：", 100, 280),
        ],
    )
    assert read["diagnosis"].value == "1.腰1椎体压缩性骨折2.左跟骨骨折"


def test_the_last_item_stays_where_the_next_caption_was_read_with_a_tall_signature(tmp_path):
    read = fields(
        tmp_path,
        [
            line("诊断：", 100, 100),
            line("1.左桡骨远端骨折", 100, 160),
            line("2.左尺骨茎突骨折", 100, 220),
            line("处理意见：郑义", 100, 245, 100),
        ],
    )
    assert read["diagnosis"].value == "1.左桡骨远端骨折2.左尺骨茎突骨折"
