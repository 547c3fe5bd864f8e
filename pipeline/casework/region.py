"""What does the city ask for whose bureau decides the claim? Read from a file that a supervisor can review.

``regions/<id>.toml`` holds one city's list; another city is another file. Which one counts is a setting (``--region``).
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from pipeline.errors import ExitCode, PrecheckError
from pipeline.models.base import Model

DEFAULT_REGION = "changchun"
_FOLDER = resources.files("pipeline.casework").joinpath("regions")


class District(Model):
    """A district or county: its name, other names for it, its codes (GB/T 2260).

    A ``zone`` is a development zone, which lies within districts, so that an address may name either.
    """

    name: str
    also: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    zone: bool = False


class Region(Model):
    """One city's own rules."""

    id: str
    name_zh: str
    districts: tuple[District, ...]

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
        PrecheckError: ``region_unknown``: there is no file for it.
        pydantic.ValidationError: the file is not as agreed.
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
    return Region.model_validate(tomllib.loads(_FOLDER.joinpath(f"{region_id}.toml").read_text(encoding="utf-8")))
