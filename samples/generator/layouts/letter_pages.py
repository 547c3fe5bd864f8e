"""Letters of several pages and several looks: title, lines of data, paragraphs, page numbers."""

from __future__ import annotations

from dataclasses import dataclass

from samples.generator.layouts.content import Content, Look
from samples.generator.layouts.flow import Block, Margins, end_of, paginate, set_page
from samples.generator.sheet import Sheet
from samples.generator.writing import Print


@dataclass(frozen=True, slots=True)
class LetterLook:
    """How a letter is set; ``numbered`` is a pattern such as ``第{number}页 共{count}页``, empty for none."""

    face: str = "song"
    size: float = 4.8
    leading: float = 1.9
    title_face: str = "hei"
    title_size: float = 8.0
    title_spacing: float = 0.35
    bottom: float = 268.0
    numbered: str = ""


def letter_pages(
    title: str, head: tuple[str, ...], body: tuple[str, ...], content: Content, look: Look, style: LetterLook
) -> tuple[list[Sheet], float]:
    """The pages and where the text of the last one ends; a line of the body that begins with ``#`` is a heading."""
    text = Print(look.face(style.face), style.size)
    blocks = [
        Block(title, Print(look.face(style.title_face), style.title_size, spacing=style.title_spacing), centred=True)
    ]
    blocks += [Block(line, text, above=4 if n == 0 else 0, leading=style.leading) for n, line in enumerate(head)]
    heading = Print(look.face("hei"), style.size)
    for n, line in enumerate(body):
        above = 4 if n == 0 else 0
        if line.startswith("#"):
            blocks.append(Block(line[1:], heading, above=above, leading=style.leading))
        else:
            blocks.append(Block(line, text, indent=2, above=above, leading=style.leading))
    pages = paginate(blocks, Margins(bottom=style.bottom), content, look)
    sheets = []
    for number, lines in enumerate(pages, 1):
        sheet = Sheet.a4(look.dpi, "page" if number == 1 else "body", number if style.numbered else None)
        set_page(sheet, lines, content, look)
        if style.numbered:
            foot = style.numbered.format(number=number, count=len(pages))
            small = Print(look.face("song"), 3.6)
            small.put(sheet, foot, (210 - small.width(foot)) / 2, 283)
        sheets.append(sheet)
    return sheets, end_of(pages[-1])
