import numpy as np
import pytest

from pipeline.exactness import claim_fields
from pipeline.exactness.claim_fields import compare_injuries
from pipeline.exactness.compare_images import Judged
from pipeline.models.comparison import Comparison, Side
from pipeline.models.document import Document, Field
from pipeline.models.facts import FieldComparison
from pipeline.models.geometry import Box
from pipeline.models.page import PageRef
from tests.checks.building import document, field
from tests.exactness.written import line

SAME = Comparison(
    verdict="identical",
    probability_identical=1,
    left=Side(text="左手", confidence=1),
    right=Side(text="左手", confidence=1),
)


class Blank:
    """A page without anything on it."""

    ref = PageRef(file="form.pdf", page=1)
    image = np.full((40, 60, 3), 255, np.uint8)


def filled(value: str) -> Field:
    return field(value).model_copy(update={"lines": (line(value),)})


def form(**fields: str) -> Document:
    told = {name: filled(value) for name, value in fields.items()}
    return document("work_injury_application", "form.pdf", id="d1", fields=dict(told))


def certificate(number: int, issued_on: str, type_id: str = "diagnosis_certificate") -> Document:
    fields: dict[str, Field | str] = {"diagnosis": filled("左手裂伤"), "issued_on": field(issued_on)}
    return document(type_id, "form.pdf", id=f"d{number}", fields=fields)


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch):
    marks = Judged(SAME, (Box(1, 2, 3, 4),), (Box(5, 6, 7, 8),))
    monkeypatch.setattr(claim_fields, "compare_fields", lambda engine, left, right: marks)

    def compare(*documents: Document) -> tuple[FieldComparison, ...]:
        return compare_injuries(documents, [Blank()], engine=None)

    return compare


def test_the_latest_certificate_up_to_the_form_is_the_reference(compared):
    papers = (certificate(2, "2026-09-01"), certificate(3, "2026-09-20"), certificate(4, "2026-10-30"))

    (pair,) = compared(form(injured_part="左手裂伤", filled_on="2026-10-01"), *papers)

    assert (pair.left_field, pair.right_document) == ("injured_part", "d3")
    assert (pair.left_places, pair.right_places) == ((Box(1, 2, 3, 4),), (Box(5, 6, 7, 8),))


def test_certificates_that_are_all_later_are_taken_too(compared):
    (pair,) = compared(form(injured_part="左手裂伤", filled_on="2026-01-01"), certificate(2, "2026-09-01"))

    assert pair.right_document == "d2"


def test_an_occupational_disease_is_compared_with_its_own_certificate(compared):
    disease = certificate(3, "2026-09-01", "occupational_disease_certificate")
    papers = (certificate(2, "2026-09-20"), disease)

    (named,) = compared(form(injured_part="尘肺", disease_name="职业性尘肺"), *papers)
    (unnamed,) = compared(form(injured_part="职业性尘肺", disease_name="/"), *papers)

    assert (named.left_field, named.right_document) == ("disease_name", "d3")
    assert (unnamed.left_field, unnamed.right_document) == ("injured_part", "d3")


def test_nothing_is_compared_without_both_texts(compared):
    assert compared(form(injured_part="左手裂伤")) == ()
    assert compared(form(filled_on="2026-10-01"), certificate(2, "2026-09-01")) == ()
    assert compared(certificate(2, "2026-09-01")) == ()
