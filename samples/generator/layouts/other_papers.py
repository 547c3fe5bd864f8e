"""Papers of others, one print each: witnesses, the bureau, and sides that are no paper of a claim at all."""

from __future__ import annotations

from PIL import ImageDraw

from samples.generator.case import Case
from samples.generator.layouts.content import (
    Content,
    Look,
    fingerprint_slot,
    in_words,
    seal_slot,
    signature_slot,
)
from samples.generator.layouts.letters import letter
from samples.generator.layouts.prints import PaperPrint
from samples.generator.seals import Seal
from samples.generator.sheet import Area, Sheet
from samples.generator.writing import RED, Print

_SEEN = (
    (
        "我叫{witness_name}，与{worker_name}是同事。{_when}左右，我在{_place}看见{worker_name}{_cause}。"
        "我和其他同事立即上前查看并报告了班长，随后把他送到医院。",
    ),
    (
        "{_when}，我正在{_place}干活，听到喊声后回头，看到{worker_name}受了伤，当时他{_cause}。",
        "我马上叫来班长，大家一起把{worker_name}扶到车上送往医院。我当时离他大约三米远，看得很清楚。",
    ),
    (
        "本人与{worker_name}同在{_employer}工作。事发当天（{_when}）本人当班，亲眼看到{worker_name}在{_place}{_cause}。",
        "事后单位领导到场安排车辆送医。本人愿意配合有关部门调查核实。",
    ),
)


def witness_values(case: Case) -> dict[str, str]:
    """What the first witness states."""
    witness = case.witnesses[0]
    return {
        "witness_name": witness.name,
        "witness_id_number": witness.id_number,
        "witness_phone": witness.phone,
        "worker_name": case.worker.name,
        "accident_date": case.occurred_on.isoformat(),
        "signed_on": case.filled_on.isoformat(),
        "_sex": witness.sex,
        "_when": case.when,
        "_place": case.injury.place,
        "_cause": case.injury.cause,
        "_employer": case.employer.name,
    }


def witness_statement(content: Content, look: Look) -> list[Sheet]:
    """证人证言: who saw what, signed and pressed."""
    text = (
        "证人姓名：{witness_name}    性别：{_sex}    身份证号：{witness_id_number}",
        "工作单位：{_employer}    联系电话：{witness_phone}",
        "与受伤职工关系：同事",
    )
    body = (*look.rng.choice(_SEEN), "以上情况属实，如有虚假，愿负法律责任。")
    sheet, y = letter("证人证言", text, body, content, look)
    caption = Print(look.face("song"), 4.6)
    end = caption.put(sheet, "证明人（签名、按手印）：", 84, y + 14).x1
    signature_slot(
        sheet,
        content,
        look,
        "witness_signature",
        content.values["witness_name"],
        Area(end + 1, y + 9, end + 34, y + 21),
    )
    fingerprint_slot(sheet, content, look, "witness_fingerprint", (end + 22, y + 17))
    day = in_words(content.values["signed_on"])
    sheet.enter(
        "signed_on", content.values["signed_on"], look.fill.resized(4.6).put(sheet, day, 130, y + 32), hand=look.hand
    )
    return [sheet]


def notice_values(case: Case) -> dict[str, str]:
    """What the bureau's acceptance notice says."""
    return {
        "document_number": f"长人社工受字[{case.submitted_on.year}]{case.wage // 7}号",
        "applicant_name": case.employer.name,
        "worker_name": case.worker.name,
        "issued_on": case.submitted_on.isoformat(),
    }


def acceptance_notice(content: Content, look: Look) -> list[Sheet]:
    """工伤认定申请受理通知书 of the bureau."""
    body = (
        "编号：{document_number}",
        "{applicant_name}：",
        "你单位提交的{worker_name}的工伤认定申请收悉。经审查，符合受理条件，现予以受理，并将自受理之日起60日内作出工伤认定决定。",
    )
    sheet, y = letter("工伤认定申请受理通知书", (), body, content, look)
    caption = Print(look.face("song"), 4.6)
    bureau = f"长春市{content.case.employer.district}人力资源和社会保障局"
    caption.put(sheet, bureau, 96, y + 18)
    seal_slot(sheet, content, look, "authority_seal", Seal(bureau, "", look.faces.song), (134, y + 24))
    day = in_words(content.values["issued_on"])
    sheet.enter("issued_on", content.values["issued_on"], caption.put(sheet, day, 122, y + 28))
    caption.put(sheet, "签收人：            年    月    日", 26, y + 60)
    return [sheet]


def blank(_content: Content, look: Look) -> list[Sheet]:
    """An empty side, as duplex scanning leaves them."""
    return [Sheet.a4(look.dpi, "blank")]


def landscape(_content: Content, look: Look) -> list[Sheet]:
    """A picture without text: a yard with a wall, sky and a machine."""
    sheet = Sheet(180, 120, look.dpi, "other")
    ink = ImageDraw.Draw(sheet.image)
    width, height = sheet.image.size
    for row in range(height):
        share = row / height
        ink.line((0, row, width, row), fill=(int(150 + 60 * share), int(180 + 30 * share), 215))
    ink.rectangle((0, 0.6 * height, width, height), fill=(130, 125, 115))
    ink.rectangle((0.1 * width, 0.35 * height, 0.62 * width, 0.62 * height), fill=(165, 90, 70))
    ink.polygon(
        [(0.65 * width, 0.75 * height), (0.9 * width, 0.72 * height), (0.85 * width, 0.45 * height)], fill=(60, 70, 90)
    )
    ink.ellipse((0.7 * width, 0.68 * height, 0.78 * width, 0.8 * height), fill=(30, 30, 30))
    return [sheet]


def advertisement(_content: Content, look: Look) -> list[Sheet]:
    """A leaflet that has nothing to do with the claim."""
    sheet = Sheet.a4(look.dpi, "other")
    Print(look.face("hei"), 14, ink=RED, bold=True).put(sheet, "新店开业 全场八折", 36, 40)
    body = Print(look.face("kai"), 7)
    for row, words in enumerate(
        ("家常菜馆欢迎新老顾客", "订餐热线请见店内海报", "锅包肉 地三鲜 溜肉段", "酸菜白肉 铁锅焖大鹅")
    ):
        body.put(sheet, words, 40, 90 + 22 * row)
    return [sheet]


NOTICE = PaperPrint("acceptance_notice", "acceptance_notice_plain", "受理通知书", notice_values, acceptance_notice)
WITNESS = PaperPrint(
    "witness_statement", "witness_statement_plain", "证人证言", witness_values, witness_statement, hand=0.6
)
