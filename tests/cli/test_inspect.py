import json

import cv2
import numpy as np
import pytest

from pipeline.cli import main
from pipeline.errors import ExitCode

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two pictures of one name in two folders, and a text file."""
    root = tmp_path_factory.mktemp("files")
    image = np.full((900, 640, 3), 255, np.uint8)
    cv2.putText(image, "HELLO", (60, 200), cv2.FONT_HERSHEY_DUPLEX, 2, (0, 0, 0), 3)
    for name in ("a", "b"):
        (root / name).mkdir()
        cv2.imwrite(str(root / name / "page.png"), image)
    (root / "note.txt").write_text("no picture")
    return root


def inspected(capsys, *files):
    code = main(["inspect", *map(str, files), "--json"])
    output = capsys.readouterr()
    assert output.err == ""
    return code, json.loads(output.out)


def test_a_file_is_seen_without_claim_level_checks(folder, capsys):
    code, seen = inspected(capsys, folder / "a" / "page.png")
    assert code == ExitCode.DONE
    assert set(seen) == {"pages", "documents", "errors"}
    (page,) = seen["pages"]
    assert (page["file"], page["page"], page["width_px"]) == ("page.png", 1, 640)


def test_files_of_one_name_stay_apart(folder, capsys):
    code, seen = inspected(capsys, folder / "a" / "page.png", folder / "b" / "page.png")
    assert code == ExitCode.DONE
    assert len({page["file"] for page in seen["pages"]}) == 2
    assert seen["errors"] == []


def test_what_cannot_be_read_is_told_and_makes_the_exit_code(folder, capsys):
    code, seen = inspected(capsys, folder / "a" / "page.png", folder / "note.txt")
    assert code == ExitCode.CLAIM_FAILED
    assert [error["file"] for error in seen["errors"]] == ["note.txt"]
    assert len(seen["pages"]) == 1


def test_people_get_words(folder, capsys):
    assert main(["inspect", str(folder / "a" / "page.png")]) == ExitCode.DONE
    assert "page.png#1" in capsys.readouterr().out
