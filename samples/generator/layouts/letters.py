"""A letter: title, lines of data, paragraphs. Most papers of an employer are written so."""

from __future__ import annotations

from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.flow import Block, Margins, end_of, paginate, set_page
from samples.generator.sheet import Sheet
from samples.generator.writing import Print


def letter(
    title: str, head: tuple[str, ...], body: tuple[str, ...], content: Content, look: Look
) -> tuple[Sheet, float]:
    """A page with a title, lines of data and paragraphs; also says where its text ends."""
    sheet = Sheet.a4(look.dpi, "page")
    style = Print(look.face("song"), 4.8)
    blocks = [Block(title, Print(look.face("hei"), 8, spacing=0.35), centred=True)]
    blocks += [Block(line, style, above=4 if index == 0 else 0, leading=1.9) for index, line in enumerate(head)]
    blocks += [
        Block(text, style, indent=2, above=4 if index == 0 else 0, leading=1.9) for index, text in enumerate(body)
    ]
    lines = paginate(blocks, Margins(), content, look)[0]
    set_page(sheet, lines, content, look)
    return sheet, end_of(lines)
