"""Proofs of residence: which of them have to bear an office's seal."""

from datetime import date

import pytest

from pipeline.checks.missing_seal import CHECK
from pipeline.extractors import residence_proof
from pipeline.models.claim import ClaimInfo
from pipeline.models.document import Document
from pipeline.models.facts import Facts
from pipeline.models.page import PageRef
from tests.extractors.official import extracted, letter
from tests.typeset import line

CERTIFICATE = letter(
    "居住证明", ["兹证明王立冬居住在我社区前进大街1号，特此证明。"], ["前进社区居民委员会", "2026年10月9日"]
)
LEASE = letter(
    "房屋租赁合同", ["出租方（甲方）：李桂兰", "承租方（乙方）：王立冬", "房屋坐落：长春市朝阳区前进大街1号"], []
)
PERMIT = [
    line("居住证", 700, 200, size=60),
    line("姓名 王立冬", 200, 400),
    line("有效期限 2026.01.01-2027.01.01", 200, 500),
]


def outcomes(extraction):
    paper = Document(
        id="d1",
        type="residence_proof",
        confidence=1,
        pages=(PageRef(file="scan.pdf", page=1),),
        marks=extraction.marks,
    )
    facts = Facts(claim=ClaimInfo(), as_of=date(2026, 11, 23), documents=(paper,), pages=(), errors=())
    return {finding.outcome for finding in CHECK(facts)}


@pytest.mark.parametrize(
    ("page", "expected"), [(CERTIFICATE, {"fail"}), (LEASE, {"not_applicable"}), (PERMIT, {"not_applicable"})]
)
def test_only_a_certificate_wants_a_seal(tmp_path, page, expected):
    assert outcomes(extracted(residence_proof, tmp_path, page)) == expected
