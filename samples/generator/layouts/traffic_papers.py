"""Determinations of traffic accidents: a general letter, a simplified table, an older wording with 甲方."""

from __future__ import annotations

from datetime import timedelta

from samples.generator.case import Case
from samples.generator.injuries import Injury
from samples.generator.layouts.content import Content, Look, in_words, seal_slot, signature_slot
from samples.generator.layouts.official import Form, draw_letter, stranger
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.tables import Cell, Row, Rules, TablePrint, draw_table
from samples.generator.seals import Seal
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import Print

_BEARS = {"none": "无责任", "secondary": "次要责任", "equal": "同等责任", "main": "主要责任", "full": "全部责任"}
_OTHER_SIDE = {"none": "full", "secondary": "main", "equal": "equal", "main": "secondary", "full": "none"}


def traffic_values(case: Case) -> dict[str, str]:
    """What the traffic police determine: the worker bears nothing unless the recipe says otherwise."""
    other = stranger(case, "other party")
    issued = min(case.occurred_on + timedelta(days=7), case.submitted_on)
    return {
        "document_number": f"第220104{issued.year}{case.wage * 37:08d}号",
        "accident_date": case.occurred_on.isoformat(),
        "accident_place": f"长春市{case.employer.district}{_place(case.injury)}",
        "worker_liability": "none",
        "issued_on": issued.isoformat(),
        "_names": f"{other.name}、{case.worker.name}",
        "_other": other.name,
        "_other_id": other.id_number,
        "_other_home": other.address,
        "_worker": case.worker.name,
        "_worker_id": case.worker.id_number,
        "_worker_home": case.worker.address,
        "_sex": case.worker.sex,
        "_other_sex": other.sex,
        "_when": case.when,
        "_officer": stranger(case, "officer").name,
        "_office": f"长春市公安局交通警察支队{case.employer.district.removesuffix('区')}大队",
    }


def _place(injury: Injury) -> str:
    return injury.place if "路" in injury.place or "街" in injury.place else f"{injury.place}门前路段"


def _shares(values: dict[str, str]) -> dict[str, str]:
    """Who bears what, in words: both together where the shares are equal."""
    own = values["worker_liability"] or "none"
    other, worker = values["_other"], values["_worker"]
    if own == "equal":
        return {"_shares": f"{other}、{worker}承担此次事故的同等责任"}
    bears = {name: _BEARS[share] for name, share in ((worker, own), (other, _OTHER_SIDE[own]))}
    said = [f"{name}{'' if words == '无责任' else '承担此次事故的'}{words}" for name, words in bears.items()]
    return {"_shares": "，".join(reversed(said))}


def _with(content: Content, extra: dict[str, str]) -> Content:
    return Content(content.type, content.case, {**content.values, **extra}, content.slots)


def _sign(sheet: Sheet, content: Content, look: Look, x: float, y: float) -> None:
    style = Print(look.face("song"), 4.8)
    end = style.put(sheet, "交通警察：", x, y).x1
    place = Area(end + 1, y - 4, end + 34, y + 8)
    signature_slot(sheet, content, look, "officer_signature", content.values["_officer"], place)


def _general(content: Content, look: Look) -> list[Sheet]:
    """道路交通事故认定书 of the general procedure, on two pages when its text is long."""
    content = _with(content, _shares(dict(content.values)))
    form = Form(
        "道路交通事故认定书",
        (
            "事故时间：{_when}",
            "天气：晴",
            "事故地点：{accident_place}",
            "当事人、车辆、道路和交通环境等基本情况：",
            "当事人：{_other}，{_other_sex}，公民身份号码{_other_id}，住{_other_home}，驾驶小型轿车。",
            "当事人：{_worker}，{_sex}，公民身份号码{_worker_id}，住{_worker_home}，骑电动自行车。",
            "事故路段为东西走向，沥青路面，路面干燥，有交通信号控制，视线良好。",
            "道路交通事故发生经过：",
            "{_when}许，{_other}驾驶小型轿车行驶至{accident_place}时，与{_worker}驾驶的电动自行车发生碰撞，造成{_worker}受伤、"
            "两车损坏的道路交通事故。",
            "道路交通事故证据及事故形成原因分析：",
            "现场勘查笔录、现场照片、视频资料、当事人陈述及检验鉴定意见证实，一方驾车未按规定让行是事故发生的原因。",
            "当事人导致交通事故的过错及责任或者意外原因：",
            "根据《中华人民共和国道路交通安全法实施条例》第九十一条、《道路交通事故处理程序规定》第六十条的规定，{_shares}。",
            "如对本认定有异议，可自本认定书送达之日起三日内提出书面复核申请。",
        ),
        number="{document_number}",
        label="事故处理专用章",
        day="〇",
        size=4.6,
        leading=1.75,
    )
    sheets = draw_letter(form, content, look, _told(content))
    sheets[0].enter("accident_date", content.values["accident_date"], Area(26, 60, 120, 66))
    _sign(sheets[-1], content, look, 28, 262)
    return sheets


