"""What many tests share: the real engine, loaded once."""

import pytest

from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.factory import create_engine


@pytest.fixture(scope="session")
def engine() -> OcrEngine:
    return create_engine("openvino", models=None, recording=None, streams=2)
