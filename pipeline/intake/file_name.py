"""How is a file in a claim called, is that name safe to show, and where does it stand in order?"""

from __future__ import annotations

import os
import re
import unicodedata

_MAX_NAME_BYTES = 255
_MAX_PATH_CHARS = 1000
_IGNORED = {"thumbs.db", "desktop.ini", "__macosx"}
_DRIVE = re.compile(r"^[A-Za-z]:")


def is_ignored(name: str) -> bool:
    """Whether the name of a file or folder is one that systems and offices leave behind: hidden, lock, preview."""
    return name.startswith((".", "~$")) or name.casefold() in _IGNORED


def decoded(raw: bytes) -> str:
    """A file name from bytes of unknown encoding: UTF-8 when it is valid, else GB 18030 (it includes GBK, cp936).

    Chinese Windows writes names in cp936, also into zips without saying so. Text in cp936 is hardly ever valid UTF-8,
    so UTF-8 is tried first. Bytes that are neither become U+FFFD.
    """
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", errors="replace")


def name_on_disk(name: str) -> str:
    """The readable form of a name that the file system gave, whatever its encoding there."""
    return decoded(os.fsencode(name))


def is_control(char: str) -> bool:
    """Whether the character is invisible or steers text: controls, direction overrides, lone surrogates."""
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def is_safe(path: str) -> bool:
    """Whether a path inside a claim (with ``/``) stays inside, can be shown, and has no part that a system rejects."""
    parts = path.split("/")
    return (
        len(path) <= _MAX_PATH_CHARS
        and not _DRIVE.match(path)
        and not any(part in {"", ".", ".."} or len(part.encode(errors="replace")) > _MAX_NAME_BYTES for part in parts)
        and not any(is_control(char) for char in path)
    )


def shown(path: str) -> str:
    """The path as it can be shown: control characters replaced, shortened when it is too long."""
    visible = "".join("\N{REPLACEMENT CHARACTER}" if is_control(char) else char for char in path)
    return visible if len(visible) <= _MAX_PATH_CHARS else visible[:_MAX_PATH_CHARS] + "…"


def natural_order(path: str) -> tuple[object, ...]:
    """A sort key under which ``page2`` comes before ``page10``; unequal paths have unequal keys."""
    folded = unicodedata.normalize("NFKC", path).casefold()
    return tuple(tuple(map(_chunk, re.split(r"(\d+)", part))) for part in folded.split("/")), path


def _chunk(text: str) -> tuple[int, int, str]:
    """Numbers by length, then digits, without reading them: a name may hold thousands of digits."""
    if not text.isdecimal():
        return 1, 0, text
    digits = text.lstrip("0")
    return 0, len(digits), digits
