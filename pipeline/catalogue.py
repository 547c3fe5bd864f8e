"""What does the catalogue of checks look like as a page of the documentation?

``python -m pipeline.catalogue docs/checks.md`` writes the page from the declarations and the docstrings of the checks.
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

from pipeline.casework.region import region_of, regions
from pipeline.declare import Check, checks

_HEAD = """# Checks

Made from the declarations in `pipeline/checks` by `python -m pipeline.catalogue docs/checks.md`; do not edit.

Every check appears in every report with an outcome: `pass`, `fail`, `unsure` (a person has to look), `not_applicable`
(the rule does not concern the claim) or `could_not_run` (a fact is missing, which is named). A `fail`, an `unsure` or a
`could_not_run` of a blocking check holds a claim up; warnings and remarks do not.

| check | title | severity | scope |
| --- | --- | --- | --- |
"""


def page() -> str:
    """The page as Markdown: a table of all checks, then a section for each."""
    rows = [
        f"| [{check.id}](#{check.id}) | {check.title_zh} / {check.title_en} | {check.severity} | {check.scope} |\n"
        for check in checks()
    ]
    return _HEAD + "".join(rows) + "".join(f"\n{section(check)}" for check in checks())


def section(check: Check) -> str:
    """One check as Markdown: its names, what it rests on by statute and in each region, its module's docstring."""
    basis = [f"- Statute: {line}\n" for line in check.statute]
    cities = [region_of(name) for name in regions()]
    basis += [f"- {city.name_zh}: {line}\n" for city in cities for line in city.basis.get(check.id, ())]
    return (
        f"## {check.id}\n\n{check.title_zh} / {check.title_en}\n\n{check.looks_for_zh}。\n\n"
        + (f"{''.join(basis)}\n" if basis else "")
        + f"{explanation(check)}\n"
    )


def explanation(check: Check) -> str:
    """The docstring of the module that declares the check: what it looks at, why, when it fails, examples.

    Raises:
        ValueError: the module has no docstring.
    """
    module = inspect.getmodule(check.judge)
    text = inspect.getdoc(module)
    if not text:
        raise ValueError(f"check {check.id} is not documented")
    return text


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
