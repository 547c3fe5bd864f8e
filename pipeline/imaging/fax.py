"""Did the page come over a fax line?"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.imaging.arrays import Image
from pipeline.imaging.fax_rows import row_grid
from pipeline.models.geometry import Box
from pipeline.models.page import Judgement
from pipeline.models.source import FileFacts

_LINE_WIDTHS = (1728, 2048, 2432)
"""Pixels of a scan line for A4, B4 and A3 (ITU-T T.4)."""
_STRETCHES = (204 / 98, 204 / 196, 204 / 391)
"""Across over down resolution of standard, fine and superfine mode (ITU-T T.4)."""
_STRETCH_TOLERANCE = 0.01
_FAX_DPI = (203, 205)
_STRONG_GRID, _WEAK_GRID = 0.2, 0.06
"""Of the edges of drawn standard-mode faxes, printed and scanned at 200 and 300 dpi, 0.26-0.71 keep to the grid
(n=9), of fine-mode ones 0.07-0.16 (n=6), of other pages none or at most 0.03 (n=43, 7 of them real). A screen of 96
dots an inch, printed enlarged (one real page, 0.73), keeps to the same grid."""
_CERTAIN_HEADER, _STRONG_HEADER, _WEAK_HEADER = 1.0, 0.75, 0.45
"""Two signs of a header stand on letterheads (telephone, 传真) and hospital prints (date, time) as well."""


@dataclass(frozen=True, slots=True)
class _Trace:
    """One sign of a fax: how much it weighs (2 proof, 1 strong, 0.5 weak) and how a clerk is told."""

    weight: float
    zh: str
    en: str


def judge_fax(image: Image, facts: FileFacts, header_text_score: float, header_box: Box | None) -> Judgement:
    """Whether the page is a fax: ``yes`` on proof or two strong signs, ``unsure`` on one, else ``no``.

    Args:
        image: upright, deskewed page.
        facts: what the file says of itself.
        header_text_score: how much the top margin reads like a fax header, 0-1.
        header_box: where that header is.
    """
    traces = [*_file_traces(facts, image), *_header_trace(header_text_score), *_row_trace(image, facts)]
    weight = sum(trace.weight for trace in traces)
    if not traces or weight < 1:
        return Judgement(state="no", confidence=round(1 - 0.3 * weight, 3))
    sure = weight >= 2
    return Judgement(
        state="yes" if sure else "unsure",
        confidence=round(min(0.99, 0.5 + 0.2 * weight), 3),
        reason_zh="；".join(trace.zh for trace in traces),
        reason_en="; ".join(trace.en for trace in traces),
        box=header_box if header_text_score >= _WEAK_HEADER else None,
    )


def _file_traces(facts: FileFacts, image: Image) -> list[_Trace]:
    if facts.fax_tags:
        return [_Trace(2, "文件带有传真接收标记", "The file carries fax reception tags")]
    return _raster_traces(facts, image) if facts.bilevel else []


def _raster_traces(facts: FileFacts, image: Image) -> list[_Trace]:
    width = facts.native_size[0] if facts.native_size else 0
    fax_wide = width in _LINE_WIDTHS
    fax_grid = _has_fax_stretch(facts, image) or (facts.dpi is not None and _FAX_DPI[0] <= facts.dpi[0] <= _FAX_DPI[1])
    group3 = facts.compression == "group3"
    if fax_wide and (fax_grid or group3):
        return [
            _Trace(
                2, f"文件为传真格式（每行{width}点，传真分辨率）", f"Fax file: {width} dots a line at fax resolution"
            )
        ]
    if fax_grid and facts.compression is not None:
        return [_Trace(2, "文件为传真格式（横竖分辨率为传真规格）", "Fax file: resolution of a fax machine")]
    if group3:
        return [_Trace(1, "文件为三类传真压缩格式（G3）", "The file is compressed as Group 3 fax")]
    if fax_wide:
        return [_Trace(1, f"每行{width}点，与传真机相同", f"{width} dots a line, as fax machines have")]
    return []


def _has_fax_stretch(facts: FileFacts, image: Image) -> bool:
    """Whether the stored raster had oblong pixels in the proportion of a fax mode, undone on decoding."""
    if facts.native_size is None or min(facts.native_size) == 0:
        return False
    native = facts.native_size[0] / facts.native_size[1]
    height, width = image.shape[:2]
    ratios = (native / (width / height), native / (height / width))
    return any(abs(ratio / stretch - 1) <= _STRETCH_TOLERANCE for ratio in ratios for stretch in _STRETCHES)


def _header_trace(score: float) -> list[_Trace]:
    if score >= _STRONG_HEADER:
        weight = 2 if score >= _CERTAIN_HEADER else 1.5
        return [_Trace(weight, "页眉印有传真机加印的发送信息", "The top margin bears a fax machine's header line")]
    if score >= _WEAK_HEADER:
        return [_Trace(0.5, "页眉疑似传真机加印的发送信息", "The top margin may bear a fax header line")]
    return []


def _row_trace(image: Image, facts: FileFacts) -> list[_Trace]:
    if facts.drawn or facts.screenshot:
        return []
    share = row_grid(image, facts.dpi[0] if facts.dpi else None)
    if share >= _STRONG_GRID:
        return [_Trace(1.5, "笔画边缘有传真扫描行的台阶", "Stroke edges step with the rows of a fax")]
    if share >= _WEAK_GRID:
        return [_Trace(0.5, "笔画边缘略有传真扫描行的台阶", "Stroke edges step faintly with the rows of a fax")]
    return []
