"""Which parts of a document its pages show, by words that are printed on each part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.models.document import PartSeen
from pipeline.reading.view import View


def parts_seen(views: Sequence[View], signs: Mapping[str, Sequence[str]]) -> tuple[PartSeen, ...]:
    """The parts that the views show, each where it is seen first: one of its words is enough."""
    seen = []
    for name, words in signs.items():
        view = next((view for view in views if any(word in view.text for word in words)), None)
        if view is not None:
            seen.append(PartSeen(name=name, file=view.page.ref.file, page=view.page.ref.page, box=view.region))
    return tuple(seen)
