"""Prints of the employer's report on an accident, on several pages."""

from __future__ import annotations

from datetime import timedelta

from samples.generator.case import Case
from samples.generator.layouts.employer_letter_prints import Letter, draw
from samples.generator.layouts.employer_papers import report_values
from samples.generator.layouts.letter_pages import LetterLook
from samples.generator.layouts.prints import PaperPrint


def told_values(case: Case) -> dict[str, str]:
    """The report with all that longer ones tell."""
    employer, worker = case.employer, case.worker
    return report_values(case) | {
        "_address": employer.address,
        "_representative": employer.representative,
        "_sex": worker.sex,
        "_age": str(case.age),
        "_id": worker.id_number,
        "_since": case.employed_since.isoformat(),
        "_told": case.told(),
        "_team": f"{employer.agent.name}、{employer.representative}",
        "_found": (case.occurred_on + timedelta(days=2)).isoformat(),
    }


_COURSE = (
    "{_told}事故发生后，现场负责人立即停止作业，保护现场，并将情况逐级上报。单位当日成立事故调查组，"
    "对事故现场进行了勘查，对相关人员进行了询问，查明了事故发生的经过和原因。"
)
_CAUSES = (
    "作业人员安全意识不强，作业前未对设备和环境进行检查确认，作业过程中防护措施落实不到位，是事故发生的直接原因。",
    "单位安全生产责任制落实不到位，对作业现场的监督检查不够，对职工的安全教育培训缺乏针对性，是事故发生的间接原因。",
)
_MEASURES = (
    "1.立即在全单位范围内开展一次安全生产大检查，对存在的隐患逐项登记、限期整改。",
    "2.加强对职工的安全教育和岗位技能培训，未经培训考核合格的人员不得上岗作业。",
    "3.完善设备操作规程，作业现场设专人监护，严禁违章指挥、违章作业、违反劳动纪律。",
    "4.为作业人员配备合格的劳动防护用品，并监督其正确佩戴和使用。",
)

REPORT_LONG = Letter(
    "工伤事故调查报告",
    (),
    (
        "#一、事故发生单位概况",
        "{employer_name}位于{_address}，法定代表人{_representative}，主要从事{_trade}业务，现有职工一百二十余人，"
        "设有安全管理部门并配备专职安全员。",
        "#二、事故发生时间、地点",
        "事故时间：{accident_date}{_hour}",
        "事故地点：{accident_place}",
        "#三、伤者基本情况",
        "{worker_name}，{_sex}，{_age}岁，身份证号{_id}，{_since}入职，从事{_job}岗位工作，上岗前接受过三级安全教育。",
        "#四、事故经过及救援情况",
        _COURSE,
        "#五、受伤情况",
        "经{_hospital}诊断为：{injury}。",
        "#六、事故原因分析",
        "（一）直接原因：" + _CAUSES[0],
        "（二）间接原因：" + _CAUSES[1],
        "#七、事故性质及责任认定",
        "经调查认定，本次事故为一起因现场防护不到位引发的一般生产安全责任事故。伤者本人负次要责任，班组长负管理责任。",
        "#八、防范和整改措施",
        *_MEASURES,
        "#九、调查结论",
        "{worker_name}系在工作时间和工作场所内，因工作原因受到事故伤害，我单位同意为其申请工伤认定。",
    ),
    LetterLook(numbered="第{number}页 共{count}页"),
    (("调查组成员签字：", "investigator_signature", "agent"),),
    "issued_on",
)
REPORT_ABOUT = Letter(
    "关于{worker_name}工伤事故的调查报告",
    (),
    (
        "{_found}，我单位组成由{_team}参加的事故调查组，对职工{worker_name}受伤一事进行了调查，现将有关情况报告如下：",
        "一、单位概况：{employer_name}，地址为{_address}，主要从事{_trade}业务。",
        "二、发生时间：{accident_date}{_hour}",
        "三、发生地点：{accident_place}",
        "四、事故经过：" + _COURSE,
        "五、伤情：{injury}",
        "六、事故原因：" + "".join(_CAUSES),
        "七、处理意见：对相关责任人进行批评教育，并在全单位通报。",
        "八、整改措施：" + "".join(_MEASURES),
        "九、调查结论：属于在工作时间、工作场所因工作原因受伤，同意申报工伤。",
    ),
    LetterLook("song", 5.0, 1.95, "song", 7.0, 0.1, numbered="- {number} -"),
    (("调查人员（签名）：", "investigator_signature", "agent"),),
    "issued_on",
    day_style="数",
)
REPORT_TEST = Letter(
    "职工伤亡事故调查报告",
    (
        "事故单位名称：{employer_name}",
        "受伤职工姓名：{worker_name}    性别：{_sex}    工种：{_job}",
        "事故发生时间：{accident_date}{_hour}",
        "事故发生地点：{accident_place}",
    ),
    (
        "#（一）事故发生经过",
        _COURSE,
        "#（二）人员受伤情况",
        "{injury}。",
        "#（三）事故原因",
        *_CAUSES,
        "#（四）防范措施",
        *_MEASURES,
        "#（五）单位意见",
        "情况属实，同意申请工伤认定。",
    ),
    LetterLook("kai", 4.6, 2.0, "hei", 7.0, 0.2, numbered="{number}/{count}"),
    (("调查人签字：", "investigator_signature", "agent"),),
    "issued_on",
    unit="单位（盖章）：{employer}",
    day_style="-",
)
_REPORT = "accident_investigation_report"
REPORT_A = PaperPrint(_REPORT, "report_long", "事故调查报告", told_values, draw(REPORT_LONG), ("dev",), hand=0.0)
REPORT_B = PaperPrint(_REPORT, "report_about", "事故调查报告", told_values, draw(REPORT_ABOUT), ("dev",), hand=0.0)
REPORT_C = PaperPrint(_REPORT, "report_test", "事故调查报告", told_values, draw(REPORT_TEST), ("test",), hand=0.1)
