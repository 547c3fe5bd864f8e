"""Official papers and papers of the family are told apart by their titles and, without one, by their wording."""

import pytest

from pipeline.classify.page_type import page_type
from pipeline.declare import document_types
from tests.extractors.official import letter
from tests.typeset import read_page

TITLES = {
    "工伤认定申请受理通知书": "acceptance_notice",
    "工伤认定申请受理决定书": "acceptance_notice",
    "工伤认定申请补正材料通知书": "supplement_notice",
    "工伤认定申请不予受理决定书": "supplement_notice",
    "限期举证通知书": "supplement_notice",
    "道路交通事故认定书": "traffic_accident_determination",
    "道路交通事故认定书（简易程序）": "traffic_accident_determination",
    "道路交通事故证明": "traffic_accident_determination",
    "受案回执": "police_receipt",
    "接处警情况登记表": "police_receipt",
    "居住证明": "residence_proof",
    "房屋租赁合同": "residence_proof",
    "不动产权证书": "residence_proof",
    "亲属关系证明": "kinship_certificate",
    "存在劳动关系证明": "labor_relation_certificate",
    "劳动合同书": "labor_contract",
    "仲裁裁决书": "arbitration_or_judgment",
    "民事判决书": "arbitration_or_judgment",
    "残疾军人证": "retired_soldier_certificate",
    "关于举办第十届职工运动会的通知": "event_official_document",
    "结婚证": "marriage_certificate",
    "常住人口登记卡": "household_register",
}
WITHOUT_TITLE = {
    "acceptance_notice": [
        "你单位于2026年10月8日提交的王立冬的工伤认定申请收悉。经审查，符合受理条件，现予以受理，并将自受理之日起60日内作出工伤认定决定。"
    ],
    "supplement_notice": [
        "你单位提交的工伤认定申请材料不完整，需补正下列材料：",
        "请于收到本通知之日起15日内补正，逾期未补正的，视为撤回申请。",
    ],
    "traffic_accident_determination": [
        "当事人导致交通事故的过错及责任或者意外原因：王立冬承担此事故的全部责任，刘海棠无责任。",
        "交通警察：                    长春市公安局交通警察支队",
    ],
    "police_receipt": ["报警人：王立冬", "报警时间：2026年7月9日", "报警内容：被人殴打", "接警单位：南湖派出所"],
    "household_register": ["户别：家庭户", "户主姓名：周建国", "户号：020123", "住址：长春市朝阳区前进大街1号"],
    "arbitration_or_judgment": [
        "经审理查明，申请人与被申请人自2024年3月起建立劳动关系。",
        "本委认为，应予确认。裁决如下：",
        "首席仲裁员：    书记员：",
    ],
}


def typed(folder, rows):
    return page_type(read_page(folder, rows), document_types()).type_id


@pytest.mark.parametrize(("title", "expected"), TITLES.items())
def test_a_title_decides(tmp_path, title, expected):
    body = ["兹有以下情况说明如下内容，请予以查收并按照有关要求办理相关手续为盼。"] * 4
    assert typed(tmp_path, letter(title, body, ["2026年10月9日"])) == expected


@pytest.mark.parametrize(("expected", "body"), WITHOUT_TITLE.items())
def test_the_wording_decides_without_a_title(tmp_path, expected, body):
    assert typed(tmp_path, letter("", body, [])) == expected
