"""The people and companies of the samples: all fictional."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib.resources import files
from random import Random

from samples.generator.numbers import credit_code, id_number, landline, mobile
from samples.generator.situation import Relation

_WORDS = tomllib.loads(files("samples.generator").joinpath("data/people.toml").read_text(encoding="utf-8"))
_HAN = 0.75


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

    @property
    def institution(self) -> bool:
        """Whether it is a public institution (GB 32100-2015: registered by department 1)."""
        return self.credit_code.startswith("12")


def draw_name(sex: str, rng: Random) -> str:
    """A name of two to four characters."""
    surname = rng.choice(_WORDS["compound_surnames"] if rng.random() < 0.04 else _WORDS["surnames"])
    return f"{surname}{rng.choice(_WORDS['given'][sex])}"


def draw_person(as_of: date, rng: Random) -> Person:
    """A person between 19 and 58 years old with an ID card that is valid on ``as_of``."""
    sex = rng.choice(("男", "男", "女"))
    return _person(sex, as_of - timedelta(days=rng.randrange(19 * 366, 58 * 365)), as_of, rng)


def draw_relative(worker: Person, relation: Relation, as_of: date, rng: Random) -> Person:
    """The worker's wife or husband, mother or father, or grown-up child."""
    years = {"spouse": rng.randrange(-4, 5), "parent": -rng.randrange(22, 31), "child": rng.randrange(21, 30)}[relation]
    sex = rng.choice("男女") if relation != "spouse" else "女" if worker.sex == "男" else "男"
    born = worker.born + timedelta(days=365 * years + rng.randrange(300))
    relative = _person(sex, min(born, as_of - timedelta(days=19 * 366)), as_of, rng)
    father = worker if relation == "child" and worker.sex == "男" else None
    surname = worker.name[: 2 if worker.name[:2] in _WORDS["compound_surnames"] else 1]
    if father is not None or (relation == "parent" and sex == "男"):
        relative = replace(relative, name=surname + rng.choice(_WORDS["given"][sex]))
    return replace(relative, address=worker.address) if relation == "spouse" else relative


def _person(sex: str, born: date, as_of: date, rng: Random) -> Person:
    region = rng.choice(list(_WORDS["regions"]))
    place, *towns = _WORDS["regions"][region]
    grown = (as_of - born).days - 16 * 366
    issued = as_of - timedelta(days=rng.randrange(200, min(9 * 365, grown)))
    return Person(
        name=draw_name(sex, rng),
        sex=sex,
        ethnicity="汉" if rng.random() < _HAN else rng.choice(_WORDS["ethnicities"]),
        born=born,
        id_number=id_number(region, born, sex, rng),
        address=place + _home(rng.choice(towns), rng),
        issuer=_police(place),
        card_from=issued,
        card_until=_card_end(born, issued),
        phone=mobile(rng),
    )


def draw_employer(as_of: date, rng: Random, *, institution: bool = False) -> Employer:
    """A company of Changchun, or a public institution."""
    region = rng.choice(list(_WORDS["districts"]))
    district = _WORDS["districts"][region]
    trade = rng.choice(list(_WORDS["institutions" if institution else "trades"]))
    start, end = rng.choice((("长春市", "有限公司"), ("吉林省", "有限公司"), ("长春", "有限责任公司")))
    name = f"{start}{rng.choice(_WORDS['houses'])}{trade}{end}"
    return Employer(
        name=f"长春市{district}{trade}" if institution else name,
        credit_code=credit_code(region, rng, "12" if institution else "91"),
        region=region,
        district=district,
        address=f"长春市{district}{rng.choice(_WORDS['roads'])}{rng.randrange(20, 8999)}号",
        postcode=f"1300{rng.randrange(10, 70)}",
        phone=landline(rng),
        trade=trade,
        representative=draw_name("男", rng),
        agent=draw_person(as_of, rng),
        registered_on=as_of - timedelta(days=rng.randrange(3 * 365, 20 * 365)),
    )


def draw_job(trade: str, rng: Random) -> str:
    """A trade that people have in such a company."""
    return str(rng.choice((_WORDS["trades"] | _WORDS["institutions"])[trade]))


def districts() -> tuple[str, ...]:
    """The districts of Changchun where employers are."""
    return tuple(_WORDS["districts"].values())


def draw_road(rng: Random) -> str:
    """A road of Changchun."""
    return str(rng.choice(_WORDS["roads"]))


def _home(town: str, rng: Random) -> str:
    if town.endswith("镇"):
        return f"{town}{rng.choice(_WORDS['villages'])}村{rng.randrange(1, 9)}组"
    building, unit = rng.randrange(1, 28), rng.randrange(1, 6)
    road, estate = rng.choice(_WORDS["roads"]), rng.choice(_WORDS["estates"])
    return f"{road}{rng.randrange(12, 3999)}号{estate}{building}栋{unit}单元{rng.randrange(101, 1804)}室"


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
