"""The decoder and its worker: pages as they come, and every way in which a file can bring the worker down."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.intake.claim_file import ClaimFile
from pipeline.intake.decode import Decoder
from pipeline.models.report import FileError
from pipeline.models.source import SourcePage
from pipeline.settings import Limits
from tests.intake.pdf_files import PdfPage, pdf, text


def file(path: Path, content: bytes) -> ClaimFile:
    path.write_bytes(content)
    return ClaimFile(path.name, path)


def jpeg(path: Path, shade: int = 128) -> ClaimFile:
    data = io.BytesIO()
    Image.new("L", (60, 80), shade).save(data, "JPEG")
    return file(path, data.getvalue())


def pages_of(count: int, path: Path) -> ClaimFile:
    return file(path, pdf(*(PdfPage(text(f"page {number}", 50, 300)) for number in range(1, count + 1))))


def slow(path: Path) -> ClaimFile:
    """A first page that is quick, and a second that takes the renderer many seconds."""
    circles = b"1 0 0 RG 0.1 w 0 0 m " + b"600 800 0 800 600 0 c 0 0 600 800 9 7 c " * 400_000 + b"B*\n"
    return file(path, pdf(PdfPage(text("quick", 50, 300)), PdfPage(circles)))


def children() -> set[int]:
    """The worker processes of this process."""
    return {
        int(pid)
        for task in Path("/proc/self/task").iterdir()
        for pid in (task / "children").read_text().split()
        if b"pipeline.intake.worker" in Path(f"/proc/{pid}/cmdline").read_bytes()
    }


@pytest.fixture
def own_worker() -> Callable[[], int]:
    """Tells the one worker that the test itself has started."""
    before = children()

    def only_new() -> int:
        # Between fork and exec a worker still bears the name of this process.
        deadline = time.monotonic() + 10
        while not children() - before and time.monotonic() < deadline:
            time.sleep(0.02)
        [worker] = children() - before
        return worker

    return only_new


def shown(items: Iterator[SourcePage | FileError]) -> list[str]:
    """Pages as file#page, errors as file:code."""
    return [f"{item.file}:{item.code}" if isinstance(item, FileError) else str(item.ref) for item in items]


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scratch")


@pytest.fixture(scope="module")
def decoder(scratch: Path) -> Iterator[Decoder]:
    with Decoder(Limits(), scratch) as shared:
        yield shared


def test_pages_come_in_order_with_pixels_and_text(decoder: Decoder, tmp_path: Path) -> None:
    files = [jpeg(tmp_path / "a.jpg", 40), pages_of(6, tmp_path / "b.pdf"), jpeg(tmp_path / "c.jpg", 200)]
    items = list(decoder.decode(*files))
    assert shown(iter(items)) == ["a.jpg#1", *(f"b.pdf#{number}" for number in range(1, 7)), "c.jpg#1"]
    first, second = items[0], items[1]
    assert isinstance(first, SourcePage)
    assert isinstance(second, SourcePage)
    pixels = np.load(first.pixels)
    assert pixels.shape == (80, 60, 3)
    assert pixels.dtype == np.uint8
    assert abs(int(pixels.mean()) - 40) <= 2
    assert [line.text for line in second.text_layer] == ["page 1"]
    assert len({item.pixels for item in items if isinstance(item, SourcePage)}) == 8


def test_the_worker_lives_on_over_claims(decoder: Decoder, tmp_path: Path) -> None:
    list(decoder.decode(jpeg(tmp_path / "a.jpg")))
    before = children()
    list(decoder.decode(jpeg(tmp_path / "a.jpg")))
    assert children() == before
    assert len(before) == 1


def test_a_bad_file_costs_only_itself(decoder: Decoder, tmp_path: Path) -> None:
    files = [
        jpeg(tmp_path / "a.jpg"),
        file(tmp_path / "b.jpg", b"\xff\xd8\xff" + bytes(100)),
        file(tmp_path / "c.txt", b"hello"),
        ClaimFile("gone.jpg", tmp_path / "gone.jpg"),
        jpeg(tmp_path / "d.jpg"),
    ]
    (tmp_path / "link.jpg").symlink_to(tmp_path / "a.jpg")
    files.append(ClaimFile("link.jpg", tmp_path / "link.jpg"))
    found = shown(decoder.decode(*files))
    assert found == [
        "a.jpg#1",
        "b.jpg:damaged",
        "c.txt:unsupported_type",
        "gone.jpg:not_a_regular_file",
        "d.jpg#1",
        "link.jpg:not_a_regular_file",
    ]


def test_only_a_few_pages_wait_for_the_reader(scratch: Path, tmp_path: Path) -> None:
    waiting = []
    with Decoder(Limits(), scratch) as decoder:
        for item in decoder.decode(pages_of(30, tmp_path / "a.pdf")):
            assert isinstance(item, SourcePage)
            time.sleep(0.05)
            item.pixels.unlink()
            waiting.append(len(list(item.pixels.parent.iterdir())))
    assert len(waiting) == 30
    assert 1 <= max(waiting) <= 4


def test_pages_of_a_claim_are_bounded(scratch: Path, tmp_path: Path) -> None:
    files = [pages_of(3, tmp_path / "a.pdf"), pages_of(3, tmp_path / "b.pdf"), jpeg(tmp_path / "c.jpg")]
    with Decoder(Limits(claim_pages=4), scratch) as decoder:
        assert shown(decoder.decode(*files)) == ["a.pdf#1", "a.pdf#2", "a.pdf#3", "b.pdf#1", "b.pdf:too_many_pages"]
        assert shown(decoder.decode(files[0])) == ["a.pdf#1", "a.pdf#2", "a.pdf#3"]


