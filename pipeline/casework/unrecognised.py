"""Where might a paper be that was not found?

On a page that nobody could sort, or in a file that nobody could open. While there is such a page, a paper that was not
found is not known to be missing.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.casework.wording import Text, pages_place
from pipeline.models.document import Document
from pipeline.models.facts import Facts
from pipeline.models.page import BLANK_OR_OTHER, Page

_FILES_NAMED = 5


def unsorted_pages(facts: Facts) -> tuple[Page, ...]:
    """The pages of no known type that are not blank."""
    return tuple(page for page in facts.pages if page.type == BLANK_OR_OTHER and not page.blank)


def pages_that_may_belong(facts: Facts, document: Document) -> tuple[Page, ...]:
    """The pages that may be a missing page of this document.

    Those are unsorted pages next to its pages, unsorted pages that are hardly legible, and for a side of an ID card
    the other sides that stand alone, since the emblem side bears no name.
    """
    unsorted = [page for page in unsorted_pages(facts) if page.illegible.state != "no" or _is_next_to(page, document)]
    lone = {ref for card in _lone_counterparts(facts, document) for ref in card.pages}
    return (*unsorted, *(page for page in facts.pages if page.ref in lone))


def _is_next_to(page: Page, document: Document) -> bool:
    return any(ref.file == page.file and abs(ref.page - page.page) == 1 for ref in document.pages)


def _lone_counterparts(facts: Facts, document: Document) -> list[Document]:
    """The ID cards that show none of the sides which this one shows."""
    if document.type != "id_card":
        return []
    sides = {part.name for part in document.parts}
    return [
        card for card in facts.of_type("id_card") if card.parts and sides.isdisjoint(part.name for part in card.parts)
    ]


def unread_files(facts: Facts) -> tuple[str, ...]:
    """The files that could not be used, or not wholly."""
    return tuple(dict.fromkeys(error.file for error in facts.errors if error.code != "claim_json_invalid"))


def hiding_places(pages: Sequence[Page], files: Sequence[str]) -> Text:
    """These pages and files by name, for a message."""
    named = pages_place(page.ref for page in pages)
    zh = [f"未归类的页面{named.zh}"] if pages else []
    en = [f"unsorted pages {named.en}"] if pages else []
    if files:
        more_zh, more_en = (f"等{len(files)}个", f", {len(files)} in all") if len(files) > _FILES_NAMED else ("", "")
        zh.append(f"无法读取的文件{'、'.join(files[:_FILES_NAMED])}{more_zh}")
        en.append(f"unreadable files {', '.join(files[:_FILES_NAMED])}{more_en}")
    return Text("和".join(zh), " and ".join(en))


def searched(facts: Facts) -> Text:
    """All that was looked through."""
    return Text(f"上传的全部{len(facts.pages)}页", f"all {len(facts.pages)} uploaded pages")
