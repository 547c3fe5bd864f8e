"""The people and companies of the samples: all fictional."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from samples.generator.numbers import credit_code, id_number, landline, mobile

_SURNAMES = "张李王刘陈杨赵孙周吴郑冯朱徐高林何马郭罗宋谢韩唐董于姜尹崔朴闫翟逯邹郝孟秦白石段侯薛雷贺龙万尚欧阳司马"
_COMPOUND = ("欧阳", "司马", "上官", "诸葛")
_GIVEN = {
    "男": "志远|立冬|玉成|铁柱|明轩|国栋|建平|文博|永胜|晓龙|大伟|彦青|振邦|俊峰|洪涛|哲|明浩|成|鑫|晨|建国|德福|长海|宝山|景瑞|"
    "海波|立新|金财|树林|春生|家豪|泽宇|子轩|浩然|伟|磊|勇|强|军|继业|守信|凤祥|占奎|庆丰|忠义|广仁|殿文|连生|福全|贵林",
    "女": "春燕|海棠|晓霞|丽娜|佳琪|秀兰|梦洁|雪梅|淑珍|婷婷|艳秋|慧敏|英子|文静|璐|桂芝|玉华|晶|雨欣|思琪|红梅|凤霞|亚楠|"
    "丽华|秀英|敏|静|娟|艳|芳|金凤|玉兰|翠萍|淑芬|桂荣|莹莹|晓彤|诗涵|可心|美玲|彩云|素芹|巧云|荣华|月娥",
}
_REGIONS = {
    "220102": "吉林省长春市南关区|南岭街道|自强街道|民康街道|永吉街道",
    "220103": "吉林省长春市宽城区|站前街道|群英街道|兴业街道|团山街道",
    "220104": "吉林省长春市朝阳区|前进街道|桂林街道|南湖街道|红旗街道",
    "220105": "吉林省长春市二道区|东盛街道|荣光街道|远达街道|八里堡街道",
    "220106": "吉林省长春市绿园区|正阳街道|春城街道|青年路街道|铁西街道",
    "220112": "吉林省长春市双阳区|云山街道|平湖街道|奢岭街道|鹿乡镇",
    "220122": "吉林省农安县|农安镇|伏龙泉镇|哈拉海镇|合隆镇",
    "220182": "吉林省榆树市|华昌街道|五棵树镇|弓棚镇|大坡镇",
    "220183": "吉林省德惠市|胜利街道|建设街道|米沙子镇|布海镇",
    "230103": "黑龙江省哈尔滨市南岗区|花园街道|奋斗路街道|革新街道|荣市街道",
    "210102": "辽宁省沈阳市和平区|浑河湾街道|马路湾街道|集贤街道|南湖街道",
    "370102": "山东省济南市历下区|解放路街道|文东街道|千佛山街道|趵突泉街道",
}
_ROADS = "人民大街|自由大路|解放大路|西安大路|亚泰大街|吉林大路|卫星路|硅谷大街|前进大街|繁荣路|皓月大路|东风大街|景阳大路|春城大街|远达大街|东盛大街|飞跃路|世纪大街|生态大街|福祉大路|凯旋路|南环城路|超达大路|光谷大街"
_ESTATES = "阳光家园|锦绣花园|和平小区|幸福里|东方雅居|翡翠湾|书香苑|平安新村|富民小区|万盛嘉园"
_ETHNICITIES = ("汉",) * 12 + ("满", "朝鲜", "蒙古", "回")
_DISTRICTS = {"220102": "南关区", "220103": "宽城区", "220104": "朝阳区", "220105": "二道区", "220106": "绿园区"}
_HOUSES = "瑞禾|泽宏|禾顺|博晟|安捷|松岳|鼎沐|鑫禾|辰启|盛坤|恒迈|丰泽|众拓|嘉澜|诚渡|铭扬|兴沃|宏垦|欣园|明曜|启岳|恒泰达|广隆昌|永昱|德润华"
_TRADES = {
    "机械制造": "车工|铣工|冲压工|钳工|数控操作工|装配工",
    "汽车零部件": "冲压工|焊工|装配工|叉车司机|质检员|喷漆工",
    "建筑工程": "架子工|钢筋工|木工|瓦工|混凝土工|塔吊司机",
    "物流": "装卸工|搬运工|叉车司机|货车司机|仓库管理员",
    "食品": "包装工|切配工|锅炉工|搬运工|维修工",
    "家具制造": "木工|喷漆工|装配工|包装工",
    "电力安装": "电工|维修工|焊工|装配工",
    "物业服务": "保洁员|保安员|绿化工|维修工",
    "纺织": "缝纫工|维修工|质检员|锅炉工",
    "环保设备": "焊工|钳工|装配工|天车工",
}


@dataclass(frozen=True, slots=True)
class Person:
    """A fictional person as the ID card shows them."""

    name: str
    sex: str
    ethnicity: str
    born: date
    id_number: str
    address: str
    issuer: str
    card_from: date
    card_until: date | None
    phone: str


@dataclass(frozen=True, slots=True)
class Employer:
    """A fictional company with its people."""

    name: str
    credit_code: str
    region: str
    district: str
    address: str
    postcode: str
    phone: str
    trade: str
    representative: str
    agent: Person
    registered_on: date


def draw_name(sex: str, rng: Random) -> str:
    """A name of two to four characters."""
    surname = rng.choice(_COMPOUND) if rng.random() < 0.04 else rng.choice(_SURNAMES[:-4])
    return surname + rng.choice(_GIVEN[sex].split("|"))


def draw_person(as_of: date, rng: Random) -> Person:
    """A person between 19 and 58 years old with an ID card that is valid on ``as_of``."""
    sex = rng.choice(("男", "男", "女"))
    born = as_of - timedelta(days=rng.randrange(19 * 366, 58 * 365))
    region = rng.choice(list(_REGIONS))
    place, *towns = _REGIONS[region].split("|")
    town = rng.choice(towns)
    if town.endswith("镇"):
        address = f"{place}{town}{rng.choice(['兴隆', '永安', '东升', '新立', '双河', '太平'])}村{rng.randrange(1, 9)}组"
    else:
        road = rng.choice(_ROADS.split("|"))
        estate = rng.choice(_ESTATES.split("|"))
        building, unit = rng.randrange(1, 28), rng.randrange(1, 6)
        address = f"{place}{road}{rng.randrange(12, 3999)}号{estate}{building}栋{unit}单元{rng.randrange(101, 1804)}室"
    issued = as_of - timedelta(days=rng.randrange(200, 9 * 365))
    return Person(
        name=draw_name(sex, rng),
        sex=sex,
        ethnicity=rng.choice(_ETHNICITIES),
        born=born,
        id_number=id_number(region, born, sex, rng),
        address=address,
        issuer=_police(place),
        card_from=issued,
        card_until=_card_end(born, issued),
        phone=mobile(rng),
    )


def draw_employer(as_of: date, rng: Random) -> Employer:
    """A company of Changchun."""
    region = rng.choice(list(_DISTRICTS))
    trade = rng.choice(list(_TRADES))
    house = rng.choice(_HOUSES.split("|"))
    name = rng.choice(
        (f"长春市{house}{trade}有限公司", f"吉林省{house}{trade}有限公司", f"长春{house}{trade}有限责任公司")
    )
    return Employer(
        name=name,
        credit_code=credit_code(region, rng),
        region=region,
        district=_DISTRICTS[region],
        address=f"长春市{_DISTRICTS[region]}{rng.choice(_ROADS.split('|'))}{rng.randrange(20, 8999)}号",
        postcode=f"1300{rng.randrange(10, 70)}",
        phone=landline(rng),
        trade=trade,
        representative=draw_name("男", rng),
        agent=draw_person(as_of, rng),
        registered_on=as_of - timedelta(days=rng.randrange(3 * 365, 20 * 365)),
    )


def draw_job(trade: str, rng: Random) -> str:
    """A trade that people have in such a company."""
    return rng.choice(_TRADES[trade].split("|"))


def _police(place: str) -> str:
    town = place.rsplit("省", maxsplit=1)[-1]
    city, _, district = town.partition("市")
    return f"{city}市公安局{district}分局" if district else f"{town}公安局"


def _card_end(born: date, issued: date) -> date | None:
    """The card's last day: 10 years from 16, 20 from 26, for life from 46 (居民身份证法 art. 5)."""
    age = issued.year - born.year - ((issued.month, issued.day) < (born.month, born.day))
    if age >= 46:
        return None
    years = 5 if age < 16 else 10 if age < 26 else 20
    return date(issued.year + years, issued.month, min(issued.day, 28) if issued.month == 2 else issued.day)
