"""Prints of what a ward writes while a patient is there: admission record, progress notes."""

from __future__ import annotations

from samples.generator.layouts.hospital_values import hospital_values
from samples.generator.layouts.prints import PaperPrint
from samples.generator.layouts.records import Closing, RecordForm, record

_ADMISSION, _NOTES = "admission_record", "progress_note"
_HISTORY = (
    "主  诉：{!_complaint}。",
    "现病史：患者1小时前{!_cause}，当即感伤处剧烈疼痛、活动受限，局部逐渐肿胀，无昏迷史，无恶心、呕吐，无胸闷、气短，由同事送来我院，"
    "急诊行影像学检查后以“外伤”收入院。病程中神志清楚，精神可，未进食水，二便未见异常。",
    "既往史：平素体健，否认高血压、糖尿病、冠心病病史，否认肝炎、结核等传染病史，否认重大外伤及手术史，否认输血史，否认药物及食物过敏史，"
    "预防接种史不详。",
    "个人史：生于原籍，久居本地，否认疫区、疫水接触史，否认工业毒物、粉尘、放射性物质接触史，无吸毒史，偶有吸烟饮酒。",
    "婚育史：已婚，配偶及子女体健。",
    "家族史：否认家族性遗传病史及传染病史。",
)
_EXAMINED = (
    "体格检查",
    "T 36.6℃  P 84次/分  R 18次/分  BP 126/78mmHg",
    "一般状况：发育正常，营养中等，神志清楚，自主体位，查体合作。皮肤粘膜无黄染，浅表淋巴结未触及肿大。头颅五官无畸形，双侧瞳孔等大"
    "等圆，对光反射灵敏。颈软，气管居中。胸廓对称，双肺呼吸音清，未闻及干湿性罗音。心率84次/分，律齐，各瓣膜区未闻及病理性杂音。腹软，"
    "无压痛及反跳痛，肝脾肋下未触及，肠鸣音正常。",
    "专科情况：伤处肿胀、压痛，皮温略高，主动活动受限，末梢血运及感觉良好。",
    "辅助检查：DR（{!visited_on|-}）示伤处骨质连续性欠佳；血常规、凝血功能未见明显异常。",
)
ADMISSION_LONG = PaperPrint(
    _ADMISSION,
    "admission_two_pages",
    "入院记录",
    hospital_values,
    record(
        RecordForm(
            "入 院 记 录",
            (
                "姓名：{!patient_name}                    职业：{!_job}",
                "性别：{!_sex}                          工作单位：{!_employer}",
                "年龄：{!_age}                       入院日期：{!visited_on} {!_hour}",
                "民族：{!_ethnicity}                      记录日期：{!_next_day}",
                "婚姻：已婚                      病史陈述者：患者本人",
                *_HISTORY,
                *_EXAMINED,
                "辅助检查结果待回报后补充。嘱患者卧床休息，患肢制动抬高，监测生命体征及末梢血运变化。",
                ">初步诊断：\n{!diagnosis}",
            ),
            (
                Closing("医师签名：", 118, slot="doctor_signature"),
                Closing("", 118, field="_next_day", date_style="-"),
            ),
            header="{!hospital}    姓名：{!patient_name}    住院号：{!record_number}",
            footer="第 {n} 页",
            size=4.4,
            leading=1.8,
            title_face="song",
            title_gap=0.0,
        )
    ),
    splits=("dev",),
)
ADMISSION_ELECTRONIC = PaperPrint(
    _ADMISSION,
    "admission_electronic",
    "入院记录",
    hospital_values,
    record(
        RecordForm(
            "入院记录",
            (
                "姓名：{!patient_name}  性别：{!_sex}  年龄：{!_age}  科室：{!_department}  床号：{!_bed}  "
                "住院号：{!record_number}",
                "出生地：吉林省  职业：{!_job}  入院时间：{!visited_on|-} {!_clock}  记录时间：{!_next_day|-} 08:30",
                *(line.replace("  诉", "诉") for line in _HISTORY),
                *_EXAMINED,
                "入院诊断：{!diagnosis}",
            ),
            (
                Closing("住院医师：", 24, slot="doctor_signature"),
                Closing("主治医师：", 116, field="_chief", beside=True),
            ),
            footer="打印时间：{!_printed_at}                第 {n} 页 共 {m} 页",
            size=3.9,
            leading=1.75,
            lone_title=False,
            title_size=6.4,
            body_face="hei",
        )
    ),
    splits=("dev",),
)
ADMISSION_TEST = PaperPrint(
    _ADMISSION,
    "admission_test",
    "住院病历",
    hospital_values,
    record(
        RecordForm(
            "住院病历",
            (
                "姓名:{!patient_name}    性别:{!_sex}    年龄:{!_age}    病案号:{!record_number}",
                "入院日期:{!visited_on|.}    病史提供者:本人    可靠程度:可靠",
                *_HISTORY,
                *_EXAMINED,
                ">入院诊断:{!diagnosis}",
            ),
            (Closing("医师签名:", 110, slot="doctor_signature"), Closing("上级医师签名:", 110)),
            header="{!hospital}  {!patient_name}  病案号:{!record_number}  第{n}页/共{m}页",
            size=4.3,
            leading=1.9,
            body_face="kai",
        )
    ),
    splits=("test",),
)
ADMISSION_TEST_SHORT = PaperPrint(
    _ADMISSION,
    "admission_test_day",
    "入出院记录",
    hospital_values,
    record(
        RecordForm(
            "24小时内入出院记录",
            (
                "姓名：{!patient_name}      性别：{!_sex}      年龄：{!_age}      职业：{!_job}",
                "住院号：{!record_number}    入院时间：{!visited_on} {!_hour}    出院时间：{!_next_day}",
                "主诉：{!_complaint}",
                "入院情况：{!_state}",
                "入院诊断：{!diagnosis}",
                "诊疗经过：予伤处固定、对症止痛治疗。",
                "出院情况：病情平稳，患者要求出院。",
                "出院医嘱：{!_advice}",
            ),
            (Closing("医师签名：", 120, slot="doctor_signature"),),
            title_gap=0.1,
        )
    ),
    splits=("test",),
)
NOTES_FIRST = PaperPrint(
    _NOTES,
    "notes_first",
    "病程记录",
    hospital_values,
    record(
        RecordForm(
            "首次病程记录",
            (
                "姓名：{!patient_name}    科别：{!_department}    床号：{!_bed}    住院号：{!record_number}",
                "{!visited_on|-} {!_clock}",
                "患者{!patient_name}，{!_sex}，{!_age}，因“{!_complaint}”于{!visited_on}入院。",
                "一、病例特点：",
                "1.患者1小时前{!_cause}，伤处肿痛、活动受限。",
                "2.查体：生命体征平稳，伤处压痛明显，末梢血运良好。",
                "3.辅助检查：DR示骨质连续性欠佳。",
                "二、拟诊讨论（诊断依据及鉴别诊断）：",
                "初步诊断：{!diagnosis}",
                "诊断依据：明确外伤史，症状、体征及影像学检查支持。",
                "鉴别诊断：与病理性骨折相鉴别，患者无肿瘤病史，可排除。",
                "三、诊疗计划：完善术前检查，消肿止痛，择期手术。",
            ),
            (Closing("医师签名：", 124, slot="doctor_signature"),),
            footer="第 {n} 页",
            size=4.2,
        )
    ),
    splits=("dev",),
)
NOTES_RUN = PaperPrint(
    _NOTES,
    "notes_run",
    "病程记录",
    hospital_values,
    record(
        RecordForm(
            "病程记录",
            (
                "{!visited_on|-} {!_clock}    首次病程记录",
                "患者{!_sex}，{!_age}，以“{!_complaint}”为主诉入院。入院日期：{!visited_on}。",
                "病例特点：患者1小时前{!_cause}，查体伤处肿胀、压痛，活动受限，末梢血运及感觉正常，影像学检查示骨质连续性欠佳。",
                "初步诊断：{!diagnosis}",
                "诊断依据：外伤史、体征及影像学检查。",
                "诊疗计划：对症消肿止痛治疗，观察患肢末梢血运。",
                "                                                医师：{!_doctor}",
                "{!_next_day|-} 08:40    {!_chief}主任医师查房记录",
                "今日查房，患者一般状态良好，诉伤处疼痛较前减轻，饮食睡眠可，二便正常。查体：伤处肿胀，压痛，末梢血运良好。"
                "{!_chief}主任医师查房后指示：诊断明确，继续目前治疗，完善各项检查，注意观察病情变化，加强护理，预防并发症的发生。",
                "                                                医师：{!_doctor}",
                "{!_left|-} 09:10",
                "患者病情平稳，未诉特殊不适，查体同前，伤口敷料清洁干燥，无渗血渗液，拟近日出院，嘱继续功能锻炼，定期复查。",
            ),
            (Closing("医师签名：", 120, slot="doctor_signature"),),
            header="姓名：{!patient_name}   科别：{!_department}   床号：{!_bed}   住院号：{!record_number}   第{n}页",
            size=4.6,
            leading=2.0,
            lone_title=False,
            title_size=6.6,
            title_face="song",
            bottom=62,
        )
    ),
    splits=("dev",),
)
NOTES_TEST = PaperPrint(
    _NOTES,
    "notes_test",
    "病程记录",
    hospital_values,
    record(
        RecordForm(
            "日常病程记录",
            (
                "姓名:{!patient_name}   病区:{!_department}   床号:{!_bed}   病案号:{!record_number}",
                "入院日期:{!visited_on|-}",
                "{!_next_day|-} 09:05",
                "今日查房，患者诉伤处疼痛缓解，查体：伤处轻度肿胀。目前诊断：{!diagnosis}",
                "处理：{!_advice}",
            ),
            (Closing("医师签名:", 118, slot="doctor_signature"),),
            title_gap=0.2,
            body_face="hei",
            size=4.0,
        )
    ),
    splits=("test",),
)
NOTES_TEST_FIRST = PaperPrint(
    _NOTES,
    "notes_test_first",
    "首次病程记录",
    hospital_values,
    record(
        RecordForm(
            "首 次 病 程 记 录",
            (
                "姓名 {patient_name}  性别 {_sex}  年龄 {_age}  住院号 {record_number}",
                "记录时间：{!visited_on} {!_hour}",
                "病例特点：{!_course}",
                "拟诊讨论：根据外伤史、体征及影像学检查，诊断明确。",
                "诊断：{!diagnosis}",
                "鉴别诊断：诊断明确，无需鉴别。",
                "诊疗计划：{!_advice}",
            ),
            (Closing("记录医师：", 116, slot="doctor_signature"),),
            title_face="kai",
            title_gap=0.0,
            size=4.5,
        )
    ),
    splits=("test",),
)
