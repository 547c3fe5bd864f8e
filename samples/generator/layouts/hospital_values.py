"""What the hospital's papers say of a case beyond the case itself: hours, wards, nurses, what was found and done."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.generator.case import Case
from samples.generator.layouts.medical_papers import values
from samples.generator.people import draw_name

_CENTRES = ("长春急救中心第八分站", "长春急救中心", "长春市九台区急救站", "吉林省松辽创伤医院急救分站")
_DISEASE_HOUSES = ("吉林省北苑职业病防治院", "长春市职业病防治院", "吉林省松岳职业病防治所")


def dice_of(case: Case) -> Random:
    """Dice that fall alike for the same case."""
    return Random(f"{case.record_number}/{case.worker.id_number}")  # noqa: S311  decides what is drawn


def hospital_values(case: Case) -> dict[str, str]:
    """All that wards write of a patient."""
    dice = dice_of(case)
    hour, minute = min(23, case.injury.hour + 1), dice.randrange(1, 59)
    clock = f"{hour:02d}:{minute:02d}"
    return {
        **values(case),
        "_clock": clock,
        "_hour": f"{hour}时{minute:02d}分",
        "_next_day": (case.diagnosed_on + timedelta(days=1)).isoformat(),
        "_printed_at": f"{case.filled_on.isoformat()} {dice.randrange(10, 17)}:{dice.randrange(10, 60)}:{minute:02d}",
        "_bed": f"{dice.randrange(1, 48)}床",
        "_first_diagnosis": "外伤",
        "_nurse": draw_name("女", dice),
        "_chief": draw_name("男", dice),
        "_doctor": case.doctor,
        "_job": case.job,
        "_employer": case.employer.name,
        "_address": case.worker.address,
        "_phone": case.worker.phone,
        "_ethnicity": f"{case.worker.ethnicity}族",
        "_born": case.worker.born.isoformat(),
        "_id_number": case.worker.id_number,
        "_code": f"S{dice.randrange(10, 99)}.{dice.randrange(100, 999)}",
        "_dash": "-",
        "_complaint": "外伤后疼痛1小时",
        "_course": f"患者1小时前{case.injury.cause}，伤后局部肿痛，由同事送来我院。",
        "_found": "神清语明，伤处压痛、肿胀。",
        "_state": f"患者{case.injury.cause}，急性痛苦面容，伤处压痛明显。",
        "_signs": "T36.6℃ P88次/分 R20次/分 BP122/78mmHg 意识清 瞳孔等大",
        "_done": "伤处包扎、夹板固定，建立静脉通路，心电监护，平稳转运。",
    }


def ambulance_values(case: Case) -> dict[str, str]:
    """What the crew of the ambulance writes."""
    dice = dice_of(case)
    minutes = case.injury.hour * 60 + case.injury.minute + 4
    clock = [f"{(minutes + later) // 60 % 24:02d}:{(minutes + later) % 60:02d}" for later in (0, 2, 3, 14, 26, 45)]
    return {
        **hospital_values(case),
        "hospital": dice.choice(_CENTRES),
        "visited_on": case.occurred_on.isoformat(),
        "_called": clock[0],
        "_taken": clock[1],
        "_left_at": clock[2],
        "_there": clock[3],
        "_away": clock[4],
        "_delivered": clock[5],
        "_called_on": f"{case.occurred_on.isoformat()} {clock[0]}",
        "_target": case.hospital,
        "_place": f"{case.employer.name}{case.injury.place}",
        "_driver": draw_name("男", dice),
    }


def rescue_values(case: Case) -> dict[str, str]:
    """What the ward writes of a rescue that failed."""
    died = case.died_on or case.occurred_on + timedelta(days=1)
    base = {name: value for name, value in hospital_values(case).items() if name.startswith("_")}
    return {
        **base,
        "patient_name": case.worker.name,
        "started_on": case.diagnosed_on.isoformat() if case.diagnosed_on <= died else died.isoformat(),
        "died_on": died.isoformat(),
        "_hospital": case.hospital,
        "_record_number": case.record_number,
        "_diagnosis": case.injury.diagnosis,
        "_died_at": f"{dice_of(case).randrange(1, 23)}时{dice_of(case).randrange(1, 59):02d}分",
    }


def death_values(case: Case) -> dict[str, str]:
    """What the certificate of death says."""
    died = case.died_on or case.occurred_on + timedelta(days=1)
    worker = case.worker
    return {
        **{name: value for name, value in hospital_values(case).items() if name.startswith("_")},
        "deceased_name": worker.name,
        "id_number": worker.id_number,
        "died_on": died.isoformat(),
        "cause": case.injury.diagnosis,
        "institution": case.hospital,
        "_issued": died.isoformat(),
        "_serial": f"2201{dice_of(case).randrange(10**8, 10**9)}",
        "_id_kind": "居民身份证",
        "_nation": "中国",
        "_where": "医疗卫生机构病房",
        "_interval": "1天",
        "_basis": "临床",
        "_level": "三级医院",
        "_marital": "已婚",
        "_relative": case.relative.name if case.relative else draw_name("女", dice_of(case)),
    }


def disease_values(case: Case) -> dict[str, str]:
    """What the certificate of an occupational disease says; an accident's case gets a disease for it."""
    dice = dice_of(case)
    told = case.injury.diagnosis
    disease = told if told.startswith("职业性") else dice.choice(("职业性尘肺病（矽肺壹期）", "职业性中度噪声聋"))
    return {
        "worker_name": case.worker.name,
        "id_number": case.worker.id_number,
        "employer_name": case.employer.name,
        "diagnosis": disease,
        "institution": dice.choice(_DISEASE_HOUSES),
        "issued_on": case.diagnosed_on.isoformat(),
        "valid_until": case.diagnosed_on.replace(
            year=case.diagnosed_on.year + 2, day=min(28, case.diagnosed_on.day)
        ).isoformat(),
        "_sex": case.worker.sex,
        "_born": case.worker.born.isoformat(),
        "_address": case.worker.address,
        "_phone": case.worker.phone,
        "_history": f"{case.working_years()}在该单位从事{case.job}工作，接触粉尘、噪声等职业病危害因素。",
        "_advice": "脱离原接触岗位，定期复查，对症治疗。",
        "_number": f"吉职诊字〔{case.diagnosed_on.year}〕第{dice.randrange(10, 400)}号",
        "_basis": "《职业性尘肺病的诊断》（GBZ 70-2015）等标准。",
        "_employer_address": case.employer.address,
    }
