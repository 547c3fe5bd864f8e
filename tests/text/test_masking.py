import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.masking import mask_id_number, mask_id_numbers
from pipeline.text.visible import REPLACEMENT, one_line, visible

digits = st.text("0123456789", min_size=17, max_size=17)


@given(body=digits, last=st.sampled_from("0123456789Xx"), before=st.text("号码：( ,a"), after=st.text("。), b"))
def test_a_number_shows_six_and_four_characters_wherever_it_stands(body, last, before, after):
    number = body + last
    assert mask_id_numbers(before + number + after) == before + number[:6] + "********" + number[-4:] + after


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("220102198001011234", "220102********1234"),
        ("22010219800101123x", "220102********123x"),
        ("220102800101123", "220102*****1123"),
        ("身份证220102198001011234号", "身份证220102********1234号"),
        ("２２０１０２１９８００１０１１２３４", "２２０１０２********１２３４"),
        ("2 2 0 1 0 2 1 9 8 0 0 1 0 1 1 2 3 4", "220102********1234"),
        ("220102 19800101 1234", "220102********1234"),
        ("220102-19800101-123X", "220102**********123X"),
        ("22010219800101123", "220102*******1123"),
        ("2201021980010112345", "220102*********2345"),
        ("220102198001011234 220102199001011234", "220102********1234 220102********1234"),
    ],
)
def test_ways_to_write_a_number(text, masked):
    assert mask_id_numbers(text) == masked


@pytest.mark.parametrize(
    "text",
    ["2026-09-18 2026-10-08", "13944001234", "91220101MA0Y3K5R7X", "130000 13944001234", "第6、7肋骨", "CC2026-00123"],
)
def test_what_is_no_identity_number_stays(text):
    assert mask_id_numbers(text) == text


@given(st.text())
def test_masking_twice_changes_nothing_more_and_no_long_number_is_left(text):
    masked = mask_id_numbers(text)
    assert mask_id_numbers(masked) == masked
    assert not re.search(r"[0-9]{15}", masked)


@pytest.mark.parametrize(
    ("number", "masked"),
    [("", ""), ("1234", "****"), ("1234567890", "**********"), ("12345678901", "123456*8901"), ("22O1", "****")],
)
def test_a_known_number_is_masked_however_badly_it_was_read(number, masked):
    assert mask_id_number(number) == masked


hidden = [
    "\x00",
    "\x1b",
    "\x7f",
    "\x9b",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u200f",
    "\ufeff",
    "\ud800",
    "\ue000",
    "\u2028",
]


@pytest.mark.parametrize("character", hidden)
def test_hidden_characters_are_replaced(character):
    assert visible(f"张{character}三") == f"张{REPLACEMENT}三"


@given(st.text(st.characters(exclude_categories=())))
def test_visible_text_can_be_encoded_and_keeps_its_length(text):
    assert len(visible(text).encode("utf-8").decode("utf-8")) == len(text)
    assert "\n" not in one_line(text)


def test_common_text_stays():
    text = "左手示指末节（Ⅲ度）骨折，½ ㎝ ℃ 𠮷\n第二行\t完"
    assert visible(text) == text
