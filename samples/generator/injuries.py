"""What happened to the worker: diagnoses, near-miss slips of them, and how the accident is told."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from random import Random

from samples.generator.people import draw_road
from samples.generator.situation import Kind

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
_DISEASES = {
    "尘肺": ("清砂作业，长期接触粉尘", "破碎筛分作业，长期接触粉尘"),
    "噪声": ("锻造作业，长期接触噪声", "冲压作业，长期接触噪声"),
    "一氧化碳": ("炉前作业，长期接触一氧化碳",),
    "皮炎": ("清洗作业，长期接触有机溶剂",),
    "振动": ("凿岩作业，长期接触手传振动",),
}
_SUDDEN = ("猝死", "心肌", "脑干")
_CRASHES = (
    "骑电动自行车上班途中与一辆小型轿车相撞受伤",
    "骑自行车下班途中被一辆小型普通客车撞倒受伤",
    "步行上班途中过人行横道时被一辆轻型货车撞伤",
    "骑二轮摩托车下班途中被后方小型轿车追尾受伤",
)
_BLOWS = (
    "劝阻外来人员强行进入时，被对方持木棍殴打受伤",
    "制止醉酒人员扰乱秩序时，被对方用拳脚殴打受伤",
    "因履行检查职责与他人发生争执，被对方持砖块打伤",
)
_EVENTS = (
    "受单位指派参加职工运动会拔河比赛时摔倒受伤",
    "受单位指派参加职工篮球比赛，争抢篮板时摔倒受伤",
    "受单位指派参加文艺演出，下台时踏空摔伤",
)
_GROUNDS = ("区体育馆", "市职工文体中心", "单位运动场")
_GATES = ("大门岗亭", "厂区门口", "收发室", "一楼大厅")
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


@cache
def diseases() -> tuple[str, ...]:
    """The diagnoses of occupational diseases."""
    lines = _DATA.joinpath("diagnoses.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line.startswith("职业性"))


def draw_injury(rng: Random, diagnosis: str | None = None, kind: Kind = "workplace") -> Injury:
    """An accident of that kind that fits the diagnosis, which is drawn when none is given."""
    if kind == "occupational_disease":
        said = diagnosis or rng.choice(diseases())
        works = next((works for word, works in _DISEASES.items() if word in said), ("有害作业",))
        return Injury(said, rng.choice(_PLACES), 8, 0, f"从事{rng.choice(works)}")
    injury = _at_work(rng, diagnosis)
    if kind == "commute_traffic":
        crossing = f"{draw_road(rng)}与{draw_road(rng)}交会处"
        return replace(injury, place=crossing, hour=rng.choice((7, 17, 18)), cause=rng.choice(_CRASHES))
    if kind == "violence":
        return replace(injury, place=rng.choice(_GATES), cause=rng.choice(_BLOWS))
    if kind == "event":
        return replace(injury, place=rng.choice(_GROUNDS), cause=rng.choice(_EVENTS))
    return injury


def draw_sudden_illness(rng: Random) -> Injury:
    """A sudden illness at work that ends in death (工伤保险条例 art. 15)."""
    lines = _DATA.joinpath("diagnoses.txt").read_text(encoding="utf-8").splitlines()
    said = rng.choice([line for line in lines if any(word in line for word in _SUDDEN)])
    return Injury(said, rng.choice(_PLACES), rng.randrange(7, 21), rng.choice((0, 20, 40)), "作业时突感胸痛倒地")


def _at_work(rng: Random, diagnosis: str | None) -> Injury:
    said = diagnosis or rng.choice(diagnoses())
    causes = next(
        texts for letters, texts in _CAUSES.items() if not letters or any(letter in said for letter in letters)
    )
    cause = rng.choice(causes).format(
        machine=rng.choice(_MACHINES), goods=rng.choice(_GOODS), height=rng.choice(_HEIGHTS)
    )
    return Injury(said, rng.choice(_PLACES), rng.randrange(7, 21), rng.choice((0, 10, 20, 30, 40, 50)), cause)
