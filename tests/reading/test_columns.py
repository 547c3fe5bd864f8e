"""Which pages have two columns, and where the second one begins."""

from pipeline.reading.columns import columns
from tests.typeset import line, read_page

CAPTIONS = ("名称", "类型", "注册资本", "成立日期", "住所", "市场主体应当于每年", "公示系统")
WIDE = (2339, 1654)


def texts(views):
    return ["".join(view.transcript.text.split()) for view in views]


def test_captions_beside_captions_are_two_columns(tmp_path):
    page = read_page(tmp_path, [
        line("名称长春铭扬模具有限公司", 100, 300), line("注册资本伍佰万元", 1200, 300),
        line("类型有限责任公司", 100, 400), line("成立日期2015年3月8日", 1200, 400),
    ], size=WIDE)  # fmt: skip
    assert texts(columns(page, CAPTIONS)) == [
        "名称长春铭扬模具有限公司类型有限责任公司",
        "注册资本伍佰万元成立日期2015年3月8日",
    ]


def test_one_foot_line_with_two_captions_makes_no_columns(tmp_path):
    page = read_page(tmp_path, [
        line("名称长春铭扬模具有限公司", 100, 300), line("住所长春市朝阳区", 100, 400),
        line("市场主体应当于每年", 100, 900), line("公示系统报送", 700, 900),
    ])  # fmt: skip
    assert len(columns(page, CAPTIONS)) == 1


def test_an_open_folder_is_parted_at_its_fold(tmp_path):
    left = [line("名称长春铭扬模具有限公司", 100, y) for y in (300, 400, 500)]
    right = [line("本证不得出租出借", 1400, y) for y in (320, 420, 520)]
    page = read_page(tmp_path, [line("组织机构代码证", 900, 100, size=80), *left, *right], size=WIDE)
    assert [text.count("本证") for text in texts(columns(page, CAPTIONS))] == [0, 3]


def test_an_upright_page_has_no_fold(tmp_path):
    left = [line("名称长春铭扬", 100, y) for y in (300, 400, 500)]
    right = [line("本证不得", 1100, y) for y in (320, 420, 520)]
    assert len(columns(read_page(tmp_path, [*left, *right]), CAPTIONS)) == 1
