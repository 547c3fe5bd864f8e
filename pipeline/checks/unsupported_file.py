"""A file that could not be used.

Looks at: every file of the upload that could not be opened or went beyond a limit, and a claim.json that is not as
agreed.

Why: what cannot be opened is not checked, and the paper in it counts as not handed in.

Fails: for every file of a wrong type, damaged, encrypted or over a limit.

Unsure: when a file could be used in part, or the portal's data could not be read.

Source: the portal's instructions: 上传工伤申报所需材料.

Passing example: PDF and JPEG files that open.

Failing example: contract.pdf is protected by a password.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.casework.findings import Message, off_page, passed
from pipeline.casework.wording import Text
from pipeline.declare import Check
from pipeline.models.facts import Facts
from pipeline.models.finding import Finding
from pipeline.models.report import FileError

_IN_DOUBT = frozenset({"damaged_partly", "claim_json_invalid"})


def judge(facts: Facts) -> Iterable[Finding]:
    """Every file that could not be used."""
    none = Message("所有文件均能打开。", "All files could be opened.")
    return [_unusable(error) for error in facts.errors] or [passed(CHECK, none)]


def _unusable(error: FileError) -> Finding:
    file = Text(f"文件“{error.file}”", f"file {error.file}")
    message = Message(
        f"{file.zh}：{error.message_zh}",
        f"{file.en}: {error.message_en}",
        "请重新扫描并上传该材料（PDF 或图片，不加密、不损坏）。",
    )
    return off_page(CHECK, "unsure" if error.code in _IN_DOUBT else "fail", message, file)


CHECK = Check(
    id="unsupported_file",
    scope="claim",
    severity="blocking",
    title_zh="文件无法识别",
    title_en="File cannot be used",
    looks_for_zh="无法打开的文件：类型不符、损坏、加密或超出限制",
    looks_for_en="A file that cannot be opened: wrong type, damaged, encrypted, over a limit",
    judge=judge,
)
