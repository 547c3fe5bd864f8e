"""Hospital records on pages set by hand: layouts that no generator of ours draws."""

import pytest

from pipeline.extractors import (
    admission_record,
    discharge_record,
    emergency_120_record,
    outpatient_record,
    progress_note,
    rescue_record,
)
from tests.extractors.hospital import COMMON, HEAD, read, rows, states, values
from tests.typeset import line, read_page


def test_an_emergency_visit_in_a_booklet(tmp_path):
    page = HEAD + rows(
        [
            "门（急）诊病历",
            "姓名张志远性别男年龄41岁",
            "就诊时间：2026年9月18日15时10分 科别：急诊外科",
            "病案号：ZY0012345",
            "主诉：右膝外伤后疼痛1小时",
            "现病史：患者于1小时前摔倒，曾在外院就诊，",
            "诊断为右膝软组织损伤，今来我院。",
            "诊断：右胫骨平台骨折",
            "处理：石膏外固定",
            "医师签名：",
        ]
    )
    extraction = read(outpatient_record, tmp_path, page)
    assert values(extraction) == COMMON
    assert states(extraction) == {"doctor_signature": "absent"}


def test_an_admission_whose_diagnosis_ends_the_second_page(tmp_path):
    first = HEAD + rows(
        [
            "入院记录",
            "姓名：张志远 住院号：ZY0012345第1页",
            "入院时间：2026-09-18 16:20 记录日期：2026-09-19",
            "主诉：右膝外伤后疼痛2小时",
        ]
    )
    second = [
        *rows(["姓名：张志远 住院号：ZY0012345第2页", "辅助检查：X线示骨质不连续"]),
        line("初步诊断：1.右胫骨平台骨折", 900, 600, size=36),
        line("2.右膝皮肤挫裂伤", 1080, 670, size=36),
        line("医师签名：", 900, 740, size=36),
        line("2026-09-19 08:30", 900, 810, size=36),
    ]
    assert values(read(admission_record, tmp_path, first, second)) == {
        **COMMON,
        "diagnosis": "1.右胫骨平台骨折2.右膝皮肤挫裂伤",
    }


def test_a_booklet_whose_notes_bear_no_captions_but_the_diagnosis(tmp_path):
    cover = HEAD + rows(["门诊病历手册", "姓名：张志远 男 41岁", "病历号：ZY0012345", "药物过敏史：无"])
    note = rows(["2026.9.18 急诊外科", "右膝摔伤1小时，肿痛。", "诊断：右胫骨平台骨折", "处理：石膏外固定"])
    assert values(read(outpatient_record, tmp_path, cover, note)) == COMMON


def test_captions_in_brackets(tmp_path):
    page = HEAD + rows(
        ["姓名：张志远 病历号：ZY0012345", "就诊时间：2026-09-18", "【诊断】右胫骨平台骨折", "【处理意见】休息"]
    )
    assert values(read(outpatient_record, tmp_path, page)) == COMMON


def test_the_doctor_may_sign_where_another_doctors_name_is_printed(tmp_path):
    page = HEAD + rows(["出院记录", "出院诊断：右胫骨平台骨折", "住院医师：", "主治医师："])
    marks = read(discharge_record, tmp_path, page).marks
    assert [(mark.slot, mark.state) for mark in marks] == [("doctor_signature", "absent")]
    assert marks[0].box.y0 < 520


def test_a_discharge_record_gives_the_diagnosis_on_leaving(tmp_path):
    page = HEAD + rows(
        [
            "出院小结",
            "患者姓名：张志远 病案号：ZY0012345",
            "入院日期：2026.9.18 出院日期：2026.9.30 住院天数：12天",
            "入院诊断：右膝外伤",
            "出院诊断：右胫骨平台骨折",
            "出院医嘱：休息一个月",
            "主治医师：",
        ]
    )
    extraction = read(discharge_record, tmp_path, page)
    assert values(extraction) == COMMON
    assert states(extraction) == {"doctor_signature": "absent"}


def test_first_progress_note_without_an_admission_day(tmp_path):
    page = HEAD + rows(
        [
            "首次病程记录",
            "姓名：张志远 科别：骨一科 床号：12 住院号：ZY0012345",
            "2026-09-18 17:05 首次病程记录",
            "一、病例特点：男，41岁，因右膝外伤2小时入院。",
            "二、拟诊讨论：初步诊断：右胫骨平台骨折",
            "诊断依据：外伤史、体征及X线。",
            "三、诊疗计划：完善检查。",
            "医师签名：",
        ]
    )
    assert values(read(progress_note, tmp_path, page)) == COMMON


def test_an_ambulance_run_whose_times_are_by_the_clock(tmp_path):
    page = [
        line("长春急救中心第八分站", 500, 100, size=60),
        *rows(
            [
                "院前急救病历",
                "日期：2026年9月18日 病历号：ZY0012345",
                "呼救时间：14:31 出车时间：14:33 到达现场时间：14:45",
                "姓名：张志远 性别：男",
                "初步诊断：右胫骨平台骨折",
                "急救措施：夹板固定 送往医院：长春市南湖中心医院",
                "出诊医师： 护士： 驾驶员：",
            ]
        ),
    ]
    extraction = read(emergency_120_record, tmp_path, page)
    assert values(extraction) == {**COMMON, "hospital": "长春急救中心第八分站"}
    assert states(extraction) == {"doctor_signature": "absent"}


