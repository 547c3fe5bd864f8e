"""What many tests share: the real engine, loaded once."""

import pytest
from hypothesis import settings

from pipeline.ocr.engine import OcrEngine
from pipeline.ocr.factory import create_engine

# A deadline tells how busy the machine is, not whether the code is right.
settings.register_profile("any-machine", deadline=None)
settings.load_profile("any-machine")


@pytest.fixture(scope="session")
def engine() -> OcrEngine:
    return create_engine("openvino", models=None, recording=None, streams=2)
