"""Which tools does a command need that reads files itself, without a folder of reports?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.batch.tools import Tools
from pipeline.intake.decode import Decoder
from pipeline.ocr.factory import create_engine
from pipeline.settings import Settings


@contextmanager
def reading_tools(settings: Settings) -> Iterator[tuple[Tools, Path]]:
    """Engine and decoder, and a scratch folder; decoder and folder are gone afterwards.

    Raises:
        PrecheckError: ``engine_missing``: the engine or its models are not there.
    """
    with TemporaryDirectory(prefix="precheck-") as folder:
        scratch = Path(folder)
        with Decoder(settings.limits, scratch) as decoder:
            decoder.start()
            engine = create_engine(settings.engine, settings.models, settings.recording, os.cpu_count() or 1)
            yield Tools(engine, decoder), scratch
