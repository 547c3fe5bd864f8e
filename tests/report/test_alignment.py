from hypothesis import given
from hypothesis import strategies as st

from pipeline.models.comparison import Comparison, Difference, Side
from pipeline.report.alignment import align, align_judged
from tests.report.example import example_comparison

texts = st.text("左右手指末未节骨折、，。 12Ⅲ\n", max_size=25)


def judged(verdict, left, right, *differences):
    return Comparison(
        verdict=verdict,
        probability_identical=0.5,
        left=Side(text=left, confidence=0.9),
        right=Side(text=right, confidence=0.9),
        differences=differences,
    )


@given(left=texts, right=texts)
def test_columns_hold_both_texts_whole_and_in_order(left, right):
    for columns in (align(left, right), align_judged(judged("different", left, right))):
        assert "".join(column.left for column in columns) == "".join(left.split())
        assert "".join(column.right for column in columns) == "".join(right.split())
        assert all(column.left or column.right for column in columns)


@given(left=texts, right=texts)
def test_without_a_judgement_unequal_columns_are_different(left, right):
    assert all((column.kind == "same") == (column.left == column.right) for column in align(left, right))


def test_one_replaced_character_is_the_only_one_marked():
    columns = align_judged(example_comparison().comparison)
    assert [(column.left, column.right) for column in columns if column.kind != "same"] == [("未", "末")]
    assert columns[4].kind == "different"


def test_an_insertion_stands_under_a_gap():
    difference = Difference(op="insert", left="", right="右", left_index=0, right_index=0)
    columns = align_judged(judged("different", "手", "右手", difference))
    assert [(column.left, column.right, column.kind) for column in columns] == [
        ("", "右", "different"),
        ("手", "手", "same"),
    ]


def test_differences_that_do_not_count_are_only_format():
    columns = align_judged(judged("identical", "骨折，挫伤", "骨折、挫伤。"))
    assert [column.kind for column in columns] == ["same", "same", "format", "same", "same", "format"]


def test_doubt_is_marked_as_doubt_also_where_the_characters_agree():
    difference = Difference(op="replace", left="末", right="末", left_index=2, right_index=2)
    columns = align_judged(judged("unsure", "示指末节", "示指末节", difference))
    assert [column.kind for column in columns] == ["same", "same", "doubt", "same"]
    unlisted = align_judged(judged("unsure", "示指末节", "示指未节"))
    assert unlisted[2].kind == "doubt"


def test_white_space_does_not_shift_the_marks():
    difference = Difference(op="replace", left="未", right="末", left_index=3, right_index=2)
    columns = align_judged(judged("different", "示指\n未节", "示指末节", difference))
    assert [column.kind for column in columns] == ["same", "same", "different", "same"]
