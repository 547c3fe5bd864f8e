"""Which share of the blame does a traffic accident determination give the injured worker?

The paper names the parties; who of them is the worker, the other papers of the claim say.
"""

from __future__ import annotations

from pipeline.casework.agreement import Reading
from pipeline.casework.worker import readings_of_worker
from pipeline.models.document import Document, Field, PartyLiability
from pipeline.models.facts import Facts
from pipeline.text.names import Sameness, same_name

_DETERMINATION = "traffic_accident_determination"
_DOUBTFUL = 0.5


def with_worker_liability(facts: Facts) -> Facts:
    """The facts, each determination's ``worker_liability`` filled in where the worker is one of its parties."""
    if not facts.of_type(_DETERMINATION):
        return facts
    names = [reading for reading in readings_of_worker(facts) if reading.trait == "name"]
    documents = tuple(
        _settled(document, names) if document.type == _DETERMINATION else document for document in facts.documents
    )
    return facts.model_copy(update={"documents": documents})


def _settled(document: Document, names: list[Reading]) -> Document:
    if document.value("worker_liability"):
        return document
    said = _said_of_worker(document.liabilities, names)
    return document.model_copy(update={"fields": document.fields | {"worker_liability": said}}) if said else document


def _said_of_worker(liabilities: tuple[PartyLiability, ...], names: list[Reading]) -> Field | None:
    """What is said of the one party who bears the worker's name; in doubt when only look-alikes of it are there."""
    answers = [(_is_worker(liability, names), liability) for liability in liabilities]
    same = [liability for answer, liability in answers if answer == "same"]
    if len(same) == 1:
        return same[0].said
    alike = [liability for answer, liability in answers if answer == "unsure"]
    if same or len(alike) != 1:
        return None
    said = alike[0].said
    return said.model_copy(update={"confidence": min(said.confidence, _DOUBTFUL)})


def _is_worker(liability: PartyLiability, names: list[Reading]) -> Sameness:
    answers = {same_name(liability.party, name.value, liability.said.confidence, name.confidence) for name in names}
    if "same" in answers:
        return "same"
    return "unsure" if "unsure" in answers else "different"
