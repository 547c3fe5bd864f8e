from pipeline.text.captions import find_captions, folded, is_caption
from pipeline.text.names import same_name
from pipeline.text.simplified import simplified


def test_traditional_characters_of_a_blurred_page_are_looked_up_as_simplified_ones():
    assert simplified("中華人民共和國殘疾軍人证") == "中华人民共和国残疾军人证"
    assert folded("診斷 證明書") == "诊断证明书"
    assert is_caption("診斷：", ("诊断",))
    assert [hit.start for hit in find_captions("登記日期：2012年", {"day": ("登记日期",)})] == [0]


def test_simplified_text_stays_as_it_is():
    text = "李文静，左手示指末节骨折；乾县，著名，后面，里外"
    assert simplified(text) == text


def test_a_name_in_the_other_script_is_a_doubt_and_no_difference():
    assert same_name("李文静", "李文靜", 0.99, 0.99) == "unsure"
    assert same_name("李文静", "李文净", 0.99, 0.99) == "unsure"
    assert same_name("李文静", "李文军", 0.99, 0.99) == "different"
