"""What happened to the worker: diagnoses, near-miss slips of them, and how the accident is told."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

_DATA = files("samples.generator").joinpath("data")
_OUT_OF_WORK = ("职业性", "中毒", "猝死", "心肌", "脑干", "蛛网膜", "听力", "尘肺", "休克")
_CAUSES = {
    "手指掌腕拇环": ("操作{machine}取料时，因光电保护失灵，被滑块压伤", "清理{machine}传送带时未停机，被卷入夹伤"),
    "足趾踝跟跖跗": ("用液压车拉运货物，转弯时托盘倾倒，被货物砸中", "搬运{goods}时脚下打滑，被{goods}砸伤"),
    "腰椎颈胸肋肺": ("在{height}处作业时踩空坠落", "登上{height}检修时失稳坠落"),
    "头脑颅面眼鼻颧颌耳": ("检修{machine}时，飞出的{goods}碎块击中", "经过{height}下方时，被坠落的{goods}击中"),
    "烧烫电灼": ("清洗{machine}时热油溅出烫伤", "检修{machine}线路时发生短路灼伤"),
    "": ("搬运{goods}下楼梯时滑倒摔伤", "推运{goods}时地面湿滑摔倒受伤", "从{height}下来时踏空摔伤"),
}
_MACHINES = ("160吨冲床", "数控车床", "液压剪板机", "砂轮机", "打包机", "注塑机")
_GOODS = ("钢管", "铸件", "木箱", "模具", "铝型材", "电缆盘")
_HEIGHTS = ("三层脚手架", "约2.5米高的平台", "货车车厢", "人字梯", "检修平台")
_PLACES = ("一号车间", "二号仓库", "装配车间", "下料工段", "厂区东侧通道", "成品库", "施工现场")


@dataclass(frozen=True, slots=True)
class Slip:
    """A diagnosis as one paper writes it and as the other does, with the kind of the slip."""

    right: str
    wrong: str
    kind: str


@dataclass(frozen=True, slots=True)
class Injury:
    """One accident: the diagnosis in the hospital's words, place, hour, and what went wrong."""

    diagnosis: str
    place: str
    hour: int
    minute: int
    cause: str


@cache
def diagnoses() -> tuple[str, ...]:
    """The diagnoses of accidents at work (diseases left out)."""
    lines = _DATA.joinpath("diagnoses.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not any(word in line for word in _OUT_OF_WORK))


@cache
def slips() -> tuple[Slip, ...]:
    """Pairs that are truly different: those that differ in width, space, format or punctuation alone are left out."""
    table = _DATA.joinpath("near_miss_pairs.tsv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(table, delimiter="\t"))
    loose = ("width", "space", "format", "punct")
    return tuple(
        Slip(row["document_or_form"], row["other"], row["why"].split(":")[0])
        for row in rows
        if not row["why"].startswith(loose) and not any(word in row["document_or_form"] for word in _OUT_OF_WORK)
    )


def draw_injury(rng: Random, diagnosis: str | None = None) -> Injury:
    """An accident that fits the diagnosis, which is drawn when none is given."""
    said = diagnosis or rng.choice(diagnoses())
    causes = next(
        texts for letters, texts in _CAUSES.items() if not letters or any(letter in said for letter in letters)
    )
    cause = rng.choice(causes).format(
        machine=rng.choice(_MACHINES), goods=rng.choice(_GOODS), height=rng.choice(_HEIGHTS)
    )
    return Injury(said, rng.choice(_PLACES), rng.randrange(7, 21), rng.choice((0, 10, 20, 30, 40, 50)), cause)
