"""Running text without its layout, and what is told by loose wordings."""

from pipeline.reading.running_text import loosely, read_phrases, sentences, wordings
from pipeline.reading.view import whole
from tests.typeset import line, read_page

PHRASES = wordings(
    {"worker_name": "name"},
    r"证明(?P<worker_name>\p{Han}{2,4}?)（身份证号：",
    r"自(?P<since>.{0,12}?)起",
)


def text_of(folder, *lines):
    return sentences([whole(read_page(folder, list(lines)))])


def test_a_sentence_goes_on_over_uneven_rows_gaps_and_underlines(tmp_path):
    text = text_of(
        tmp_path,
        line("兹证明张", 100, 100),
        line("志远", 900, 100),
        line("__(身份证号:220104198501019999)", 100, 200),
    )
    assert text.text == "兹证明张志远(身份证号:220104198501019999)"
    read = read_phrases(text, PHRASES)
    assert (read["worker_name"].value, read["worker_name"].text) == ("张志远", "张志远")


def test_a_blank_in_a_sentence_has_its_place(tmp_path):
    read = read_phrases(text_of(tmp_path, line("自____起在我单位", 100, 100)), PHRASES)
    assert read["since"].value == ""
    assert (read["since"].box.x0, read["since"].box.x1) == (140, 300)


def test_what_is_loosely_told_is_never_sure(tmp_path):
    read = read_phrases(text_of(tmp_path, line("兹证明张志远（身份证号：2）", 100, 100)), PHRASES)
    assert loosely(read, "worker_name")["worker_name"].confidence < 0.9
    assert loosely(read, "job") == read


def test_a_word_in_a_persons_place_is_no_name(tmp_path):
    read = read_phrases(text_of(tmp_path, line("兹证明内容远（身份证号：2）", 100, 100)), PHRASES)
    assert read["worker_name"].value == "内容远"
    assert "worker_name" not in loosely(read, "worker_name")