@pytest.mark.parametrize(
    "died", ["死亡时间：2026年9月18日16时20分", "经抢救无效，于2026年9月18日16时20分宣布临床死亡。"]
)
def test_a_rescue_record(tmp_path, died):
    page = HEAD + rows(
        [
            "抢救记录",
            "姓名：张志远 住院号：ZY0012345",
            "抢救开始时间：2026年9月18日15时02分",
            "抢救措施：心肺复苏",
            died,
            "医师签名：",
        ]
    )
    extraction = read(rescue_record, tmp_path, page)
    assert values(extraction) == {"patient_name": "张志远", "started_on": "2026-09-18", "died_on": "2026-09-18"}
    assert states(extraction) == {"doctor_signature": "absent"}


def numbered(folder, number, texts, file="a.pdf"):
    return read_page(folder, rows(texts), file=file, page=1, printed_page_number=number)


def test_pages_of_one_record_go_on_though_each_repeats_the_title(tmp_path):
    begins = admission_record.TYPE.begins
    first = numbered(tmp_path, 1, ["入院记录", "姓名：张志远 住院号：ZY0012345"])
    assert not begins(numbered(tmp_path, 2, ["入院记录", "姓名：张志远 住院号：ZY0012345"], "b.pdf"), [first])
    assert begins(numbered(tmp_path, 2, ["入院记录", "姓名：李春燕 住院号：ZY0099999"], "b.pdf"), [first])
    assert begins(numbered(tmp_path, 1, ["入院记录", "姓名：张志远 住院号：ZY0012345"], "b.pdf"), [first])


def test_a_second_visit_is_a_record_of_its_own_but_further_notes_are_not(tmp_path):
    visit = numbered(tmp_path, None, ["门诊病历", "姓名：张志远"])
    assert outpatient_record.TYPE.begins(numbered(tmp_path, None, ["门诊病历", "姓名：张志远"], "b.pdf"), [visit])
    loose = numbered(tmp_path, None, ["姓名：张志远", "处理：休息"], "c.pdf")
    assert not outpatient_record.TYPE.begins(visit, [loose])
    note = numbered(tmp_path, None, ["病程记录", "姓名：张志远"])
    assert not progress_note.TYPE.begins(numbered(tmp_path, None, ["病程记录", "姓名：张志远"], "b.pdf"), [note])


def test_the_caller_is_not_the_patient_and_a_caption_run_into_a_name_is_no_part_of_it(tmp_path):
    page = rows(["120急救病历", "呼救人姓名：李春燕 呼救电话：13900001234", "姓名：张志远性別男41岁", "诊断：右踝骨折"])
    assert values(read(emergency_120_record, tmp_path, page))["patient_name"] == "张志远"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("患者马占山男48岁 急诊科抢救室1床 病志号J0915077", "马占山"),
        ("患者马占山，男，48岁，被货车撞伤。病志号：J0915077", "马占山"),
        ("马占山 男 48岁 急诊科 病志号J0915077", "马占山"),
        ("患者中年男性，48岁，被货车撞伤。病志号：J0915077", None),
        ("患者，男，48岁，被货车撞伤。病志号：J0915077", None),
    ],
)
def test_the_patient_whom_the_text_names(tmp_path, told, name):
    page = HEAD + rows(["抢救记录", told, "死亡时间：2026年5月2日23时35分"])
    assert values(read(rescue_record, tmp_path, page)).get("patient_name") == name
    note = HEAD + rows(["病程记录", told, "病志号：J0915077"])
    extraction = values(read(progress_note, tmp_path, note))
    assert (extraction.get("patient_name"), extraction["record_number"]) == (name, "J0915077")


def test_a_discharge_note_that_tells_all_in_sentences(tmp_path):
    texts = [
        "出院证",
        "马占山 女 44岁 骨科 住院号260733",
        "患者因右前臂机器绞伤于2026年6月12日入院，于2026年6月29日出院，共住院17天。",
        "出院诊断：右尺桡骨干双骨折",
    ]
    assert values(read(discharge_record, tmp_path, HEAD + rows(texts))) == {
        "hospital": "长春市春晖骨科医院",
        "patient_name": "马占山",
        "record_number": "260733",
        "visited_on": "2026-06-12",
        "diagnosis": "右尺桡骨干双骨折",
    }


def test_a_title_names_no_hospital(tmp_path):
    page = [
        line("急救中心出诊记录", 500, 100, size=60),
        *rows(["单位：四平市紧急医疗救援中心", "姓名：张志远"], start=220),
    ]
    assert values(read(emergency_120_record, tmp_path, page))["hospital"] == "四平市紧急医疗救援中心"
