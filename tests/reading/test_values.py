"""From text as read to values: names, codes, ends of periods."""

import pytest

from pipeline.models.document import Field
from pipeline.models.geometry import Box
from pipeline.reading.values import normalise, until


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张志远", "张志远"),
        ("张志远，男，41岁", "张志远"),
        ("张志远（签字）", "张志远"),
        ("欧阳文静2026年9月20日", "欧阳文静"),
        ("2026年9月20日", ""),
        ("二〇二六年九月二十日", ""),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("被委托人签字：刘畅", ""),
    ],
)
def test_a_name_ends_where_its_bearer_is_told_of(text, name):
    assert normalise("name", text) == name


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年9月19日", "2026-09-19"),
        ("26年9月19日", "2026-09-19"),
        ("20年9月19日", ""),
        ("自20 年9月19日", ""),
        ("2020年9月19日", "2020-09-19"),
    ],
)
def test_the_century_alone_is_no_year(text, day):
    assert normalise("date", text) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("91220104MA99YY0260", "91220104MA99YY0260"),
        ("91220104MA99YY0260营业执照", "91220104MA99YY0260"),
        ("代码：12345678-8", "123456788"),
        ("9122 0104 MA99 YY02 60", "91220104MA99YY0260"),
    ],
)
def test_a_code_stands_without_what_is_beside_it(text, code):
    assert normalise("credit_code", text) == code


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2015年03月08日至2035年03月07日", "2035-03-07"),
        ("自2015.3.8至长期", "长期"),
        ("无固定期限", "长期"),
        ("至工伤认定办结之日止", ""),
        ("2026年6月1日至工伤认定结束", ""),
        ("自2026年6月1日起一年内有效", ""),
        ("2026.6.1起", ""),
        ("至2028年6月30日止", "2028-06-30"),
        ("2028年6月30日", "2028-06-30"),
        ("自发证之日起至2028年6月30日", "2028-06-30"),
        ("2026-06-01~2028-06-30", "2028-06-30"),
    ],
)
def test_the_end_of_a_period(text, end):
    field = Field(value=text, text=text, confidence=0.99, file="a.pdf", page=1, box=Box(0, 0, 10, 10))
    assert until(field).value == end


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("长人社工受字〔2026]1128号", "长人社工受字〔2026〕1128号"),
        ("长人社工受字（2026〕1128号", "长人社工受字〔2026〕1128号"),
        ("（2026）吉0102民初1128号", "（2026）吉0102民初1128号"),
    ],
)
def test_the_brackets_around_a_year_are_a_pair(text, number):
    assert normalise("text", text) == number


def test_a_code_without_the_end_of_its_caption():
    assert normalise("code", "码：0049126") == "0049126"
    assert normalise("code", "ZY0012345第1页") == "ZY0012345"


def test_a_short_text_has_no_point_at_its_end():
    assert normalise("text", "铸造车间。") == normalise("text", "铸造车间°") == "铸造车间"
    assert normalise("text_block", "情况属实。") == "情况属实。"
