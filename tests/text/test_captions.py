from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.captions import find_captions, is_caption

HEADER = {"name": ("姓名",), "sex": ("性别",), "age": ("年龄",), "diagnosis": ("诊断",), "visited": ("诊断时间",)}


def values(text, captions):
    hits = find_captions(text, captions)
    ends = [hit.start for hit in hits[1:]] + [len(text)]
    return {hit.name: text[hit.end : end].strip("\t\n") for hit, end in zip(hits, ends, strict=True)}


@pytest.mark.parametrize(
    "text",
    [
        "姓名：张三\t性别：男\t年龄：35岁\n",
        "姓名:张三性别:男年龄:35岁\n",
        "姓\t名张三\t性\t别男\t年\t龄35岁\n",
        "姓名张三性别男年龄35岁\n",
    ],
)
def test_header_row_in_every_style(text):
    assert values(text, HEADER) == {"name": "张三", "sex": "男", "age": "35岁"}


def test_the_longer_caption_wins():
    assert values("诊断时间：2026年3月5日\n诊断：左手示指骨折\n", HEADER) == {
        "visited": "2026年3月5日",
        "diagnosis": "左手示指骨折",
    }


def test_a_word_inside_running_text_is_no_caption():
    assert find_captions("随即送往医院诊断为左手示指骨折，性别不明\n", HEADER) == ()


def test_one_misread_character_of_a_long_caption_is_forgiven():
    assert [hit.name for hit in find_captions("受伤審部位：左手\n", {"injury": ("受伤害部位",)})] == ["injury"]


def test_a_misread_character_of_a_short_caption_is_not():
    assert find_captions("性列：男\n", HEADER) == ()


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("填表入：张三\n", "填表人"),
        ("性\t別：男\n", "性别"),
        ("受伤害取工或近亲厲申请事项及说明\n", "受伤害职工或近亲属申请事项及说明"),
    ],
)
def test_letters_that_readers_take_for_others_are_forgiven(text, caption):
    assert [hit.name for hit in find_captions(text, {"found": (caption,)})] == ["found"]


def test_a_caption_written_with_a_colon_needs_it():
    captions = {"employer": ("甲方:",)}
    assert find_captions("甲方安排乙方从事车工\n", captions) == ()
    assert values("甲方：长春安捷物流有限公司\n", captions) == {"employer": "长春安捷物流有限公司"}


@pytest.mark.parametrize("text", ["申请事项", "申请事项：", " 申 请 事 项", "受伤害经过简述（可附页）"])
def test_a_cell_with_nothing_but_a_caption(text):
    assert is_caption(text, ("申请事项", "受伤害经过简述"))


def test_a_framed_card_under_a_caption_is_no_caption_cell():
    card = "组织机构代码证（副本）代码：41275630-8机构名称：长春市南关区环境卫生运输队机构类型：事业法人"
    assert not is_caption(card, ["组织机构代码证"])
    assert is_caption("组织机构代码证（副本）", ["组织机构代码证"])


@pytest.mark.parametrize("text", ["申请事项申请认定", "", "事项", "申请事项：（公章）2026年11月3日"])
def test_a_cell_with_a_value_is_no_caption_cell(text):
    assert not is_caption(text, ("申请事项",))


@given(st.text(alphabet="姓名性别诊断时间：:\t\n张三", max_size=40))
def test_hits_are_ordered_and_do_not_overlap(text):
    hits = find_captions(text, HEADER)
    assert all(a.end <= b.start for a, b in pairwise(hits))


def test_a_numbered_heading_is_a_caption_and_ends_the_value_before_it():
    text = "三、事故地点：一号车间\n四、事故经过\n张志远操作车床。\n（五）伤情：骨折\n"
    hits = find_captions(text, {"place": ["事故地点"], "course": ["事故经过"], "injury": ["伤情"]})
    assert [hit.name for hit in hits] == ["place", "course", "injury"]
    assert text[hits[0].end : hits[1].start] == "一号车间\n"
    assert text[hits[1].end : hits[2].start] == "\n张志远操作车床。\n"


def test_of_two_captions_alike_the_one_without_a_misread_character_is_meant():
    hits = find_captions("受托人（签字）：张三\n", {"principal": ["委托人（签字）"], "agent": ["受托人（签字）"]})
    assert [hit.name for hit in hits] == ["agent"]


def test_a_caption_takes_nothing_of_the_value_behind_it():
    hits = find_captions("身份证号230103200207269917\n", {"id": ["身份证号码", "身份证号"]})
    assert [(hit.start, hit.end) for hit in hits] == [(0, 4)]
    assert find_captions("身份证号码230103200207269917\n", {"id": ["身份证号码"]})[0].end == 5


def test_a_caption_in_which_a_person_is_read_as_entering():
    (hit,) = find_captions("填表入：张志远", {"filler": ("填表人",)})
    assert (hit.start, hit.end) == (0, 4)


def test_a_caption_that_wraps_at_the_end_of_a_row_needs_its_colon():
    captions = {"person": ["法定代表人"], "post": ["职务"], "department": ["科别"]}
    hits = find_captions("法定代表人：高志强职\n务：总经理\n送往骨科\n别无他伤\n", captions)
    assert [(hit.name, hit.start) for hit in hits] == [("person", 0), ("post", 9)]


def test_a_word_before_a_comma_is_no_caption_though_its_row_begins_with_it():
    assert find_captions("我是该公司的\n法定代表人，现授权刘畅\n", {"person": ["法定代表人"]}) == ()


@pytest.mark.parametrize("said", ["并按手印：", "（按手印）", "、捺指印：", "："])
def test_what_a_caption_says_of_a_fingerprint_belongs_to_it(said):
    assert values(f"证人签名{said}尧龙", {"sign": ("证人签名",), "print": ("按手印",)}) == {"sign": "尧龙"}


@pytest.mark.parametrize("text", ["3、事故时间、\n地点", "（三）事故时间、地点", "Ⅰ. 事故时间、地点"])
def test_a_cell_with_a_numbered_caption_is_that_caption(text):
    assert is_caption(text, ("事故时间、地点",))
    assert not is_caption(f"{text}3号楼", ("事故时间、地点",))


def test_what_stands_between_a_captions_words_in_brackets_belongs_to_it():
    """Else the caption ends where the second word begins, and the place for the signature with it."""
    text = "法定代表人（经办人）签字：翟强"
    (hit,) = find_captions(text, {"signs": ["法定代表人"]})
    assert text[hit.end :] == "翟强"


@pytest.mark.parametrize(
    ("text", "found"),
    [("主治医师，郑义\n2026年", True), ("主治医师，郑义给予石膏固定", False), ("由主治医师，郑义", False)],
)
def test_a_comma_before_a_name_at_the_end_of_a_row_is_a_colon(text, found):
    hits = find_captions(text, {"doctor": ["主治医师"]})
    assert [text[hit.end :][:2] for hit in hits] == (["郑义"] if found else [])


@pytest.mark.parametrize("behind", ["\n日期", "\t不杀", "郑义", "不杀\n日期"])
def test_a_semicolon_between_a_caption_and_a_name_is_its_colon(behind):
    (hit,) = find_captions(f"医师签名;{behind}", {"doctor": ["医师签名:"]})
    assert hit.colon
    assert find_captions("诊断为骨折；建议休息", {"advice": ["诊断为骨折:"]}) == ()
