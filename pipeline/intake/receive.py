"""Which claims lie at the paths that the user names?"""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import ExitCode, PrecheckError
from pipeline.intake.claim_folder import visible_entries
from pipeline.intake.claim_id import is_safe_claim_id, safe_claim_id
from pipeline.intake.claim_json import CLAIM_JSON, MAX_BYTES, parse_claim_json, read_claim_json
from pipeline.intake.file_name import name_on_disk
from pipeline.intake.refusal import RefusalError
from pipeline.intake.regular_file import open_regular
from pipeline.intake.sniff import sniff
from pipeline.intake.zip_members import list_members, open_zip, without_wrapper
from pipeline.text.masking import mask_id_numbers

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ClaimSource:
    """A claim as uploaded, unopened.

    ``name`` is its id: unique in the batch, usable as a folder name. ``path`` is its folder, zip or single file.
    ``refused`` tells what was wrong with the id that it should have had.
    """

    name: str
    path: Path
    refused: tuple[RefusalError, ...] = ()


def find_claims(paths: Sequence[Path]) -> tuple[ClaimSource, ...]:
    """The claims at these paths, each once, in the order of the paths and in natural order within a folder.

    A path is a claim folder, a zip, a single file, or a folder of claims. A folder is a folder of claims when it holds
    folders and zips but neither a ``claim.json`` nor a page; else it is a claim. Hidden files, lock files and previews
    do not count. The entries of a folder of claims are claims, whatever they hold; a link there is a claim that cannot
    be opened. A list or a note beside claim folders (xlsx, txt, json) is no claim and is named in a warning.

    A claim is named by its ``claim.json``, else by its folder or file. Of two claims with one id the first keeps it,
    the second is ``ID-2``; a name that cannot be a folder's is changed. Both are told in the claim's errors.

    Raises:
        PrecheckError: ``no_such_path``, ``unreadable_path``; exit code 2.
    """
    found: dict[Path, ClaimSource] = {}
    for path in paths:
        for place in _places(path):
            found.setdefault(place, _named(place))
    return _unique(list(found.values()))


def _places(path: Path) -> Iterator[Path]:
    """The folders and files at that path that are a claim each."""
    try:
        if not path.exists():
            raise FileNotFoundError
        place = path.resolve()
        children = visible_entries(place) if place.is_dir() else []
    except FileNotFoundError as error:
        raise _unusable(path, "no_such_path", "路径不存在", "There is nothing at") from error
    except OSError as error:
        raise _unusable(path, "unreadable_path", "路径无法读取", "Not allowed to read") from error
    claims = [child for child in children if _may_be_claim(child)]
    others = [child for child in children if child not in claims]
    only_zips = not any(claim.is_dir(follow_symlinks=False) for claim in claims)
    if not claims or (others and only_zips) or any(other.name == CLAIM_JSON or _is_page(other) for other in others):
        yield place
        return
    for other in others:
        _LOG.warning("不是申请，未处理 | not a claim, left alone: %s", mask_id_numbers(name_on_disk(other.name)))
    yield from (Path(claim.path) for claim in claims)


def _unusable(path: Path, code: str, zh: str, en: str) -> PrecheckError:
    return PrecheckError(
        code,
        zh=f"{zh}：{path}。",
        en=f"{en} {path}.",
        hint_zh="请检查路径和权限。",
        hint_en="Check the path and its permissions.",
        exit_code=ExitCode.USAGE,
    )


def _may_be_claim(entry: os.DirEntry[str]) -> bool:
    """Whether the entry can lie in a folder of claims: a folder, a zip that is no office document, a link, a device."""
    if not entry.is_file(follow_symlinks=False):
        return True
    try:
        with open_regular(Path(entry.path)) as stream:
            if sniff(stream) != "zip":
                return False
        with open_zip(Path(entry.path)):
            return True
    except RefusalError as refused:
        return refused.code == "damaged"


def _is_page(entry: os.DirEntry[str]) -> bool:
    """Whether the file is of a type that holds pages, or would be if it were whole."""
    try:
        with open_regular(Path(entry.path)) as stream:
            return sniff(stream) != "zip"
    except RefusalError as refused:
        return refused.code != "unsupported_type"


def _named(place: Path) -> ClaimSource:
    """The claim with the id that it asks for, made safe."""
    refused = []
    claim_id = _declared_id(place)
    if claim_id is not None and not is_safe_claim_id(claim_id):
        refused.append(RefusalError("claim_json_invalid", "claim_id: 不能用作文件夹名 cannot name a folder"))
        claim_id = None
    if claim_id is None:
        claim_id = name_on_disk(place.name if place.is_dir() else place.stem)
    if not is_safe_claim_id(claim_id):
        claim_id = safe_claim_id(claim_id)
        refused.append(RefusalError("unsafe_claim_id", claim_id))
    return ClaimSource(claim_id, place, tuple(refused))


def _declared_id(place: Path) -> str | None:
    """The id in claim.json; None without one, and when claim.json cannot be read, which opening the claim reports."""
    try:
        if place.is_dir() and not place.is_symlink():
            return read_claim_json(place / CLAIM_JSON).claim_id
        with open_zip(place) as archive:
            for member in without_wrapper(list_members(archive)):
                if member.name == CLAIM_JSON and member.info.file_size <= MAX_BYTES:
                    return parse_claim_json(archive.read(member.info)).claim_id
    except RefusalError:
        return None
    return None


def _unique(sources: list[ClaimSource]) -> tuple[ClaimSource, ...]:
    """The claims with ids that differ even where upper and lower case do not, as on Windows."""
    wanted = Counter(source.name.casefold() for source in sources)
    seen: set[str] = set()
    unique = []
    for source in sources:
        name, number = source.name, 2
        while name.casefold() in seen or (number > 2 and name.casefold() in wanted):
            name, number = f"{source.name}-{number}", number + 1
        seen.add(name.casefold())
        repeated = (RefusalError("duplicate_claim_id", source.name),) if name != source.name else ()
        unique.append(replace(source, name=name, refused=(*source.refused, *repeated)))
    return tuple(unique)
