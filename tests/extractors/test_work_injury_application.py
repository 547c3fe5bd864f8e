"""The application form on pages set by hand: layouts that no generator of ours draws."""

from pipeline.extractors import work_injury_application
from pipeline.reading.page import DocumentPages
from tests.extractors.test_core_types import extract, rows, values
from tests.typeset import SilentEngine, line, read_page


def test_a_narrative_carried_over_to_the_page_of_the_opinions(tmp_path):
    page = [
        *rows(("受伤害经过简述（可附页）", "申请事项", "用人单位意见"), step=400),
        *rows(("更换刀具时右手食指受伤。", "申请认定工伤。", "情况属实，同意申报。"), x=700, step=400),
    ]
    assert values(extract(work_injury_application, tmp_path, page)) == {
        "narrative": "更换刀具时右手食指受伤。",
        "request": "申请认定工伤。",
        "employer_opinion": "情况属实，同意申报。",
    }


def test_instructions_that_name_the_cells_of_the_form_are_its_fourth_page(tmp_path):
    texts = (
        "填 表 说 明",
        "1．用钢笔或签字笔填写，字体工整清楚。",
        "7．申请事项栏，应写明受伤害职工或者其近亲属提出工伤认定申请并签字。",
        "8．用人单位意见栏，应签署是否同意申请工伤，经办人签字并加盖单位公章。",
        "9．社会保险行政部门审查资料和受理意见栏，应填写补正材料或是否受理的意见。",
    )
    opinions = rows(("申请事项：", "申请人签字：", "用人单位意见：", "社会保险行政部门审查资料和受理意见："), step=300)
    pages = [read_page(tmp_path, lines, page=number) for number, lines in enumerate((opinions, rows(texts)), start=1)]
    assert not work_injury_application.begins(pages[1], pages[:1])
    document = DocumentPages("work_injury_application", tuple(pages))
    parts = [(part.name, part.page) for part in work_injury_application.extract(document).parts]
    assert parts == [("opinions", 1), ("instructions", 2)]


def test_the_print_of_2003_has_opinions_of_the_worker_and_the_unit(tmp_path):
    texts = (
        "受伤害职工或亲属意见",
        "签字：",
        "用人单位意见",
        "法定代表人签字：",
        "劳动保障行政部门审查资料情况和受理意见",
    )
    extraction = extract(work_injury_application, tmp_path, rows(texts, step=300))
    assert [part.name for part in extraction.parts] == ["opinions"]
    assert {mark.slot: mark.state for mark in extraction.marks} == {
        "applicant_signature": "absent",
        "applicant_fingerprint": "absent",
        "legal_representative_signature": "absent",
        "employer_seal": "absent",
    }


def test_the_print_of_2003_asks_for_the_time_of_the_accident_alone(tmp_path):
    table = rows(
        ("职工姓名：张志远", "身份证号码：220104198501019999", "事故时间：2026年9月18日", "诊断时间：2026年9月19日")
    )
    told = values(extract(work_injury_application, tmp_path, table))
    assert (told["accident_date"], told["diagnosed_on"]) == ("2026-09-18", "2026-09-19")


def test_a_letter_of_the_covers_caption_that_was_overlooked_is_looked_for_again(tmp_path):
    lost = line("人", 680, 960)

    class Closer(SilentEngine):
        def detect(self, image):
            return (type(lost.quad).of(lost.box.shifted(0, image.shape[0] - 2339)),)

        def recognise(self, image, quads):
            return (lost,) * len(quads)

    cover = [
        line("工伤认定申请表", 430, 570, size=90),
        line("申", 257, 960),
        line("请", 465, 960),
        line("长春市沐禾五金制品有限公司", 750, 960),
        *rows(["受伤害职工逯洪亮", "申请人与受伤害职工关系劳动关系", "填表日期2026年11月12日"], start=1060, step=100),
    ]
    page = read_page(tmp_path, cover, engine=Closer())
    extraction = work_injury_application.extract(DocumentPages(work_injury_application.TYPE.id, (page,)))
    assert values(extraction)["applicant_name"] == "长春市沐禾五金制品有限公司"
    assert values(extraction)["filled_on"] == "2026-11-12"
