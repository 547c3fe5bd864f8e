"""What is said of a file that cannot be used: one stable code, one message in two languages, for every reason."""

from __future__ import annotations

from typing import Literal

from pipeline.models.report import FileError

Code = Literal[
    "claim_json_invalid",
    "damaged",
    "damaged_partly",
    "decoder_crashed",
    "duplicate_claim_id",
    "duplicate_name",
    "empty_file",
    "encrypted",
    "no_files",
    "no_pages",
    "not_a_regular_file",
    "out_of_memory",
    "page_too_large",
    "timeout",
    "too_large",
    "too_many_files",
    "too_many_pages",
    "unreadable",
    "unsafe_claim_id",
    "unsafe_name",
    "unsupported_type",
    "zip_depth",
    "zip_ratio",
]

_MESSAGES: dict[Code, tuple[str, str]] = {
    "claim_json_invalid": (
        "claim.json 内容有误（{detail}），已不采用；请更正后重新提交。",
        "claim.json is not valid ({detail}) and was set aside; correct it and submit again.",
    ),
    "damaged": (
        "文件已损坏，无法打开；请重新扫描或导出后上传。",
        "The file is damaged and cannot be opened; scan or export it again and upload it.",
    ),
    "damaged_partly": (
        "文件部分损坏，图像不完整；请人工查看，并重新扫描后上传。",
        "The file is damaged in part and its picture is incomplete; look at it, then scan and upload it again.",
    ),
    "decoder_crashed": (
        "文件使解码程序异常退出，可能已损坏；请重新扫描或导出后上传。",
        "The file made its decoder crash and is probably damaged; scan or export it again and upload it.",
    ),
    "duplicate_claim_id": (
        "案件编号“{detail}”与另一件重复，本件已另行编号；请核对两件是否为同一案件。",
        'The claim id "{detail}" is used twice; this claim was given another id. Check whether both are one claim.',
    ),
    "duplicate_name": (
        "有两份同名文件，后一份未处理；请改名后重新上传。",
        "The claim holds two files of this name and the later one was not used; rename it and upload it again.",
    ),
    "empty_file": ("文件为空（0 字节）；请重新上传。", "The file is empty (0 bytes); upload it again."),
    "encrypted": (
        "文件有密码保护，无法打开；请去除密码后重新上传。",
        "The file is password-protected; remove the password and upload it again.",
    ),
    "no_files": ("案件中没有文件；请上传申请材料。", "The claim holds no files; upload the documents."),
    "no_pages": ("文件中没有任何页面；请重新导出后上传。", "The file has no pages; export it again and upload it."),
    "not_a_regular_file": (
        "不是普通文件（链接或设备），未予读取；请上传文件本身。",
        "This is a link or a device, not a file, and was not followed; upload the file itself.",
    ),
    "out_of_memory": (
        "打开文件所需内存超过上限 {detail} MB；请降低分辨率或拆分后重新上传。",
        "Opening the file takes more memory than the limit of {detail} MB; lower its resolution or split it.",
    ),
    "page_too_large": (
        "页面过大，超过 {detail} 百万像素的上限；请降低分辨率后重新上传。",
        "The page is larger than the limit of {detail} megapixels; lower its resolution and upload it again.",
    ),
    "timeout": (
        "文件处理超过 {detail} 秒，已停止；请重新扫描或拆分后上传。",
        "The file took longer than {detail} seconds and was stopped; scan it again or split it.",
    ),
    "too_large": (
        "案件材料总量超过 {detail} MB 的上限，此文件未处理；请压缩或拆分后上传。",
        "The claim's files exceed the limit of {detail} MB and this one was not used; reduce or split the claim.",
    ),
    "too_many_files": (
        "案件中的文件超过 {detail} 个，其余未处理；请拆分后上传。",
        "The claim holds more than {detail} files and the rest were not used; split the claim.",
    ),
    "too_many_pages": (
        "案件页数超过 {detail} 页的上限，其余页面未处理；请拆分后上传。",
        "The claim has more than {detail} pages and the rest were not used; split the claim.",
    ),
    "unreadable": (
        "系统不允许读取此文件（{detail}）；请检查权限后重试。",
        "The system does not let the file be read ({detail}); check its permissions and try again.",
    ),
    "unsafe_claim_id": (
        "案件名称不能用作文件夹名，已改为“{detail}”；请改名后重新提交。",
        'The claim\'s name cannot name a folder and was changed to "{detail}"; rename it and submit again.',
    ),
    "unsafe_name": (
        "文件名或路径不安全（含上级路径、绝对路径、控制字符或过长），未予读取；请改名后重新上传。",
        "The file's name is unsafe (parent or absolute path, control characters, or too long) and it was not read; "
        "rename it and upload it again.",
    ),
    "unsupported_type": (
        "不支持的文件格式（{detail}）；请转换为 PDF、JPEG、PNG 或 TIFF 后上传。",
        "The file type is not supported ({detail}); convert it to PDF, JPEG, PNG or TIFF and upload it.",
    ),
    "zip_depth": (
        "压缩包嵌套超过 {detail} 层，未予解压；请解压后上传。",
        "Zips are nested more than {detail} deep and this one was not unpacked; unpack it and upload the files.",
    ),
    "zip_ratio": (
        "压缩包的压缩比超过 {detail} 倍，疑似压缩炸弹，未予解压；请解压后上传文件本身。",
        "The zip expands more than {detail} times, as a zip bomb would, and was not unpacked; upload the files.",
    ),
}


def millions(count: int) -> str:
    """A limit of bytes or pixels as a message names it: 500 for 500,000,000 (MB, megapixels)."""
    return f"{count / 1_000_000:g}"


class RefusalError(Exception):
    """A file, or one page of it, is not accepted.

    Args:
        code: the reason.
        detail: what the message names: a limit, a file type, a key; in brackets it may be left out.
        page: the page that is not accepted, counted from 1; None when the whole file is not.
    """

    def __init__(self, code: Code, detail: object = "", page: int | None = None) -> None:
        super().__init__(code, detail, page)
        self.code: Code = code
        self.detail = detail
        self.page = page

    def error(self, file: str) -> FileError:
        """The entry in the report's ``errors`` for that file (its path inside the claim)."""
        zh, en = (message.format(detail=self.detail) for message in _MESSAGES[self.code])
        zh, en = zh.replace("（）", ""), en.replace(" ()", "")
        if self.page is not None:
            zh, en = f"第{self.page}页：{zh}", f"Page {self.page}: {en}"
        return FileError(file=file, code=self.code, message_zh=zh, message_en=en)
