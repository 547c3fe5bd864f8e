"""Certificates of death and of occupational disease on pages set by hand."""

from pipeline.extractors import death_certificate, occupational_disease_certificate
from pipeline.models.geometry import Box
from pipeline.reading.page import DocumentPages
from tests.typeset import line, read_page


def rows(texts, x=150, size=36, start=300, step=70):
    return [line(text, x, start + step * row, size=size) for row, text in enumerate(texts)]


def read(kind, folder, lines, **facts):
    return kind.TYPE.extract(DocumentPages(kind.TYPE.id, (read_page(folder, lines, **facts),)))


def values(extraction):
    return {name: field.value for name, field in extraction.fields.items()}


def test_a_death_certificate_as_a_table(tmp_path):
    texts = [
        ["死者姓名", "张志远", "性别", "男"],
        ["证件类别", "居民身份证", "证件号码", "220104198501019999"],
        ["死亡日期", "2026年9月18日16时20分", "死亡地点", "医院"],
        ["（a）直接导致死亡的疾病或情况", "重型颅脑损伤", "大概时间间隔", "1小时"],
        ["（b）引起（a）的疾病或情况", "高处坠落", "大概时间间隔", "2小时"],
    ]
    columns = [(100, 698), (700, 1198), (1200, 1498), (1500, 2090)]
    cells = [Box(x0, 300 + 60 * row, x1, 356 + 60 * row) for row in range(len(texts)) for x0, x1 in columns]
    lines = [
        line(text, x0 + 10, 310 + 60 * row, size=30)
        for row, words in enumerate(texts)
        for text, (x0, _) in zip(words, columns, strict=True)
    ]
    foot = rows(["医疗卫生机构名称：长春市南湖中心医院", "医师签名：", "医疗卫生机构盖章"], start=700)
    extraction = read(
        death_certificate,
        tmp_path,
        [line("居民死亡医学证明（推断）书", 500, 150, size=60), *lines, *foot],
        size=(2100, 2970),
        cells=cells,
    )
    assert values(extraction) == {
        "deceased_name": "张志远",
        "id_number": "220104198501019999",
        "died_on": "2026-09-18",
        "cause": "重型颅脑损伤",
        "institution": "长春市南湖中心医院",
    }
    assert {mark.slot: mark.state for mark in extraction.marks} == {
        "institution_seal": "absent",
        "doctor_signature": "absent",
    }


def test_a_slip_of_the_death_certificate_in_running_rows(tmp_path):
    page = rows(
        [
            "姓名：张志远 性别：男 身份证号：220104198501019999",
            "死亡时间：二〇二六年九月十八日",
            "死亡原因：重型颅脑损伤",
            "签发单位：长春市南湖中心医院",
        ]
    )
    assert values(read(death_certificate, tmp_path, page)) == {
        "deceased_name": "张志远",
        "id_number": "220104198501019999",
        "died_on": "2026-09-18",
        "cause": "重型颅脑损伤",
        "institution": "长春市南湖中心医院",
    }


def test_the_institution_may_be_named_where_its_seal_belongs(tmp_path):
    def institution(told):
        page = rows(
            [
                "居民死亡医学证明",
                "死者姓名：张志远",
                "直接导致死亡的疾病或情况：重型颅脑损伤",
                "引起上述情况的外部原因：道路交通事故",
                f"医疗卫生机构盖章：{told}",
                "2026年9月18日",
            ]
        )
        return values(read(death_certificate, tmp_path, page))

    assert institution("长春市南湖中心医院")["institution"] == "长春市南湖中心医院"
    assert institution("长春市南湖中心医院")["cause"] == "重型颅脑损伤"
    assert "institution" not in institution("")


def test_the_institution_that_closes_the_certificate(tmp_path):
    page = rows(["死亡医学证明书", "死亡时间2026年04月23日 死亡地点医院", "死者姓名：张志远"])
    page += [line("四平市中心人民医院", 1000, 900, size=36), line("2026年4月23日", 1000, 970, size=36)]
    assert values(read(death_certificate, tmp_path, page))["institution"] == "四平市中心人民医院"


