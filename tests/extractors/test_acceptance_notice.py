"""Acceptance notices in the wordings of several bureaus."""

import pytest

from pipeline.extractors import acceptance_notice
from tests.extractors.official import extracted, letter, values
from tests.typeset import line

FOOT = ["长春市朝阳区人力资源和社会保障局", "2026年10月9日"]


def test_a_letter_to_the_employer(tmp_path):
    page = letter(
        "工伤认定申请受理通知书",
        [
            "长春安捷物流有限公司：",
            "你单位于2026年10月8日提交的王立冬（身份证号：220104198501019999）的工伤认定申请收悉。经审查，符合受理条件，"
            "现予以受理，并将自受理之日起60日内作出工伤认定决定。",
        ],
        FOOT,
    )
    page.append(line("长人社工受字〔2026〕123号", 900, 380))
    page.append(line("签收人：        2026年10月12日", 200, 1900))
    assert values(extracted(acceptance_notice, tmp_path, page)) == {
        "document_number": "长人社工受字〔2026〕123号",
        "applicant_name": "长春安捷物流有限公司",
        "worker_name": "王立冬",
        "issued_on": "2026-10-09",
    }


def test_a_decision_with_captions_and_a_day_in_characters(tmp_path):
    page = letter(
        "工伤认定申请受理决定书",
        [
            "申请人：李春燕",
            "职工姓名：于广发",
            "用人单位：长春安捷物流有限公司",
            "你于2026年10月8日提交的工伤认定申请收悉。",
        ],
        ["长春市人力资源和社会保障局", "二〇二六年十月九日"],
    )
    page.append(line("编号：长人社工伤受字[2026]第0123号", 900, 380))
    assert values(extracted(acceptance_notice, tmp_path, page)) == {
        "document_number": "长人社工伤受字[2026]第0123号",
        "applicant_name": "李春燕",
        "worker_name": "于广发",
        "issued_on": "2026-10-09",
    }


def test_a_notice_for_a_worker_of_the_unit(tmp_path):
    page = letter(
        "受理通知书",
        ["吉林省松江建筑有限公司：", "贵单位为职工欧阳志远提出的工伤认定申请，经审查予以受理。"],
        ["2026年10月9日", "（盖章）"],
    )
    read = values(extracted(acceptance_notice, tmp_path, page))
    assert (read["applicant_name"], read["worker_name"]) == ("吉林省松江建筑有限公司", "欧阳志远")


def test_a_blank_that_the_unit_brings_along(tmp_path):
    page = letter(
        "工伤认定申请受理通知书",
        ["编号：〔    〕    号", "申请人：", "你（单位）提交的工伤认定申请收悉。"],
        ["年    月    日"],
    )
    read = extracted(acceptance_notice, tmp_path, page)
    assert values(read) == {"document_number": "", "applicant_name": "", "issued_on": ""}
    assert [(mark.slot, mark.state) for mark in read.marks] == [("authority_seal", "absent")]


@pytest.mark.parametrize(
    ("text", "worker"),
    [
        ("你于2026年10月8日提交王立冬的工伤认定申请收悉，现予受理。", "王立冬"),
        ("你单位提交的关于王立冬同志的工伤认定申请收悉。经审查，予以受理。", "王立冬"),
        ("你（单位）于2026年10月8日提交的王冬同志《工伤认定申请表》及有关材料收悉。", "王冬"),
        ("你单位于2026年10月8日为职工王立冬提出的工伤认定申请，经审查符合受理条件。", "王立冬"),
        ("你单位于2026年10月8日提交的王立冬受伤一事的工伤认定申请收悉。", "王立冬"),
    ],
)
def test_wordings_that_name_the_worker(tmp_path, text, worker):
    page = letter("工伤认定申请受理决定书", ["长春安捷物流有限公司：", text], FOOT)
    assert values(extracted(acceptance_notice, tmp_path, page))["worker_name"] == worker


def test_an_application_without_a_name_names_no_worker(tmp_path):
    page = letter(
        "工伤认定申请受理通知书", ["王立冬：", "你于2026年10月8日提交的工伤认定申请收悉，符合受理条件。"], FOOT
    )
    read = values(extracted(acceptance_notice, tmp_path, page))
    assert read["applicant_name"] == "王立冬"
    assert "worker_name" not in read