def test_an_abandoned_file_does_not_disturb_the_next(decoder: Decoder, tmp_path: Path) -> None:
    items = decoder.decode(pages_of(30, tmp_path / "a.pdf"))
    next(items)
    items.close()
    assert shown(decoder.decode(jpeg(tmp_path / "b.jpg"))) == ["b.jpg#1"]


def test_a_file_that_takes_too_long_is_stopped_and_its_pages_stay(scratch: Path, tmp_path: Path) -> None:
    files = [slow(tmp_path / "slow.pdf"), jpeg(tmp_path / "b.jpg"), jpeg(tmp_path / "c.jpg")]
    with Decoder(Limits(file_seconds=1), scratch) as decoder:
        started = time.monotonic()
        items = list(decoder.decode(*files))
        assert time.monotonic() - started < 20
        assert shown(iter(items)) == ["slow.pdf#1", "slow.pdf:timeout", "b.jpg#1", "c.jpg#1"]
        assert isinstance(items[0], SourcePage)
        assert np.load(items[0].pixels).shape[2] == 3


def test_a_worker_that_nobody_watches_ends_by_itself(
    scratch: Path, tmp_path: Path, own_worker: Callable[[], int]
) -> None:
    with Decoder(Limits(file_seconds=1), scratch) as decoder:
        items = decoder.decode(slow(tmp_path / "slow.pdf"))
        next(items)
        worker = own_worker()
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and "State:\tZ" not in Path(f"/proc/{worker}/status").read_text():
            time.sleep(0.1)
        assert shown(items) == ["slow.pdf:timeout"]


@pytest.mark.parametrize(("mode", "size"), [("1", (9900, 10_000)), ("L", (7700, 7800))])
def test_memory_is_bounded(mode: str, size: tuple[int, int], scratch: Path, tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new(mode, size).save(data, "PNG", compress_level=1)
    files = [file(tmp_path / "large.png", data.getvalue()), jpeg(tmp_path / "b.jpg")]
    with Decoder(Limits(worker_memory_mb=256), scratch) as decoder:
        assert shown(decoder.decode(*files)) == ["large.png:out_of_memory", "b.jpg#1"]


def test_a_worker_started_early_is_the_one_that_decodes(
    scratch: Path, tmp_path: Path, own_worker: Callable[[], int]
) -> None:
    with Decoder(Limits(), scratch) as decoder:
        decoder.start()
        early = own_worker()
        assert shown(decoder.decode(jpeg(tmp_path / "a.jpg"))) == ["a.jpg#1"]
        assert own_worker() == early


def test_a_killed_worker_costs_one_file(scratch: Path, tmp_path: Path, own_worker: Callable[[], int]) -> None:
    with Decoder(Limits(), scratch) as decoder:
        found = []
        for item in decoder.decode(slow(tmp_path / "slow.pdf"), pages_of(2, tmp_path / "b.pdf")):
            found.append(item)
            if len(found) == 1:
                os.kill(own_worker(), signal.SIGKILL)
        assert shown(iter(found)) == ["slow.pdf#1", "slow.pdf:decoder_crashed", "b.pdf#1", "b.pdf#2"]


def test_a_worker_killed_between_claims_costs_nothing(
    scratch: Path, tmp_path: Path, own_worker: Callable[[], int]
) -> None:
    with Decoder(Limits(), scratch) as decoder:
        list(decoder.decode(jpeg(tmp_path / "a.jpg")))
        worker = own_worker()
        os.kill(worker, signal.SIGKILL)
        os.waitid(os.P_PID, worker, os.WEXITED | os.WNOWAIT)
        assert shown(decoder.decode(jpeg(tmp_path / "a.jpg"))) == ["a.jpg#1"]


def interrupted(decoder: Decoder, claim: ClaimFile) -> None:
    with decoder:
        next(decoder.decode(claim))
        assert len(children()) >= 1
        raise KeyboardInterrupt


def test_nothing_is_left_after_an_interruption(tmp_path: Path) -> None:
    before = children()
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with pytest.raises(KeyboardInterrupt):
        interrupted(Decoder(Limits(), scratch), slow(tmp_path / "slow.pdf"))
    assert children() == before
    assert list(scratch.iterdir()) == []


def test_the_worker_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    claim = pages_of(20, tmp_path / "a.pdf")
    script = (
        "import sys, time; from pathlib import Path\n"
        "from pipeline.intake.decode import Decoder; from pipeline.settings import Limits\n"
        "from pipeline.intake.claim_file import ClaimFile\n"
        "decoder = Decoder(Limits(), Path(sys.argv[1]))\n"
        "items = decoder.decode(ClaimFile('a.pdf', Path(sys.argv[2]))); next(items)\n"
        "print(Path('/proc/self/task', str(__import__('os').getpid()), 'children').read_text(), flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path), str(claim.path)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    worker = Path("/proc", parent.stdout.readline().strip())
    assert worker.exists()
    parent.kill()
    parent.communicate()
    deadline = time.monotonic() + 30
    while worker.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not worker.exists()


def test_modules_in_the_uploads_are_not_imported(
    scratch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "numpy.py").write_text("raise SystemExit(3)")
    claim = jpeg(tmp_path / "a.jpg")
    monkeypatch.chdir(tmp_path)
    with Decoder(Limits(), scratch) as decoder:
        assert shown(decoder.decode(claim)) == ["a.jpg#1"]
