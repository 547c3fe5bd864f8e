"""What begins as a person's name does."""

import pytest

from pipeline.text.surnames import begins_with_surname


@pytest.mark.parametrize("name", ["张志远", "逯洪亮", "欧阳修文", "訾立军", "付强", "阚玉山"])
def test_names(name):
    assert begins_with_surname(name)


@pytest.mark.parametrize("word", ["内容", "行车吊", "伤者子航", "职称", ""])
def test_other_words(word):
    assert not begins_with_surname(word)
