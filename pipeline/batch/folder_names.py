"""In which folder does a claim's report lie? In one that is named by the claim's id, identity numbers masked."""

from __future__ import annotations

from collections.abc import Container

from pipeline.text.masking import mask_id_numbers


def folder_name(claim_id: str, taken: Container[str]) -> str:
    """The name of the report's folder: the id, identity numbers masked with ``x`` since ``*`` is no name on Windows.

    Args:
        claim_id: an id that is safe as a name, as intake makes it.
        taken: the names of other claims' folders in lower case; two numbers may look the same when masked, and the
            second gets -2.
    """
    masked = mask_id_numbers(claim_id).replace("*", "x")
    name, number = masked, 2
    while name.casefold() in taken:
        name, number = f"{masked}-{number}", number + 1
    return name
