"""The worker process: decodes one file after the other where a crash, a hang or a memory bomb harms nobody else.

Started by :mod:`pipeline.intake.worker_process` as ``python -m pipeline.intake.worker CONNECTION CREDITS``, two
descriptors: requests come and replies go over the first; each item needs one byte from the second, so that the worker
is never more than a few pages ahead of the reader.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import cv2
import numpy as np

from pipeline.intake.confinement import allow_processor_time, limit_memory
from pipeline.intake.decoded_page import DecodedPage
from pipeline.intake.pdf import decode_pdf
from pipeline.intake.picture import decode_picture
from pipeline.intake.protocol import OUT_OF_MEMORY_EXIT, STARTED, DecodeRequest, Reply, WorkerLimits
from pipeline.intake.refusal import RefusalError
from pipeline.intake.regular_file import open_regular
from pipeline.intake.sniff import sniff
from pipeline.models.page import PageRef
from pipeline.models.report import FileError
from pipeline.models.source import SourcePage


def main() -> None:
    """Serves requests until the other side hangs up."""
    connection, credits = Connection(int(sys.argv[1])), int(sys.argv[2])
    cv2.setNumThreads(1)
    limits: WorkerLimits = connection.recv()
    limit_memory(limits.memory_mb)
    connection.send_bytes(STARTED)
    try:
        while True:
            _serve(connection.recv(), connection, credits, limits)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except MemoryError:
        os._exit(OUT_OF_MEMORY_EXIT)
    except cv2.error as error:
        if error.code != cv2.Error.StsNoMem:
            raise
        os._exit(OUT_OF_MEMORY_EXIT)


def _serve(request: DecodeRequest, connection: Connection, credits: int, limits: WorkerLimits) -> None:
    items = _items(request, limits.page_pixels)
    while True:
        if not os.read(credits, 1):
            raise EOFError
        allow_processor_time(limits.page_cpu_seconds)
        item = next(items, None)
        connection.send_bytes(Reply(item=item).model_dump_json().encode())
        if item is None:
            return


def _items(request: DecodeRequest, page_pixels: int) -> Iterator[SourcePage | FileError]:
    try:
        for item in _decoded(request.path, page_pixels):
            if isinstance(item, RefusalError):
                yield item.error(request.name)
            else:
                yield _stored(item, request)
    except RefusalError as refused:
        yield refused.error(request.name)


def _decoded(path: Path, page_pixels: int) -> Iterator[DecodedPage | RefusalError]:
    with open_regular(path) as stream:
        container = sniff(stream)
        if container == "pdf":
            yield from decode_pdf(stream, page_pixels)
        elif container == "zip":
            raise RefusalError("unsupported_type", "zip")
        else:
            yield from decode_picture(stream, container, page_pixels)


def _stored(page: DecodedPage, request: DecodeRequest) -> SourcePage:
    pixels = Path(f"{request.pixels_prefix}{page.number}.npy")
    np.save(pixels, page.pixels)
    return SourcePage(
        ref=PageRef(file=request.name, page=page.number),
        pixels=pixels,
        facts=page.facts,
        text_layer=page.text_layer,
    )


if __name__ == "__main__":
    main()
