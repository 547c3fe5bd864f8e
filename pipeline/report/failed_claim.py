"""What is reported of a claim that could not be processed at all?"""

from __future__ import annotations

from datetime import date

from pipeline.casework.judging import basis_of
from pipeline.casework.region import region_of
from pipeline.declare import checks
from pipeline.errors import PrecheckError
from pipeline.models.facts import DEFAULT_REGION
from pipeline.models.finding import Finding
from pipeline.models.report import ClaimReport, FileError, PipelineInfo
from pipeline.report.batch_row import FAILED_CODE
from pipeline.text.masking import mask_id_numbers


def failed_claim(
    claim_id: str, as_of: date, pipeline: PipelineInfo, error: PrecheckError, *, region: str = DEFAULT_REGION
) -> ClaimReport:
    """A report that says why, in which every check could not run; it sends the claim to a person."""
    return ClaimReport(
        claim_id=claim_id,
        as_of=as_of,
        verdict="review",
        pipeline=pipeline,
        documents=(),
        pages=(),
        findings=tuple(
            Finding(
                check=check.id,
                outcome="could_not_run",
                severity=check.severity,
                subject="claim",
                message_zh="这件申请没有处理成功，未能检查。",
                message_en="The claim could not be processed, so nothing was checked.",
                basis=basis_of(check, region_of(region)),
            )
            for check in checks()
        ),
        errors=(
            FileError(
                file="",
                code=FAILED_CODE,
                message_zh=mask_id_numbers(error.message_zh),
                message_en=mask_id_numbers(f"{error.message_en} [{error.code}]"),
            ),
        ),
    )