def _told(content: Content) -> dict[str, str]:
    return {"parties": content.values["_names"], "worker_liability": content.values["worker_liability"]}


def _simplified(content: Content, look: Look) -> list[Sheet]:
    """道路交通事故认定书（简易程序）: a table with both parties and the facts in one box."""
    content = _with(content, _shares(dict(content.values)))
    value = content.values
    facts = (
        f"{value['_when']}，{value['_other']}驾驶小型轿车未按规定让行，与{value['_worker']}骑行的电动自行车相撞，"
        f"{value['_worker']}受伤。{value['_shares']}。"
    )
    content = _with(content, {"_facts": facts, "_car": "小型轿车", "_bike": "电动自行车", "_weather": "晴"})
    rows = (
        Row(12, (Cell("事故时间", "accident_date", 22, 60), Cell("天气", "_weather", 14, 30))),
        Row(12, (Cell("事故地点", "accident_place", 22, 104),)),
        Row(12, (Cell("当事人", "_other", 22, 30), Cell("身份证号", "_other_id", 20, 54))),
        Row(12, (Cell("住址", "_other_home", 22, 62), Cell("交通方式", "_car", 20, 22))),
        Row(12, (Cell("当事人", "_worker", 22, 30), Cell("身份证号", "_worker_id", 20, 54))),
        Row(12, (Cell("住址", "_worker_home", 22, 62), Cell("交通方式", "_bike", 20, 22))),
        Row(54, (Cell("交通事故事实及责任", "_facts", 22, 104),)),
    )
    return [_table(sheet_title="道路交通事故认定书（简易程序）", rows=rows, content=content, look=look)]


def _table(sheet_title: str, rows: tuple[Row, ...], content: Content, look: Look) -> Sheet:
    sheet = Sheet.a4(look.dpi, "page")
    title = Print(look.face("hei"), 7.2, spacing=0.05)
    title.put(sheet, sheet_title, (210 - title.width(sheet_title)) / 2, 24)
    style = Print(look.face("song"), 4.4)
    words = content.values["document_number"]
    number = style.put(sheet, words, 186 - style.width(words), 38)
    sheet.enter("document_number", words, number)
    y = draw_table(sheet, TablePrint(rows, Rules(), "song", 4.0, top=46), content, look)
    for name, value in _told(content).items():
        sheet.enter(name, value, Area(22, 70, 190, y))
    style.put(sheet, "当事人签名：", 26, y + 10)
    _sign(sheet, content, look, 26, y + 34)
    office, day = content.values["_office"], in_words(content.values["issued_on"])
    style.put(sheet, office, 184 - style.width(office), y + 30)
    sheet.enter("issued_on", content.values["issued_on"], style.put(sheet, day, 140, y + 40))
    seal = Seal(office, "事故处理专用章", look.faces.song)
    seal_slot(sheet, content, look, "authority_seal", seal, (148, y + 36))
    return sheet


def _older(content: Content, look: Look) -> list[Sheet]:
    """交通事故责任认定书 in another city's wording: 公交认字, parties as 甲方 and 乙方."""
    values = dict(content.values)
    shares = _shares(values)["_shares"].replace("此次事故的", "本起事故")
    content = _with(content, {"_shares": shares})
    form = Form(
        "道路交通事故责任认定书",
        (
            "交通事故时间：{_when}",
            "交通事故地点：{accident_place}",
            "甲方：{_other}，{_other_sex}，身份证号：{_other_id}。",
            "乙方：{_worker}，{_sex}，身份证号：{_worker_id}。",
            "基本事实：{_other}驾驶机动车与{_worker}相撞，致{_worker}受伤送医。",
            "责任认定：依据《道路交通安全法》的有关规定，{_shares}。",
        ),
        number="{document_number}",
        number_at="left",
        face="kai",
        title_face="song",
        size=5.2,
        label="事故处理专用章",
    )
    sheets = draw_letter(form, content, look, _told(content))
    sheets[0].enter("accident_date", content.values["accident_date"], Area(26, 60, 120, 66))
    _sign(sheets[-1], content, look, 28, 230)
    return sheets


def _older_values(case: Case) -> dict[str, str]:
    values = traffic_values(case)
    day = values["issued_on"]
    return values | {"document_number": f"长公交认字[{day[:4]}]第{case.wage // 7:05d}号"}


GENERAL = PaperPrint(
    "traffic_accident_determination", "traffic_general", "交通事故认定书", traffic_values, _general, ("dev",)
)
SIMPLIFIED = PaperPrint(
    "traffic_accident_determination", "traffic_simplified", "事故认定书", traffic_values, _simplified, ("dev",), 0.2
)
OLDER = PaperPrint("traffic_accident_determination", "traffic_older", "责任认定书", _older_values, _older, ("test",))
