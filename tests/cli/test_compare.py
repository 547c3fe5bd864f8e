import json

import cv2
import numpy as np
import pytest

from pipeline.cli import main
from pipeline.cli.compare import read_pairs
from pipeline.errors import ExitCode, PrecheckError
from pipeline.models.comparison import Comparison


def picture(path, text):
    image = np.full((90, 40 + 34 * len(text), 3), 255, np.uint8)
    cv2.putText(image, text, (20, 62), cv2.FONT_HERSHEY_DUPLEX, 1.6, (20, 20, 20), 2, cv2.LINE_AA)
    cv2.imwrite(str(path), image)
    return str(path)


def test_pairs_are_relative_to_their_list_and_empty_lines_do_not_count(tmp_path):
    (tmp_path / "pairs.tsv").write_text("\ufeffa.png\tsub/b.png\r\n\n左.png\t/abs/c.png\n", encoding="utf-8")
    pairs = [(str(pair.left), str(pair.right)) for pair in read_pairs(tmp_path / "pairs.tsv")]
    assert pairs == [
        (str(tmp_path / "a.png"), str(tmp_path / "sub" / "b.png")),
        (str(tmp_path / "左.png"), "/abs/c.png"),
    ]


@pytest.mark.parametrize("line", ["alone.png", "a\tb\tc", "a b"])
def test_a_line_that_is_no_pair_is_named(tmp_path, line):
    (tmp_path / "pairs.tsv").write_text(f"a\tb\n{line}\n")
    with pytest.raises(PrecheckError) as refused:
        list(read_pairs(tmp_path / "pairs.tsv"))
    assert refused.value.exit_code == ExitCode.USAGE
    assert "第2行" in refused.value.line()


@pytest.mark.engine
def test_each_pair_gets_a_line_in_order_also_the_unreadable(tmp_path, capsys):
    one, other = picture(tmp_path / "one.png", "MA58031"), picture(tmp_path / "other.png", "MA59931")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG broken")
    rows = [(one, other), (one, "broken.png"), ("nowhere.png", one), (one, one)]
    (tmp_path / "pairs.tsv").write_text("".join(f"{left}\t{right}\n" for left, right in rows))
    code = main(["compare", "--pairs", str(tmp_path / "pairs.tsv"), "--json-lines"])
    output = capsys.readouterr()
    compared = [Comparison.model_validate(json.loads(line)) for line in output.out.splitlines()]
    assert code == ExitCode.CLAIM_FAILED
    assert compared[0].verdict != "identical"
    assert [comparison.verdict for comparison in compared[1:3]] == ["unsure", "unsure"]
    assert compared[1].reason.startswith(str(tmp_path / "broken.png"))
    assert compared[3].verdict != "different"
    assert compared[3].left.text == "MA58031"
    assert len(output.err.splitlines()) == 2


@pytest.mark.engine
def test_one_pair_is_one_json_document(tmp_path, capsys):
    one = picture(tmp_path / "one.png", "MA58031")
    assert main(["compare", one, one, "--json"]) == ExitCode.DONE
    output = capsys.readouterr()
    assert set(json.loads(output.out)) == set(Comparison.model_fields)
    assert output.err == ""
