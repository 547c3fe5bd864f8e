"""Which papers does the applicant's side write itself?

The list's rule on black ink is for these (note 2: 申报材料全部由黑色中性笔、钢笔、碳素笔填写). Hospitals, police and
courts write by rules of their own: 病历书写基本规范 allows blue and ballpoint pens.
"""

from typing import Final

FILLED_IN_BY_APPLICANT: Final = frozenset(
    {
        "work_injury_application",
        "labor_contract",
        "labor_relation_certificate",
        "power_of_attorney",
        "accident_investigation_report",
        "witness_statement",
        "accident_filing_form",
        "commute_route_map",
        "work_schedule",
        "commitment_letter",
    }
)
