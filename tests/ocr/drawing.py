"""Pages of text drawn for tests of the real engines."""

from dataclasses import dataclass

import numpy as np
from PIL import Image as Picture
from PIL import ImageDraw

from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Box, Quad
from pipeline.models.text_line import Char, TextLine
from samples.generator.fonts import TYPEFACES, font

SENTENCES = (
    "职工发生事故伤害或者按照职业病防治法规定被诊断为职业病",
    "所在单位应当自事故伤害发生之日起三十日内提出工伤认定申请",
    "用人单位未按前款规定提出工伤认定申请的由职工本人提出",
    "右胫骨平台骨折，左侧第3、4肋骨骨折",
    "提出工伤认定申请应当提交工伤认定申请表和诊断证明",
    "乙方同意根据甲方工作需要从事车工岗位工作",
    "劳动合同期限自2025年3月1日起至2028年2月29日止",
    "甲方每月15日前以货币形式支付乙方工资",
)


@dataclass(frozen=True)
class DrawnLine:
    """A sentence and where it stands, in pixels."""

    text: str
    box: Box

    def as_layer(self, text: str | None = None) -> TextLine:
        """The line as a PDF's text layer tells it, or as it lies."""
        told = self.text if text is None else text
        chars = tuple(
            Char(text=char, confidence=1, start=place / len(told), end=(place + 1) / len(told))
            for place, char in enumerate(told)
        )
        return TextLine(quad=Quad.of(self.box), confidence=1, chars=chars)


def typed_page(
    sentences: tuple[str, ...] = SENTENCES, pixels: int = 30, width: int = 1240, height: int = 1754
) -> tuple[Image, tuple[DrawnLine, ...]]:
    """An A4 page at 150 dpi with one sentence a line."""
    page = Picture.new("RGB", (width, height), (252, 252, 250))
    pen = ImageDraw.Draw(page)
    face = font(TYPEFACES["dev"].song, pixels)
    drawn = []
    for row, sentence in enumerate(sentences):
        left, top = 120, 140 + 3 * pixels * row
        pen.text((left, top), sentence, font=face, fill=(30, 30, 34))
        box = Box(*(round(edge) for edge in pen.textbbox((left, top), sentence, font=face)))
        drawn.append(DrawnLine(sentence, box))
    return np.array(page)[:, :, ::-1].copy(), tuple(drawn)
