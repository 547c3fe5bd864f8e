"""The prints of all papers but the four core ones, found by walking this folder: a print is declared in one file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from samples.generator import layouts
from samples.generator.case import Case
from samples.generator.fonts import Split
from samples.generator.layouts.content import Content, Look
from samples.generator.sheet import Sheet


@dataclass(frozen=True, slots=True)
class PaperPrint:
    """One print of a document type: what people call the file, in which splits it comes, what it says, how it is drawn.

    ``values`` gives the fields in their normal form (names that begin with ``_`` are drawn but are no field of the
    contract); ``hand`` is how likely its blanks are filled by hand. A witness statement is that of the case's first
    witness.
    """

    type: str
    id: str
    name_zh: str
    values: Callable[[Case], dict[str, str]]
    draw: Callable[[Content, Look], list[Sheet]]
    splits: tuple[Split, ...] = ("dev", "test")
    hand: float = 0.3


@cache
def paper_prints(kind: str, split: Split) -> tuple[PaperPrint, ...]:
    """All prints of a document type in that split, by id."""
    modules = [
        importlib.import_module(f"{layouts.__name__}.{info.name}") for info in pkgutil.iter_modules(layouts.__path__)
    ]
    declared = {
        print_.id: print_ for module in modules for print_ in vars(module).values() if isinstance(print_, PaperPrint)
    }
    return tuple(print_ for _, print_ in sorted(declared.items()) if print_.type == kind and split in print_.splits)
