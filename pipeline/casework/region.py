"""What does the city ask for whose bureau decides the claim? Read from a file that a supervisor can review.

``regions/<id>.toml`` holds one city's list: which papers which kind of claim needs and who asks for them, who must sign
where, what the list says for each check, and the districts. Another city is another file; which one counts is a setting
(``--region``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Literal

import pydantic

from pipeline.casework.case import InjuryKind, Treatment
from pipeline.declare import checks, document_types
from pipeline.errors import ExitCode, PrecheckError
from pipeline.models.base import Model

_FOLDER = resources.files("pipeline.casework").joinpath("regions")

Weight = Literal["blocking", "warning"]
Relation = Literal["spouse", "parent", "child", "other"]


class When(Model):
    """In which cases a paper is needed; all that is said must hold, nothing said is every case."""

    kinds: tuple[InjuryKind, ...] = ()
    unless_kinds: tuple[InjuryKind, ...] = ()
    fatal: Literal[True] | None = None
    treatment: Treatment | None = None
    employer: Literal["enterprise", "institution", "unknown"] | None = None


class Asked(Model):
    """Something that is asked for, by which list, and how much it weighs.

    ``weight_for_others`` counts instead of ``weight`` when the worker, a relative or the union applies.
    """

    statute: str = ""
    notice: str = ""
    portal: str = ""
    weight: Weight = "blocking"
    weight_for_others: Weight | None = None

    @pydantic.model_validator(mode="after")
    def _has_a_source(self) -> Asked:
        if not self.sources:
            raise ValueError("neither statute, notice nor portal asks for it")
        return self

    @property
    def sources(self) -> tuple[str, ...]:
        """All lists that ask for it, statute first."""
        return tuple(filter(None, (self.statute, self.notice, self.portal)))

    @property
    def listed_zh(self) -> str:
        """The sources as the report names them in a sentence."""
        return "、".join(self.sources)

    def weighs(self, *, employer_applies: bool) -> Weight:
        """How much it weighs, given who applies."""
        return self.weight if employer_applies or self.weight_for_others is None else self.weight_for_others


class Paper(Asked):
    """One of these document types has to be there.

    ``bring`` is what the applicant is asked for, in the words of the list, by default the name. ``people`` is how many
    different people must have made such a paper. ``issued_by_bureau`` tells that the applicant cannot write it.
    """

    name: str
    any_of: tuple[str, ...] = pydantic.Field(min_length=1)
    bring: str = ""
    people: int = pydantic.Field(default=1, ge=1)
    issued_by_bureau: bool = False
    when: When = When()

    @property
    def brought(self) -> str:
        """What the applicant is asked for."""
        return self.bring or self.name


class RelationProof(Model):
    """What a relative brings to prove the relation; without ``relations`` where it is not known."""

    relations: tuple[Relation, ...] = ()
    bring: str


class MarkRule(Asked):
    """Places on a document type that must be signed, sealed or pressed."""

    type: str
    slots: tuple[str, ...] = pydantic.Field(min_length=1)


class District(Model):
    """A district or county: its name, other names for it, its codes (GB/T 2260).

    A ``zone`` is a development zone, which lies within districts, so that an address may name either.
    """

    name: str
    also: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    zone: bool = False


class Region(Model):
    """One city's own rules. ``basis``: by check, what the city's list says for it, as the report quotes it."""

    id: str
    name_zh: str
    papers: tuple[Paper, ...]
    relation_proofs: tuple[RelationProof, ...]
    marks: tuple[MarkRule, ...]
    districts: tuple[District, ...]
    basis: Mapping[str, tuple[str, ...]] = pydantic.Field(default_factory=dict)

    @pydantic.model_validator(mode="after")
    def _knows_what_it_names(self) -> Region:
        named = {kind for paper in self.papers for kind in paper.any_of} | {rule.type for rule in self.marks}
        unknown = named - {kind.id for kind in document_types()}
        if unknown:
            raise ValueError(f"unknown document types: {', '.join(sorted(unknown))}")
        unknown = self.basis.keys() - {check.id for check in checks()}
        if unknown:
            raise ValueError(f"unknown checks: {', '.join(sorted(unknown))}")
        if all(proof.relations for proof in self.relation_proofs):
            raise ValueError("no relation proof for a relation that is not known")
        return self

    def paper(self, type_id: str) -> Paper | None:
        """The first paper that a document of this type can be."""
        return next((paper for paper in self.papers if type_id in paper.any_of), None)

    def mark(self, type_id: str, slot: str) -> MarkRule | None:
        """The rule for a place on a document type."""
        return next((rule for rule in self.marks if rule.type == type_id and slot in rule.slots), None)

    def relation_proof(self, relation: Relation | None) -> RelationProof:
        """What proves that relation, or any."""
        fitting = [proof for proof in self.relation_proofs if relation in proof.relations]
        return fitting[0] if fitting else next(proof for proof in self.relation_proofs if not proof.relations)

    def districts_in(self, text: str) -> frozenset[District]:
        """The districts that a text, such as an address, names; a name within another one does not count."""
        named = {name: one for one in self.districts for name in (one.name, *one.also) if name in text}
        return frozenset(
            one for name, one in named.items() if not any(name in longer and name != longer for longer in named)
        )

    def district_of_code(self, code: str) -> District | None:
        """The district with that code of six digits."""
        return next((one for one in self.districts if code in one.codes), None)


@cache
def regions() -> tuple[str, ...]:
    """The regions that there is a file for."""
    return tuple(sorted(path.name.removesuffix(".toml") for path in _FOLDER.iterdir() if path.name.endswith(".toml")))


@cache
def region_of(region_id: str) -> Region:
    """The region with that id.

    Raises:
        PrecheckError: ``region_unknown``: there is no file for it; ``region_invalid``: the file is not as agreed.
    """
    if region_id not in regions():
        known = ", ".join(regions())
        raise PrecheckError(
            "region_unknown",
            zh=f"没有地区“{region_id}”的材料清单。",
            en=f"There is no list of papers for region {region_id!r}.",
            hint_zh=f"可用的地区：{known}。",
            hint_en=f"Known regions: {known}.",
            exit_code=ExitCode.USAGE,
        )
    return read_region(region_id, _FOLDER.joinpath(f"{region_id}.toml").read_text(encoding="utf-8"))


def read_region(region_id: str, text: str) -> Region:
    """The region that a file describes.

    Raises:
        PrecheckError: ``region_invalid``: the text is no TOML, or not as agreed; the line says what is wrong.
    """
    try:
        return Region.model_validate(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, pydantic.ValidationError) as error:
        wrong = "; ".join(str(error).split("\n"))
        if isinstance(error, pydantic.ValidationError):
            wrong = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise PrecheckError(
            "region_invalid",
            zh=f"地区“{region_id}”的材料清单有误：{wrong}。",
            en=f"The list of papers for region {region_id!r} is wrong: {wrong}.",
            hint_zh=f"请更正 pipeline/casework/regions/{region_id}.toml。",
            hint_en=f"Correct pipeline/casework/regions/{region_id}.toml.",
            exit_code=ExitCode.USAGE,
        ) from error
