"""Licences and certificates of units, on pages set by hand: columns, portrait prints, individual businesses."""

from pipeline.classify.page_type import page_type
from pipeline.declare import document_types
from pipeline.extractors import business_license, organization_code_certificate, public_institution_certificate
from pipeline.reading.page import DocumentPages
from tests.typeset import line, read_page

CODE = "91220104MA99YY0260"
CAPTION = 130
LEFT, RIGHT = 150, 1250


def pair(caption, value, x, y, below=()):
    """A caption with its value beside it, and the value's further rows."""
    rows = [line(value, x + 300, y, size=36), *(line(text, x + 300, y + 60 * n, size=36) for n, text in below)]
    return [line(caption, x, y, size=36, pitch=60), *rows]


def across(folder, lines):
    return read_page(folder, lines, size=(2339, 1654))


def values(kind, page):
    extraction = kind.extract(DocumentPages(kind.TYPE.id, (page,)))
    return {name: field.value for name, field in extraction.fields.items()}


def type_of(page):
    return page_type(page, document_types()).type_id


def test_a_licence_in_two_columns_with_values_over_two_rows(tmp_path):
    page = across(tmp_path, [
        line("营业执照", 900, 150, size=110, pitch=140),
        line("（副本）", 1080, 300, size=40),
        line("统一社会信用代码", 150, 200, size=36),
        line(CODE, 150, 260, size=40),
        *pair("名称", "长春市瑞禾机械制造", LEFT, 500, [(1, "有限公司")]),
        *pair("注册资本", "伍佰万元整", RIGHT, 500),
        *pair("类型", "有限责任公司（自然人投资或控股）", LEFT, 640),
        *pair("成立日期", "2015年03月08日", RIGHT, 620),
        *pair("法定代表人", "欧阳文静", LEFT, 720),
        *pair("营业期限", "2015年03月08日至2035年03月07日", RIGHT, 720),
        *pair("经营范围", "机械设备制造；金属结构制造；货物进出口。", LEFT, 820),
        *pair("住所", "长春市朝阳区前进大街1号", RIGHT, 820, [(1, "高新产业园3栋")]),
        line("登记机关", 1500, 1200, size=36),
        line("2020年05月12日", 1600, 1400, size=36),
        line("国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", 150, 1580, size=30),
    ])  # fmt: skip
    assert type_of(page) == "business_license"
    assert values(business_license, page) == {
        "credit_code": CODE,
        "name": "长春市瑞禾机械制造有限公司",
        "kind": "有限责任公司（自然人投资或控股）",
        "legal_representative": "欧阳文静",
        "registered_on": "2015-03-08",
        "valid_until": "2035-03-07",
        "address": "长春市朝阳区前进大街1号高新产业园3栋",
    }


def test_an_individual_business_upright_without_a_term(tmp_path):
    page = read_page(tmp_path, [
        line("营业执照", 500, 150, size=120, pitch=150),
        line("统一社会信用代码92220106MA99YY034P", 400, 330, size=34),
        *pair("名称", "长春市绿园区旺角快餐店（个体工商户）", LEFT, 600),
        *pair("组成形式", "个人经营", LEFT, 680),
        *pair("类型", "个体工商户", LEFT, 760),
        *pair("经营者", "朴英子", LEFT, 840),
        *pair("经营场所", "长春市绿园区春城大街88号", LEFT, 920),
        *pair("经营范围", "餐饮服务。", LEFT, 1000),
        *pair("注册日期", "2019年6月1日", LEFT, 1080),
        line("登记机关：长春市绿园区市场监督管理局", 700, 1900, size=36),
    ])  # fmt: skip
    assert type_of(page) == "business_license"
    assert values(business_license, page) == {
        "credit_code": "92220106MA99YY034P",
        "name": "长春市绿园区旺角快餐店（个体工商户）",
        "kind": "个体工商户",
        "legal_representative": "朴英子",
        "registered_on": "2019-06-01",
        "address": "长春市绿园区春城大街88号",
        "authority": "长春市绿园区市场监督管理局",
    }


def test_a_name_ends_before_the_kind_whose_caption_was_half_seen(tmp_path):
    page = across(tmp_path, [
        line("营业执照", 900, 150, size=110, pitch=140),
        *pair("名称", "长春市瑞禾机械制造有限公司", LEFT, 500),
        line("类", LEFT, 560, size=36),
        line("有限责任公司（自然人投资或控股）", LEFT + 300, 560, size=36),
        *pair("法定代表人", "欧阳文静", LEFT, 640),
    ])  # fmt: skip
    assert values(business_license, page)["name"] == "长春市瑞禾机械制造有限公司"


def test_a_licence_whose_title_is_cut_off_is_told_by_its_captions(tmp_path):
    page = read_page(tmp_path, [
        *pair("注册资本", "伍佰万元整", LEFT, 500),
        *pair("成立日期", "2015年03月08日", LEFT, 620),
        *pair("经营范围", "机械设备制造。", LEFT, 720),
        *pair("住所", "长春市朝阳区前进大街1号", LEFT, 820),
        line("登记机关", 1000, 1200, size=36),
    ])  # fmt: skip
    assert type_of(page) == "business_license"


def test_a_public_institution(tmp_path):
    page = across(tmp_path, [
        line("事业单位法人证书", 700, 120, size=90, pitch=110),
        *pair("统一社会信用代码", "12220112MA99YY050H", LEFT, 400),
        *pair("名称", "长春市双阳区第九中学", LEFT, 500),
        *pair("法定代表人", "翟璐", RIGHT, 500),
        *pair("宗旨和业务范围", "实施初中义务教育", LEFT, 600),
        *pair("经费来源", "财政补助", RIGHT, 600),
        *pair("住所", "长春市双阳区云山街道", LEFT, 760),
        *pair("开办资金", "￥800万元", RIGHT, 680),
        *pair("举办单位", "长春市双阳区教育局", RIGHT, 760),
        line("登记管理机关", 1300, 1100, size=36),
        line("有效期自2023年3月1日至2028年3月1日", 150, 1200, size=36),
    ])  # fmt: skip
    assert type_of(page) == "public_institution_certificate"
    assert values(public_institution_certificate, page) == {
        "credit_code": "12220112MA99YY050H",
        "name": "长春市双阳区第九中学",
        "legal_representative": "翟璐",
        "valid_until": "2028-03-01",
    }


def test_an_organisation_code(tmp_path):
    page = across(tmp_path, [
        line("中华人民共和国", 800, 100, size=60, pitch=80),
        line("组织机构代码证", 750, 200, size=80, pitch=100),
        line("代码：12345678-8", 900, 330, size=50),
        line("机构名称：长春市双阳区第九中学", 150, 500, size=40),
        line("机构类型：事业法人", 150, 600, size=40),
        line("地址：长春市双阳区云山街道", 150, 700, size=40),
        line("有效期：自2014年5月6日至2018年5月6日", 150, 800, size=40),
        line("颁发单位：长春市质量技术监督局", 150, 900, size=40),
        line("登记号：组代管220112-000123", 150, 1000, size=40),
    ])  # fmt: skip
    assert type_of(page) == "organization_code_certificate"
    assert values(organization_code_certificate, page) == {
        "code": "123456788",
        "name": "长春市双阳区第九中学",
        "valid_until": "2018-05-06",
    }
