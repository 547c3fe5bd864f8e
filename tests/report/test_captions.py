import pytest

from pipeline.declare import document_types
from pipeline.report.captions import field_caption, mark_caption, value_caption


def test_every_declared_slot_has_a_caption():
    for kind in document_types():
        for slot in kind.slots:
            assert mark_caption(kind.id, slot.name) != slot.name, (kind.id, slot.name)


def test_captions_are_chinese():
    captions = [caption for kind in document_types() for caption in (*kind.fields.values(), *kind.values.values())]
    assert len(captions) > 150
    assert all(any("\u4e00" <= letter <= "\u9fff" for letter in caption) for caption in captions)


@pytest.mark.parametrize(
    ("found", "caption"),
    [
        (field_caption("work_injury_application", "injured_part"), "伤害部位或疾病名称"),
        (field_caption("work_injury_application", "invented"), "invented"),
        (value_caption("labor_contract", "open_ended"), "无固定期限"),
        (value_caption("labor_contract", "车工"), "车工"),
    ],
)
def test_captions_fall_back_to_what_is_given(found, caption):
    assert found == caption