def test_an_occupational_disease_certificate(tmp_path):
    page = [
        line("职业病诊断证明书", 500, 150, size=60),
        *rows(
            [
                "劳动者姓名：郑国栋 性别：男",
                "身份证号码：220104198501019999",
                "用人单位名称：长春铭扬模具有限公司",
                "职业病危害接触史：2015年至2026年从事清砂作业，接触矽尘。",
                "诊断结论：职业性尘肺病",
                "（矽肺壹期）",
                "处理意见：脱离粉尘作业",
                "诊断医师（签名）：",
                "诊断机构（公章）：吉林省北苑职业病防治院",
                "诊断日期：2026年3月18日",
                "如对本诊断有异议，可在30日内申请鉴定。",
            ]
        ),
    ]
    extraction = read(occupational_disease_certificate, tmp_path, page)
    assert values(extraction) == {
        "worker_name": "郑国栋",
        "id_number": "220104198501019999",
        "employer_name": "长春铭扬模具有限公司",
        "diagnosis": "职业性尘肺病（矽肺壹期）",
        "institution": "吉林省北苑职业病防治院",
        "issued_on": "2026-03-18",
    }
    assert {mark.slot for mark in extraction.marks} == {"institution_seal", "doctor_signature"}


def test_the_institution_is_in_the_head_where_no_caption_names_it(tmp_path):
    page = [
        line("吉林省北苑职业病防治院", 500, 100, size=60),
        *rows(["诊断结论：职业性中度噪声聋", "诊断机构（公章）"]),
    ]
    assert values(read(occupational_disease_certificate, tmp_path, page))["institution"] == "吉林省北苑职业病防治院"


def test_a_form_with_a_section_for_the_worker_and_one_for_the_unit(tmp_path):
    texts = [
        ["劳动者", "姓名", "郑国栋（本人）", "身份证号", "220104198501019999"],
        ["用人单位", "名称", "长春铭扬模具有限公司", "所属区县", "绿园区"],
        ["诊断结论", "职业性中度噪声聋", "", "有效期", "2026.3.18至2028.3.17"],
    ]
    columns = [(100, 298), (300, 598), (600, 1198), (1200, 1398), (1400, 2000)]
    cells = [Box(x0, 300 + 60 * row, x1, 356 + 60 * row) for row in range(2) for x0, x1 in columns]
    cells += [Box(x0, 420, x1, 476) for x0, x1 in [columns[0], (300, 1198), *columns[3:]]]
    lines = [
        line(text, x0 + 10, 310 + 60 * row, size=28)
        for row, words in enumerate(texts)
        for text, (x0, _) in zip(words, columns, strict=True)
        if text
    ]
    foot = rows(["诊断机构：吉林省北苑职业病防治院（公章）", "2026年3月18日"], start=600)
    read_back = values(
        read(occupational_disease_certificate, tmp_path, [*lines, *foot], size=(2100, 2970), cells=cells)
    )
    assert read_back == {
        "worker_name": "郑国栋",
        "id_number": "220104198501019999",
        "employer_name": "长春铭扬模具有限公司",
        "diagnosis": "职业性中度噪声聋",
        "institution": "吉林省北苑职业病防治院",
        "issued_on": "2026-03-18",
        "valid_until": "2028-03-17",
    }


def test_no_doctor_signs_for_a_crematory(tmp_path):
    def slots(*texts):
        return [mark.slot for mark in read(death_certificate, tmp_path, rows(texts)).marks]

    assert slots("火化证明", "死者姓名：张志远", "火化日期：2026年2月10日") == ["institution_seal"]
    assert "doctor_signature" in slots(
        "居民死亡医学证明", "死者姓名：张志远", "供办理户口注销证明等手续使用", "医师签名："
    )
    assert "doctor_signature" in slots("居民死亡医学证明", "死者姓名：张志远")
