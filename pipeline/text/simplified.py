"""The simplified form of traditional characters, for looking words up: no name or diagnosis is rewritten by it.

A reader trained on both scripts gives 殘疾軍人证 for a slightly blurred 残疾军人证. Papers of the mainland are in
simplified characters, so a traditional one in a title, a caption or a name is a doubtful reading of the simplified one.
The table holds the one-to-one pairs of OpenCC's TSCharacters (Apache-2.0) whose simplified side is in GB 2312 and whose
traditional side is not.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources


def simplified(text: str) -> str:
    """The text with each traditional character replaced; its length stays the same."""
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    rows = resources.files("pipeline.text").joinpath("simplified.tsv").read_text(encoding="utf-8").splitlines()
    return {
        ord(letter): row["simplified"] for row in csv.DictReader(rows, delimiter="\t") for letter in row["traditional"]
    }
