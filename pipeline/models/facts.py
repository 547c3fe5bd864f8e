"""All that the checks may look at: typed facts about one claim, no pixels."""

from __future__ import annotations

from datetime import date

from pipeline.models.base import Model
from pipeline.models.claim import ClaimInfo
from pipeline.models.claim_identity import ClaimIdentity
from pipeline.models.comparison import Comparison
from pipeline.models.document import Document
from pipeline.models.geometry import Box
from pipeline.models.page import Page
from pipeline.models.report import FileError

DEFAULT_REGION = "changchun"
"""The city whose list of papers counts where no other is named."""


class FieldComparison(Model):
    """Two fields judged from their pictures: document ids and field names of both sides.

    ``left_places`` and ``right_places`` are where the characters stand that differ or are in doubt; empty when unknown.
    """

    left_document: str
    left_field: str
    right_document: str
    right_field: str
    comparison: Comparison
    left_places: tuple[Box, ...] = ()
    right_places: tuple[Box, ...] = ()


class Facts(Model):
    """One claim's facts, after extraction and before the checks.

    ``region`` names the city whose list counts; ``others`` are other claims that may be about the same accident.
    """

    claim: ClaimInfo
    as_of: date
    documents: tuple[Document, ...]
    pages: tuple[Page, ...]
    errors: tuple[FileError, ...]
    comparisons: tuple[FieldComparison, ...] = ()
    region: str = DEFAULT_REGION
    others: tuple[ClaimIdentity, ...] = ()

    def of_type(self, *types: str) -> tuple[Document, ...]:
        """The documents of these types, in report order."""
        return tuple(document for document in self.documents if document.type in types)

    def document(self, document_id: str) -> Document:
        """The document with that id.

        Raises:
            KeyError: there is none.
        """
        for document in self.documents:
            if document.id == document_id:
                return document
        raise KeyError(document_id)
