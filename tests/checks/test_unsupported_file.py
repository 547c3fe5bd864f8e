from pipeline.models.finding import Finding
from pipeline.models.report import FileError
from tests.checks.building import facts, findings, outcomes


def error(code: str, file: str = "合同.pdf") -> FileError:
    return FileError(file=file, code=code, message_zh="文件有密码。", message_en="The file has a password.")


def test_a_file_that_cannot_be_opened_fails() -> None:
    assert findings("unsupported_file", facts(errors=(error("encrypted"),))) == (
        Finding(
            check="unsupported_file",
            outcome="fail",
            severity="blocking",
            subject="claim",
            message_zh="文件“合同.pdf”：文件有密码。",
            message_en="file 合同.pdf: The file has a password.",
            remedy_zh="请重新扫描并上传该材料（PDF 或图片，不加密、不损坏）。",
            basis=("吉林智慧人社网厅申报要求：上传工伤申报所需材料",),
        ),
    )


def test_what_could_be_used_in_part_is_unsure() -> None:
    claim = facts(errors=(error("damaged_partly"), error("claim_json_invalid", "claim.json")))
    assert outcomes("unsupported_file", claim) == [("unsure", "blocking"), ("unsure", "blocking")]


def test_files_that_open_pass() -> None:
    assert outcomes("unsupported_file", facts()) == [("pass", "blocking")]
