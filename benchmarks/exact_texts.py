"""What two papers say: a diagnosis, and the same, nearly the same, or the same but for its punctuation.

Whether a pair is equal follows from how it was made, not from a comparison of strings. Diagnoses, and the characters
that are exchanged for others, are divided between the splits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from samples.generator.fonts import Split
from samples.generator.injuries import diagnoses, slips

_LOOK_ALIKES: dict[Split, str] = {
    "dev": """
    左右 左在 末未 桡挠 桡绕 折析 指趾 踝髁 胫颈 胫经 台合 跟根 伤份 臼白 肱股 骨胃 皮支 眼跟 热烫 上下 髌骸
    腓排 伸仲 挫搓 裂烈 端瑞 脱悦 前削 拇姆 环坏 血皿 肿种 内肉 外处 脾牌 臂譬 荡汤 颅预 背肩 近远 大太 深浅""",
    "test": """
    左右 右石 末木 未末 桡烧 折拆 折抗 掌撑 踝裸 跖跗 跗附 腘国 腱键 锁琐 臂臀 膝漆 额颞 颧颞 颌颔 腰腹 尺尽
    震振 湿温 挤剂 断新 撕撒 关天 节书 中申 小少 示食 示未 手毛 足是 性姓 位拉 甲申 头买 腿退 颈胫 突实
    完宪 开井""",
}
_REGIONS = """
    右桡骨远端 左尺骨茎突 右胫骨平台 左胫腓骨 右外踝 左内踝 右跟骨 左股骨颈 右髌骨 左锁骨 左肱骨干 右手示指末节
    左手环指中节指骨 右手第3掌骨 左侧第5、6肋骨 右侧第3-7肋骨 左足第2跖骨 腰1椎体 胸12椎体 右足拇趾 左颧骨
    右膝关节 左肘关节 右腕部 左小腿 右前臂 右眼眶"""
_INJURIES = """
    骨折 粉碎性骨折 开放性骨折 撕脱骨折 压缩性骨折 皮肤裂伤 挫裂伤 软组织挫伤 挤压伤 不全离断 血肿
    热烧伤（深Ⅱ度，3%） 脱位（Ⅲ度） 骨折术后"""
_NARROW = str.maketrans("（）", "()")


@dataclass(frozen=True, slots=True)
class Texts:
    """Left and right text, whether they are the same under the contract, and how the second was made."""

    left: str
    right: str
    identical: bool
    slip: str


def draw_texts(split: Split, rng: Random, *, identical: bool) -> Texts:
    """A pair of texts; among the identical one in five differs in punctuation or width."""
    if identical:
        text = _diagnosis(split, rng)
        other = _otherwise_marked(text, rng) if rng.random() < 0.2 else text
        loose = "width" if other.translate(_NARROW) == text.translate(_NARROW) else "punctuation"
        return Texts(text, other, identical=True, slip=loose if other != text else "none")
    while True:
        text = _diagnosis(split, rng)
        name = rng.choice(list(_SLIPS))
        other = _SLIPS[name](text, split, rng)
        if other is not None and other != text:
            pair = (text, other) if rng.random() < 0.5 else (other, text)
            return Texts(*pair, identical=False, slip=name)


def _diagnosis(split: Split, rng: Random) -> str:
    """One from the list, or one composed of one to three items."""
    if rng.random() < 0.4:
        return rng.choice([text for text in diagnoses() if _in_split(text, split)])
    count = rng.choices((1, 2, 3), (6, 3, 1))[0]
    items = [rng.choice(_REGIONS.split()) + rng.choice(_INJURIES.split()) for _ in range(count)]
    if count == 1:
        return items[0]
    style, between = rng.choice((("{}.", " "), ("{}.", "；"), ("{}、", "；"), ("（{}）", ""), ("", "、"), ("", "；")))
    return between.join(style.format(number) + item for number, item in enumerate(items, start=1))


def _in_split(text: str, split: Split) -> bool:
    return (sum(map(ord, text)) % 2 == 0) == (split == "dev")


def _otherwise_marked(text: str, rng: Random) -> str:
    changes: list[tuple[str, str]] = [
        ("（", "("),
        ("、", "，"),
        ("；", "，"),
        ("，", "、"),
        (r"(\d)\.(?=\D)", r"\1、"),
        ("$", "。"),
    ]
    rng.shuffle(changes)
    for old, new in changes:
        changed = re.sub(old, new, text)
        if changed != text:
            return changed.replace("）", ")") if old == "（" else changed
    return text


def _look_alike(text: str, split: Split, rng: Random) -> str | None:
    pairs = [pair for pair in _LOOK_ALIKES[split].split() if any(letter in text for letter in pair)]
    if not pairs:
        return None
    pair = rng.choice(pairs)
    ours = next(letter for letter in pair if letter in text)
    return _replaced_once(text, ours, pair.replace(ours, "") or ours, rng)


def _digit(text: str, _split: Split, rng: Random) -> str | None:
    digits = [at for at, letter in enumerate(text) if letter.isdigit()]
    if not digits:
        return None
    at = rng.choice(digits)
    alike = {"1": "7", "7": "1", "6": "8", "8": "6", "3": "8", "5": "6"}
    other = alike.get(text[at], "") if rng.random() < 0.5 else rng.choice("123456789")
    return text[:at] + other + text[at + 1 :] if other else None


def _mark_between_digits(text: str, _split: Split, rng: Random) -> str | None:
    places = [found.start() + 1 for found in re.finditer(r"\d[、，\-～](?=\d)", text)]
    if not places:
        return None
    at = rng.choice(places)
    other = rng.choice(("", "-" if text[at] in "、，" else "、"))
    return text[:at] + other + text[at + 1 :]


def _roman(text: str, _split: Split, rng: Random) -> str | None:
    grades = [letter for letter in "ⅠⅡⅢⅣⅤ" if letter in text]
    return _replaced_once(text, grades[0], rng.choice("ⅠⅡⅢⅣⅤ"), rng) if grades else None


def _dropped(text: str, _split: Split, rng: Random) -> str | None:
    letters = [at for at, letter in enumerate(text) if "\u4e00" <= letter <= "\u9fff"]
    at = rng.choice(letters)
    return text[:at] + text[at + 1 :]


def _item_missing(text: str, _split: Split, rng: Random) -> str | None:
    parts = re.split(r"(?<=\D)[；、 ](?=\D|\d[.、])", text)
    return text[: -len(parts[-1]) - 1] if len(parts) > 1 and rng.random() < 1 else None


def _other_order(text: str, _split: Split, _rng: Random) -> str | None:
    found = re.fullmatch(r"(1[.、])(.+?)([； ]2[.、])([^；、 ]+)", text)
    return found[1] + found[4] + found[3] + found[2] if found and found[2] != found[4] else None


def _listed_slip(text: str, _split: Split, _rng: Random) -> str | None:
    return next((slip.wrong for slip in slips() if slip.right == text), None)


def _side(text: str, _split: Split, rng: Random) -> str | None:
    sides = [letter for letter in "左右双" if letter in text]
    return _replaced_once(text, rng.choice(sides), rng.choice("左右"), rng) if sides else None


def _replaced_once(text: str, old: str, new: str, rng: Random) -> str:
    at = rng.choice([place for place, letter in enumerate(text) if letter == old])
    return text[:at] + new + text[at + 1 :]


_SLIPS: dict[str, Callable[[str, Split, Random], str | None]] = {
    "look-alike": _look_alike,
    "digit": _digit,
    "mark between digits": _mark_between_digits,
    "roman numeral": _roman,
    "character dropped": _dropped,
    "item missing": _item_missing,
    "other order": _other_order,
    "listed": _listed_slip,
    "side": _side,
}
