"""Awards of arbitration commissions and judgments of courts on the labour relation, in several pages."""

from __future__ import annotations

from datetime import timedelta

from samples.generator.case import Case
from samples.generator.layouts.content import Content, Look, in_words
from samples.generator.layouts.official import Form, draw_letter, stranger
from samples.generator.layouts.prints import PaperPrint
from samples.generator.sheet import Sheet


def award_values(case: Case) -> dict[str, str]:
    """What an award or a judgment on the labour relation says; no field of it is read."""
    presiding = stranger(case, "presiding")
    return {
        "_number": f"长劳人仲案字〔{case.submitted_on.year}〕第{case.wage // 11}号",
        "_case": f"（{case.submitted_on.year}）吉0104民初{case.wage // 3}号",
        "_worker": case.worker.name,
        "_sex": case.worker.sex,
        "_home": case.worker.address,
        "_id": case.worker.id_number,
        "_employer": case.employer.name,
        "_site": case.employer.address,
        "_head": case.employer.representative,
        "_since": in_words(case.employed_since.isoformat()),
        "_job": case.job,
        "_day": (case.submitted_on - timedelta(days=5)).isoformat(),
        "_presiding": presiding.name,
        "_clerk": stranger(case, "clerk").name,
        "_commission": f"长春市{case.employer.district}劳动人事争议仲裁委员会",
        "_court": f"长春市{case.employer.district}人民法院",
    }


_HEARD = (
    "申请人诉称：申请人于{_since}入职被申请人处，从事{_job}工作，工资按月以银行转账方式发放，工作期间接受被申请人的"
    "管理和考勤，被申请人未与申请人签订书面劳动合同，亦未缴纳社会保险费。现申请人为申报工伤，请求确认双方存在劳动关系。",
    "被申请人辩称：申请人系临时用工，双方未约定固定工作时间，申请人可以自行安排工作，请求驳回申请人的仲裁请求。",
    "上述事实，有考勤记录、工资转账明细、工作证、证人证言以及当事人的陈述等证据在案佐证，足以认定。",
)


def _award(content: Content, look: Look) -> list[Sheet]:
    """仲裁裁决书 of several numbered pages."""
    form = Form(
        "仲裁裁决书",
        (
            "申请人：{_worker}，{_sex}，住{_home}，公民身份号码{_id}。",
            "被申请人：{_employer}，住所地{_site}。",
            "法定代表人：{_head}，该公司总经理。",
            "申请人与被申请人确认劳动关系争议一案，本委受理后，依法组成仲裁庭公开开庭进行了审理。本案现已审理终结。",
            *_HEARD,
            "经审理查明：申请人于{_since}到被申请人处工作，从事{_job}岗位，被申请人为其发放工作服及工作证，"
            "申请人按照被申请人的排班上下班，接受被申请人的劳动管理，从事被申请人安排的有报酬的劳动。",
            "本委认为：劳动者与用人单位建立劳动关系，应当以用工之日为准。申请人提供的劳动是被申请人业务的组成部分，"
            "双方符合法律、法规规定的主体资格，参照《关于确立劳动关系有关事项的通知》第一条的规定，劳动关系成立。",
            "综上，根据《中华人民共和国劳动合同法》第七条、《中华人民共和国劳动争议调解仲裁法》第四十八条之规定，裁决如下：",
            "确认申请人{_worker}与被申请人{_employer}自{_since}起存在劳动关系。",
            "如不服本裁决，可自收到本裁决书之日起十五日内向人民法院起诉；期满不起诉的，本裁决书发生法律效力。",
            "首席仲裁员：{_presiding}",
            "书记员：{_clerk}",
        ),
        office="_commission",
        number="{_number}",
        day="〇",
        day_value="_day",
        seal="",
        size=5.4,
        leading=2.0,
        page_numbers="- {number} -",
        red_head=content.values["_commission"],
    )
    return draw_letter(form, content, look)


def _short_award(content: Content, look: Look) -> list[Sheet]:
    """劳动人事争议仲裁裁决书 of a commission that prints without a head and counts its pages."""
    form = Form(
        "劳动人事争议仲裁裁决书",
        (
            "申请人：{_worker}，{_sex}，身份证号{_id}，住{_home}。",
            "被申请人：{_employer}。住所地：{_site}。法定代表人：{_head}。",
            "案由：确认劳动关系。",
            *_HEARD,
            *_HEARD[:2],
            "本委认为，双方自{_since}起建立劳动关系，申请人的请求，本委予以支持。",
            "依据《中华人民共和国劳动争议调解仲裁法》第四十二条、第四十七条之规定，裁决如下：",
            "申请人与被申请人自{_since}起存在劳动关系。",
            "仲裁员：{_presiding}",
            "书记员：{_clerk}",
        ),
        office="_commission",
        number="{_number}",
        face="kai",
        title_face="song",
        title_size=7,
        day_value="_day",
        seal="",
        size=5.8,
        leading=2.1,
        page_numbers="第{number}页 共{count}页",
    )
    return draw_letter(form, content, look)


def _judgment(content: Content, look: Look) -> list[Sheet]:
    """民事判决书."""
    form = Form(
        "民事判决书",
        (
            "原告：{_worker}，{_sex}，住{_home}。",
            "被告：{_employer}，住所地{_site}。",
            "法定代表人：{_head}，经理。",
            "原告{_worker}与被告{_employer}确认劳动关系纠纷一案，本院立案后，依法适用简易程序公开开庭进行了审理。本案现已审理终结。",
            "原告向本院提出诉讼请求：请求确认原、被告自{_since}起存在劳动关系。",
            *(
                text.replace("申请人诉称", "事实和理由").replace("被申请人", "被告").replace("申请人", "原告")
                for text in _HEARD
            ),
            "本院认为，原告自{_since}起在被告处从事{_job}工作，接受被告的管理，工资由被告发放，双方具备劳动关系的基本特征。",
            "依照《中华人民共和国劳动合同法》第七条、《中华人民共和国民事诉讼法》第六十七条规定，判决如下：",
            "原告{_worker}与被告{_employer}自{_since}起存在劳动关系。",
            "案件受理费10元，由被告负担。",
            "如不服本判决，可以在判决书送达之日起十五日内，向本院递交上诉状，上诉于吉林省长春市中级人民法院。",
            "审判长：{_presiding}",
            "书记员：{_clerk}",
        ),
        office="_court",
        number="{_case}",
        face="kai",
        title_face="song",
        title_size=9,
        spacing=0.8,
        day="〇",
        day_value="_day",
        seal="",
        size=5.2,
        leading=2.0,
        page_numbers="{number}",
    )
    return draw_letter(form, content, look)


AWARD = PaperPrint("arbitration_or_judgment", "arbitration_award", "仲裁裁决书", award_values, _award, ("dev",))
JUDGMENT = PaperPrint("arbitration_or_judgment", "civil_judgment", "民事判决书", award_values, _judgment, ("dev",))
SHORT_AWARD = PaperPrint(
    "arbitration_or_judgment", "arbitration_short", "裁决书", award_values, _short_award, ("test",)
)
