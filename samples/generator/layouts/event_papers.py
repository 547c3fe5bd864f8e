"""Official papers about a match or a performance: a red-head notice, a plan of two pages, a company's own notice."""

from __future__ import annotations

from datetime import timedelta

from samples.generator.case import Case
from samples.generator.layouts.content import Content, Look, in_words
from samples.generator.layouts.official import Form, draw_letter, ward
from samples.generator.layouts.prints import PaperPrint
from samples.generator.sheet import Sheet


def values(case: Case) -> dict[str, str]:
    """What the paper says; no field of it is read."""
    issued = case.occurred_on - timedelta(days=12)
    return {
        "_number": f"长{ward(case)}工发〔{issued.year}〕{case.wage % 90 + 3}号",
        "_union": f"长春市{case.employer.district}总工会",
        "_employer": case.employer.name,
        "_when": in_words(case.occurred_on.isoformat()),
        "_year": str(issued.year),
        "_place": case.injury.place,
        "_day": issued.isoformat(),
        "_printed": in_words(issued.isoformat()),
    }


def _red_head(content: Content, look: Look) -> list[Sheet]:
    form = Form(
        f"关于举办{content.values['_year']}年职工运动会的通知",
        (
            "各基层工会、各有关单位：",
            "为丰富职工文体生活，增强职工体质，经研究，决定举办职工运动会。现将有关事项通知如下：",
            "一、比赛时间：{_when}",
            "二、比赛地点：{_place}",
            "三、比赛项目：拔河、篮球、接力跑。",
            "四、参加人员：各单位在职职工，由各单位统一组织报名。",
            "五、有关要求：各单位要高度重视，做好参赛人员的安全教育工作。",
        ),
        office="_union",
        number="{_number}",
        number_at="centre",
        red_head=f"{content.values['_union']}文件",
        title_face="song",
        title_size=6.4,
        spacing=0.05,
        size=5.2,
        day="〇",
        day_value="_day",
        seal="issuer_seal",
        foot=("抄送：区委办公室、区政府办公室。", "{_union}办公室    {_printed}印发"),
    )
    return draw_letter(form, content, look)


def _plan(content: Content, look: Look) -> list[Sheet]:
    form = Form(
        "职工文艺汇演活动方案",
        (
            "为活跃职工文化生活，展示职工风采，{_union}决定举办职工文艺汇演，制定如下方案。",
            "一、活动主题：劳动创造美好生活。",
            "二、主办单位：{_union}。承办单位：各基层工会。",
            "三、活动时间：{_when}，活动地点：{_place}。",
            "四、参加人员：各单位推荐的职工演员及工作人员，参演人员由所在单位指派。",
            "五、节目形式：合唱、舞蹈、朗诵、小品、器乐演奏，每个节目时长不超过八分钟。",
            "六、报名办法：各单位于演出前五日将报名表报送至工会办公室，每单位限报两个节目。",
            "七、奖项设置：设一等奖一名，二等奖两名，三等奖三名，优秀组织奖若干。",
            "八、组织领导：成立文艺汇演组委会，负责节目审查、舞台统筹、后勤保障和安全保卫等工作。",
            "九、工作要求：各单位要加强组织领导，合理安排排练时间，确保排练和演出安全。参演人员应服从组委会安排，"
            "按时参加彩排，自觉遵守演出纪律。演出当日由所在单位统一组织往返，途中注意交通安全。",
            "十、经费保障：活动所需舞台搭建、音响灯光、服装租赁等费用由主办单位统一列支。",
        ),
        office="_union",
        number="{_number}",
        face="kai",
        day_value="_day",
        seal="issuer_seal",
        size=5.6,
        leading=2.0,
        page_numbers="— {number} —",
    )
    return draw_letter(form, content, look)


def _company(content: Content, look: Look) -> list[Sheet]:
    form = Form(
        "关于组织职工参加篮球比赛的通知",
        (
            "公司各部门：",
            "经公司研究，决定组织职工参加全区职工篮球比赛，现通知如下：",
            "1．比赛时间：{_when}。",
            "2．比赛地点：{_place}。",
            "3．参赛人员由各部门推荐，公司统一安排车辆，参赛期间视为正常出勤。",
            "4．领队负责参赛人员的安全管理。",
        ),
        office="_employer",
        title_size=6.6,
        spacing=0.02,
        title_face="hei",
        size=5.0,
        day_value="_day",
        seal="issuer_seal",
    )
    return draw_letter(form, content, look)


RED_HEAD = PaperPrint("event_official_document", "event_red_head", "运动会通知", values, _red_head, ("dev",))
PLAN = PaperPrint("event_official_document", "event_plan", "活动方案", values, _plan, ("dev",))
COMPANY = PaperPrint("event_official_document", "event_company", "比赛通知", values, _company, ("test",))
