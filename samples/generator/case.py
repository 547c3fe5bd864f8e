"""One case: the people, the accident, the hospital and the days, before any paper is written about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from samples.generator.injuries import Injury, draw_injury, draw_sudden_illness
from samples.generator.people import (
    Employer,
    Person,
    draw_employer,
    draw_job,
    draw_name,
    draw_person,
    draw_relative,
)
from samples.generator.situation import PLAIN, Situation

AS_OF = date(2026, 11, 23)
_HOSPITALS = (
    "长春市春晖骨科医院",
    "长春市南湖中心医院",
    "吉林省松辽创伤医院",
    "长春市绿洲人民医院",
    "长春市九台康健医院",
)
_DEPARTMENTS = ("骨科", "手外科", "创伤骨科", "急诊外科", "骨一科", "骨二科", "手足外科", "神经外科", "普外科")
_ADVICE = (
    "建议休息贰周，门诊随诊。",
    "全休一个月，门诊随诊。",
    "住院手术治疗。",
    "石膏外固定4周，定期复查X线。",
    "休息叁周，不适随诊。",
    "对症治疗，建议休息一个月，加强营养。",
)


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that the papers of one claim tell."""

    worker: Person
    employer: Employer
    witnesses: tuple[Person, Person]
    injury: Injury
    job: str
    hospital: str
    department: str
    doctor: str
    record_number: str
    advice: str
    occurred_on: date
    diagnosed_on: date
    filled_on: date
    submitted_on: date
    employed_since: date
    contract_until: date
    wage: int
    situation: Situation = PLAIN
    relative: Person | None = None
    died_on: date | None = None

    @property
    def applicant_name(self) -> str:
        """Who applies, as the form's cover names them."""
        names = {
            "employer": self.employer.name,
            "worker": self.worker.name,
            "relative": self.relative.name if self.relative else "",
            "union": f"{self.employer.name}工会委员会",
        }
        return names[self.situation.applicant]

    @property
    def signer(self) -> str:
        """Who signs for the worker: the worker, or a relative when the worker is dead."""
        return self.relative.name if self.relative else self.worker.name

    @property
    def relation_zh(self) -> str:
        """What the applicant is to the worker, in the words of the form."""
        applicant, relative = self.situation.applicant, self.relative
        if applicant == "relative" and relative is not None:
            words = {"spouse": ("丈夫", "妻子"), "parent": ("父亲", "母亲"), "child": ("儿子", "女儿")}
            return words[self.situation.relation or "spouse"][relative.sex == "女"]
        return {"worker": "本人", "union": "工会组织"}.get(applicant, "劳动关系")

    @property
    def age(self) -> int:
        """The worker's age on the day of the diagnosis."""
        born, then = self.worker.born, self.diagnosed_on
        return then.year - born.year - ((then.month, then.day) < (born.month, born.day))

    @property
    def when(self) -> str:
        """Day and hour of the accident in words."""
        day, injury = self.occurred_on, self.injury
        return f"{day.year}年{day.month}月{day.day}日{injury.hour}时{injury.minute:02d}分"

    def told(self) -> str:
        """The accident in two or three sentences, as the form's narrative tells it."""
        diagnosis, injury, name = self.injury.diagnosis.rstrip("。"), self.injury, self.worker.name
        if self.situation.kind == "occupational_disease":
            return (
                f"{self.working_years()}，{name}在{self.employer.name}{injury.place}{injury.cause}，"
                f"{_day(self.diagnosed_on)}被诊断为{diagnosis}。"
            )
        where = f"在{self.employer.name}{injury.place}从事{self.job}工作，{injury.cause}"
        if self.situation.kind != "workplace":
            where = f"在{injury.place}{injury.cause}"
        end = f"，经抢救无效于{_day(self.died_on)}死亡" if self.died_on else ""
        police = {"violence": "，单位当场报警", "commute_traffic": "，交警认定其无责任"}.get(self.situation.kind, "")
        return f"{self.when}许，{name}{where}{police}，{self._carried()}，诊断为{diagnosis}{end}。"

    def _carried(self) -> str:
        treatment = self.situation.treatment
        carried = "由120急救车" if "ambulance" in treatment else "随即由同事"
        return f"{carried}送往{self.hospital}{'住院治疗' if 'inpatient' in treatment else '救治'}"

    def working_years(self) -> str:
        """From when to when the worker was exposed, in months."""
        first, last = self.employed_since, self.diagnosed_on
        return f"{first.year}年{first.month}月至{last.year}年{last.month}月"

    def accident(self) -> str:
        """Time, place and main cause, as short as the form's cell wants it."""
        when = self.working_years() if self.situation.kind == "occupational_disease" else self.when
        return f"{when}，{self.injury.place}，{self.injury.cause}"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def draw_case(rng: Random, diagnosis: str | None = None, situation: Situation = PLAIN) -> Case:
    """A case within its deadlines: filed within 30 days of an accident in the weeks before :data:`AS_OF`."""
    submitted = AS_OF - timedelta(days=rng.randrange(1, 5))
    occurred = submitted - timedelta(days=rng.randrange(8, 20))
    since = occurred - timedelta(days=rng.randrange(60, 900))
    employer = draw_employer(since, rng, institution=situation.institution)
    people = _namesakes_apart([draw_person(AS_OF, rng) for _ in range(3)], rng)
    ill = situation.fatal and situation.kind == "workplace" and rng.random() < 0.6
    disease = situation.kind == "occupational_disease"
    return Case(
        worker=people[0],
        employer=employer,
        witnesses=(people[1], people[2]),
        injury=draw_sudden_illness(rng) if ill else draw_injury(rng, diagnosis, situation.kind),
        job=draw_job(employer.trade, rng),
        hospital=rng.choice(_HOSPITALS),
        department="职业病科" if disease else rng.choice(_DEPARTMENTS),
        doctor=draw_name(rng.choice("男女"), rng),
        record_number=rng.choice(("", "ZY", "MZ")) + f"{rng.randrange(10**6, 10**7)}",
        advice=rng.choice(_ADVICE),
        occurred_on=occurred,
        diagnosed_on=occurred if disease else occurred + timedelta(days=rng.choice((0, 0, 0, 1))),
        filled_on=submitted - timedelta(days=rng.randrange(0, 4)),
        submitted_on=submitted,
        employed_since=since,
        contract_until=date(since.year + 3, since.month, min(since.day, 28)),
        wage=rng.randrange(30, 90) * 100,
        situation=situation,
        relative=draw_relative(people[0], situation.relation, AS_OF, rng) if situation.relation else None,
        died_on=occurred + timedelta(days=1) if situation.fatal else None,
    )


def _namesakes_apart(people: list[Person], rng: Random) -> list[Person]:
    """The same people; who has the name of one before gets another."""
    apart: list[Person] = []
    for person in people:
        name = person.name
        while name in {other.name for other in apart}:
            name = draw_name(person.sex, rng)
        apart.append(replace(person, name=name))
    return apart


def late(case: Case, rng: Random) -> Case:
    """The same case, filed long after the employer's 30 days."""
    shift = timedelta(days=rng.randrange(40, 200))
    return replace(
        case,
        occurred_on=case.occurred_on - shift,
        diagnosed_on=case.diagnosed_on - shift,
        employed_since=case.employed_since - shift,
        contract_until=date(case.contract_until.year + 1, case.contract_until.month, case.contract_until.day),
    )
