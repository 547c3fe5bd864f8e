"""How the certificates of units are read: licence, organisation code, public institution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.models.document import Field
from pipeline.reading.captioned import FieldSpec, read_fields
from pipeline.reading.columns import columns
from pipeline.reading.page import DocumentPages
from pipeline.reading.running_text import Phrase, first_values, read_phrases
from pipeline.reading.transcript import join
from pipeline.reading.values import until
from pipeline.reading.view import whole


def read_columns(document: DocumentPages, specs: Sequence[FieldSpec], stops: Sequence[str]) -> dict[str, Field]:
    """The fields beside their captions, column by column; ``stops`` is what else is printed there and is no value."""
    captions = [*(caption for spec in specs for caption in spec.captions), *stops]
    return read_fields([view for page in document.pages for view in columns(page, captions)], specs, stops)


def with_spread(document: DocumentPages, read: Mapping[str, Field], spread: Sequence[Phrase]) -> dict[str, Field]:
    """What was read, else what tells itself wherever it stands; ``valid_until`` is the end of a period."""
    fields = first_values(read, read_phrases(join(whole(page).transcript for page in document.pages), spread))
    return fields | ({"valid_until": until(fields["valid_until"])} if "valid_until" in fields else {})
