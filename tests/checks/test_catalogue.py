"""Every check of the catalogue, held to what all of them promise."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.casework.judging import basis_of
from pipeline.casework.region import region_of
from pipeline.catalogue import explanation
from pipeline.declare import Check, checks
from pipeline.models.claim import ClaimInfo
from pipeline.models.claim_identity import ClaimIdentity
from pipeline.models.comparison import Comparison, Difference, Side
from pipeline.models.document import Document, Field, Mark, NumberSeen, PartSeen
from pipeline.models.facts import DEFAULT_REGION, Facts, FieldComparison
from pipeline.models.geometry import Box
from pipeline.models.page import Judgement, Page, PageRef
from pipeline.models.report import FileError
from tests.checks.building import CELLS, NUMBER, OTHER_NUMBER, facts

PUBLISHED = list(csv.DictReader((Path(__file__).parent / "checks.tsv").open(encoding="utf-8"), delimiter="\t"))
EVERY = pytest.mark.parametrize("check", checks(), ids=lambda check: check.id)
HEADINGS = ("Looks at: ", "Why: ", "Fails: ", "Unsure: ", "Source: ", "Passing example: ", "Failing example: ")

FILES = ("form.pdf", "a.pdf", "b.jpg")
TYPES = (
    "work_injury_application", "id_card", "labor_contract", "diagnosis_certificate", "witness_statement",
    "occupational_disease_certificate", "household_register", "death_certificate", "marriage_certificate",
    "kinship_certificate", "traffic_accident_determination", "business_license",
)  # fmt: skip
REFS = st.builds(PageRef, file=st.sampled_from(FILES), page=st.integers(1, 3))
BOXES = st.just(Box(1, 2, 30, 40))
VALUES = st.one_of(
    st.sampled_from(["", NUMBER, OTHER_NUMBER, NUMBER[:-1], "张志远", "李春燕", "男", "女", "长期"]),
    st.sampled_from(["2026-09-18", "2026-10-08"]),
    st.text(max_size=20),
    st.dates().map(str),
    st.from_regex(r"[0-9]{17}[0-9X]", fullmatch=True),
)  # fmt: skip
CONFIDENCES = st.sampled_from([0.0, 0.5, 0.9, 1.0])
NAMES = st.sampled_from([
    *CELLS, "name", "valid_until", "worker_id_number", "starts_on", "ends_on", "signed_on", "patient_name", "diagnosis",
    "visited_on", "issued_on", "hazard_post", "witness_id_number", "accident_date", "employer_credit_code",
    "witness_name", "names", "spouse_names", "head_name", "worker_liability", "address",
])  # fmt: skip


@st.composite
def fields(draw: st.DrawFn) -> Field:
    ref, value = draw(REFS), draw(VALUES)
    return Field(value=value, text=value, confidence=draw(CONFIDENCES), file=ref.file, page=ref.page, box=draw(BOXES))


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    ref = draw(st.none() | REFS)
    return Mark(
        slot=draw(st.sampled_from(["applicant_signature", "employer_seal", "worker_signature", "other"])),
        kind=draw(st.sampled_from(["signature", "seal", "fingerprint"])),
        state=draw(st.sampled_from(["present", "absent", "unsure"])),
        confidence=draw(CONFIDENCES),
        file=ref.file if ref else None,
        page=ref.page if ref else None,
        box=draw(BOXES) if ref else None,
    )


@st.composite
def documents(draw: st.DrawFn, number: int) -> Document:
    refs = draw(st.lists(REFS, min_size=1, max_size=4, unique=True))
    parts = draw(st.lists(st.sampled_from(["cover", "table", "opinions", "front", "back", "parties", "signing_page"])))
    headings = draw(
        st.lists(st.tuples(st.sampled_from(["chapter", "clause"]), st.integers(1, 12), st.sampled_from(refs)))
    )
    return Document(
        id=f"d{number}",
        type=draw(st.sampled_from(TYPES)),
        confidence=draw(CONFIDENCES),
        pages=tuple(refs),
        fields=draw(st.dictionaries(NAMES, fields(), max_size=10)),
        marks=tuple(draw(st.lists(marks(), max_size=4))),
        parts=tuple(PartSeen(name=name, file=refs[0].file, page=refs[0].page) for name in parts),
        numbers=tuple(
            NumberSeen(kind=kind, number=at, file=ref.file, page=ref.page, box=Box(1, 1, 2, 2))  # type: ignore[arg-type]
            for kind, at, ref in headings
        ),
    )


JUDGEMENTS = st.builds(Judgement, state=st.sampled_from(["yes", "no", "unsure"]), box=st.none() | BOXES)
ERRORS = st.builds(
    FileError,
    file=st.sampled_from(FILES),
    code=st.sampled_from(["damaged", "damaged_partly", "claim_json_invalid"]),
    message_zh=st.just("文件损坏。"),
    message_en=st.just("Damaged."),
)
CLAIMS = st.builds(
    ClaimInfo.model_validate,
    st.fixed_dictionaries(
        {},
        optional={
            "submitted_on": st.dates(date(2020, 1, 1), date(2030, 1, 1)),
            "applicant": st.sampled_from(["employer", "worker", "relative", "union"]),
            "district": st.sampled_from(["朝阳区", "南关区", "长春市", "铁西区"]),
            "worker": st.fixed_dictionaries({"name": VALUES, "id_number": VALUES}),
            "injury": st.fixed_dictionaries(
                {},
                optional={
                    "kind": st.sampled_from(["workplace", "commute_traffic", "occupational_disease"]),
                    "occurred_on": st.dates(),
                    "fatal": st.booleans(),
                    "treatment": st.lists(st.sampled_from(["ambulance", "inpatient"])),
                },
            ),
        },
    ),
)


IDENTITIES = st.builds(
    ClaimIdentity,
    claim_id=st.just("C9"),
    name=VALUES,
    name_confidence=CONFIDENCES,
    id_number=VALUES,
    id_number_confidence=CONFIDENCES,
    occurred_on=st.none() | st.just(date(2026, 9, 18)),
    occurred_on_confidence=CONFIDENCES,
)


@st.composite
def claims(draw: st.DrawFn) -> Facts:
    papers = tuple(draw(documents(number)) for number in range(1, draw(st.integers(0, 4)) + 1))
    loose = draw(st.lists(REFS, max_size=4, unique=True))
    homes = {ref: paper for paper in papers for ref in paper.pages}
    pages = tuple(
        Page(
            file=ref.file,
            page=ref.page,
            type=homes[ref].type if ref in homes else "blank_or_other",
            width_px=1000,
            height_px=1400,
            printed_page_number=draw(st.none() | st.integers(1, 6)),
            printed_page_count=draw(st.none() | st.integers(1, 6)),
            fax=draw(JUDGEMENTS),
            pen=draw(st.none() | JUDGEMENTS),
            paper=draw(st.sampled_from(["A4", "A3", "card", "other", "unknown"])),
            origin=draw(st.sampled_from(["scan", "photocopy", "photo", "unsure"])),
            illegible=draw(JUDGEMENTS),
            blank=draw(st.booleans()),
            same_as=draw(st.none() | REFS),
            same_as_confidence=draw(CONFIDENCES),
        )
        for ref in sorted({*homes, *loose}, key=str)
    )
    return Facts(
        claim=draw(CLAIMS),
        as_of=date(2026, 11, 23),
        documents=papers,
        pages=pages,
        errors=tuple(draw(st.lists(ERRORS, max_size=2))),
        comparisons=draw(comparisons(papers)),
        others=tuple(draw(st.lists(IDENTITIES, max_size=2))),
    )


@st.composite
def comparisons(draw: st.DrawFn, papers: tuple[Document, ...]) -> tuple[FieldComparison, ...]:
    """Comparisons of fields that are there, as the pipeline makes them."""
    pairs = [
        (left, right)
        for left in papers
        for right in papers
        if "injured_part" in left.fields and "diagnosis" in right.fields
    ]
    return tuple(
        FieldComparison(
            left_document=left.id,
            left_field="injured_part",
            right_document=right.id,
            right_field="diagnosis",
            comparison=Comparison(
                verdict=draw(st.sampled_from(["identical", "different", "unsure"])),
                probability_identical=0.5,
                left=Side(text=left.value("injured_part"), confidence=0.9),
                right=Side(text=right.value("diagnosis"), confidence=0.9),
                differences=(Difference(op="replace", left="末", right="未", left_index=0, right_index=0),),
                only_punctuation=draw(st.booleans()),
            ),
        )
        for left, right in pairs
    )


def test_every_published_check_is_declared_as_it_was_published() -> None:
    declared = [
        {"check": one.id, "scope": one.scope, "severity": one.severity, "title_zh": one.title_zh} for one in checks()
    ]
    assert [row for row in PUBLISHED if row not in declared] == []
    assert len({one.id for one in checks()}) == len(checks())


@EVERY
def test_a_check_says_what_it_is_in_both_languages(check: Check) -> None:
    assert all((check.title_zh, check.title_en, check.looks_for_zh, check.looks_for_en))
    assert re.search(r"[一-鿿]", check.looks_for_zh)
    assert not re.search(r"[一-鿿]", check.title_en + check.looks_for_en)
    assert basis_of(check, region_of(DEFAULT_REGION)) or check.severity == "info"


@EVERY
def test_a_check_is_documented_under_the_same_headings(check: Check) -> None:
    paragraphs = explanation(check).split("\n\n")
    assert [next(one for one in paragraphs if one.startswith(heading)) for heading in HEADINGS] == paragraphs[1:]


@EVERY
def test_an_empty_claim_passes_nothing_but_its_files(check: Check) -> None:
    passed = {found.check for found in check(facts()) if found.outcome == "pass"}
    assert passed <= {"unsupported_file"}


@given(claim=claims())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_claim_is_judged_by_every_check(claim: Facts) -> None:
    """No check raises, whatever was read; what it says keeps the promises of the contract."""
    pages = {page.ref for page in claim.pages}
    subjects = {"claim", *(paper.id for paper in claim.documents), *(str(ref) for ref in pages)}
    for check in checks():
        found = check(claim)
        assert found
        assert found == check(claim)
        for one in found:
            assert one.check == check.id
            assert one.subject in subjects
            assert one.message_zh
            assert one.message_en
            said = one.message_zh + one.message_en + one.remedy_zh + "".join(spot.text for spot in one.evidence)
            assert not re.search(r"[0-9]{17}[0-9X]|[0-9]{15}", said)
            if one.outcome in ("fail", "unsure") and not one.evidence:
                assert re.search("已查看：|文件“|网上申报信息", one.message_zh)
            if one.outcome == "pass":
                assert one.subject == "claim"
