"""Who bears which share of the blame for a traffic accident, by the wording of the police's determination?

Shares: 《道路交通事故处理程序规定》 (2018) art. 60: 全部, 主要, 同等, 次要责任, 无责任.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import regex

from pipeline.text.wording import PERSON

Share = Literal["none", "secondary", "equal", "main", "full"]

_SHARES: dict[str, Share] = {"全部": "full", "主要": "main", "同等": "equal", "次要": "secondary"}
_SHARE = regex.compile(
    r"(?<![□口○])(?:(?P<share>全部|主要|同等|次要)的?(?:事故)?责任|(?P<all>负全责|为全责)"
    r"|不(?:应)?(?:承担|负)(?:(?!全部|主要|同等|次要)[^，。；、]){0,12}责任|(?:无|没有)(?:此次|本次|该)?(?:道路)?(?:交通)?(?:事故)?的?责任|无责(?!任))"
)
_SENTENCE_ENDS = "。\n"
_CLAUSE_ENDS = "，,；;。：:"
_JOINING = regex.compile(r"[、和与及,，]|以及")
_BOTH = regex.compile(r"双方|各方|当事人均|均")
_ROLE = (
    r"(?:当事人|驾驶人|驾驶员|骑车人|骑行人|行人|乘车人|乘坐人|乘客|死者|伤者|受害人|甲方|乙方|丙方|当事方|姓名)"
    r"[一二三四甲乙丙丁A-D1-4]?(?:姓名)?"
)
_INTRODUCED = (
    regex.compile(
        rf"{_ROLE}[：:（(]?[1-9一二三]?[、.．]?(?P<name>{PERSON})(?=[，,（(）)、。；;：:\n]|性别|[男女][，,])"
    ),
    regex.compile(rf"(?:^|[，。；：:、\n）)\d.])(?P<name>{PERSON})[，,（(](?:性别)?[：:]?[男女]"),
    regex.compile(
        r"(?:^|[，,。；;：:、\n]|由|和|与)(?:当事人)?(?P<name>[\p{Han}·]{2,4}?)"
        r"(?:应)?(?:依法)?(?:(?:不?承担|不?负)[^，。；]{0,14}责任|无(?:事故)?责任)"
    ),
)
_ALIAS = regex.compile(
    rf"(?P<alias>[甲乙丙]方)(?:当事人)?[：:（(]?(?P<name>{PERSON})(?=[，,（(）)、。；;：:\n]|性别|[男女][，,])"
)
_NO_NAME = regex.compile(
    r"证人|民警|警察|医院|公司|乘客|死者|伤者|受害人|乘车|乘坐|骑车|当事|双方|各方|一方|对方|甲方|乙方|丙方|机动车|驾驶|行人|责任|应|其|共同|分别|认定|本次|此次|事故|车辆|道路|规定"
    r"|情况|姓名|性别|均|导致|签名|签字|身份|证据|意见|全部|主要|次要|同等|自行|以及|因此|综上"
)
_NOT_FOUND = regex.compile(
    r"(?:无法|不能|难以|未能)(?:查清|查明|查证|认定|确定|核实|判定)|成因(?:无法|不能|不清|不明)|责任(?:无法|不能|未能)"
)
SURE_SUBJECT = 1.0
DOUBTFUL_SUBJECT = 0.5


class Said(NamedTuple):
    """A party's share, where in the text it is said, and how plainly (0-1) it is said of this party."""

    party: str
    share: Share
    start: int
    end: int
    plainness: float


def find_parties(text: str) -> tuple[str, ...]:
    """The names of the people whom the text introduces as parties, in order.

    Args:
        text: paragraphs, without the gaps and line ends inside them.
    """
    found = sorted(
        (match.start("name"), match.group("name")) for pattern in _INTRODUCED for match in pattern.finditer(text)
    )
    return tuple(dict.fromkeys(name for _, name in found if not _NO_NAME.search(name)))


def read_liabilities(text: str, parties: Sequence[str]) -> tuple[Said, ...]:
    """Each party's share. A party of whom two different shares are said is left in doubt.

    Args:
        text: paragraphs, without the gaps and line ends inside them.
        parties: the parties' names.
    """
    names = {party: party for party in parties}
    names |= {
        match.group("alias"): match.group("name") for match in _ALIAS.finditer(text) if match.group("name") in names
    }
    last: dict[str, Said] = {}
    for said in _all_said(text, names):
        before = last.get(said.party)
        doubtful = before is not None and before.share != said.share
        last[said.party] = said._replace(plainness=DOUBTFUL_SUBJECT) if doubtful else said
    return tuple(last.values())


def says_undetermined(text: str) -> bool:
    """Whether the police say that cause or liability could not be established (道路交通事故证明, art. 67)."""
    return bool(_NOT_FOUND.search(text))


def _all_said(text: str, names: dict[str, str]) -> Iterator[Said]:
    behind = 0
    for found in _SHARE.finditer(text):
        share = "full" if found.group("all") else _SHARES.get(found.group("share") or "", "none")
        begin = max(behind, *(text.rfind(mark, 0, found.start()) + 1 for mark in _SENTENCE_ENDS))
        subjects, plainness, start = _subjects(text, begin, found.start(), names)
        if not subjects and begin > behind:
            subjects, plainness, start = _subjects(text, behind, found.start(), names)
            plainness = min(plainness, DOUBTFUL_SUBJECT)
        for party in subjects:
            yield Said(party, share, start, found.end(), plainness)
        behind = found.end()


def _subjects(text: str, begin: int, end: int, names: dict[str, str]) -> tuple[list[str], float, int]:
    """Of whom the share at ``end`` is said: those named right before it, else the one whom the sentence begins with.

    With it, how plainly, and where they are named: what stands before says nothing of them.
    """
    named = sorted(
        (match.start(), match.end(), party)
        for name, party in names.items()
        for match in regex.finditer(regex.escape(name), text[begin:end])
    )
    if not named:
        both = _BOTH.search(text, begin, end)
        return (list(dict.fromkeys(names.values())) if both else []), SURE_SUBJECT, both.start() if both else begin
    segment = text[begin:end]
    distinct = list(dict.fromkeys(party for *_, party in named))
    if len(distinct) == 1:
        return distinct, SURE_SUBJECT, begin + named[-1][0]
    if not any(mark in segment[named[-1][1] :] for mark in _CLAUSE_ENDS):
        group = [named[-1]]
        for other in reversed(named[:-1]):
            between = segment[other[1] : group[0][0]]
            if not _JOINING.fullmatch(between):
                break
            group.insert(0, other)
        return list(dict.fromkeys(party for *_, party in group)), SURE_SUBJECT, begin + group[0][0]
    return distinct[:1], DOUBTFUL_SUBJECT, begin + named[0][0]
