"""The fast engine: PP-OCR models on OpenVINO, many lines at once on few cores."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

import cv2
import numpy as np
import openvino

from pipeline.errors import ExitCode, PrecheckError
from pipeline.imaging.arrays import Image
from pipeline.models.geometry import Quad
from pipeline.models.text_line import TextLine
from pipeline.ocr.ctc import decode
from pipeline.ocr.detection import LONG_SIDE, STRIDE, Tensor, closer_look, closest_look, detection_input, lines_on_map
from pipeline.ocr.line_crop import NARROWEST, line_crop, recognition_input
from pipeline.ocr.model_files import OcrModels
from pipeline.ocr.posteriors import Look, Posteriors


class OpenVinoEngine:
    """Detects and reads lines of text; safe to call from several threads.

    Every line is read by itself and every stream computes on one thread, so a reading depends on the pixels of its line
    and on nothing else. Measured on 2 cores: batches of one line are as fast as larger ones once two streams run, and
    bfloat16, used where the processor has it, is twice as fast as float32 and reads as well (n=120
    lines).
    """

    name = "openvino"

    def __init__(self, models: OcrModels, streams: int) -> None:
        """Loads the models.

        Args:
            models: what to read with.
            streams: how many inferences run at once; one core each.

        Raises:
            PrecheckError: ``engine_missing``; a model cannot be loaded.
        """
        core = openvino.Core()
        self._files = models
        self._detector = _Network(core, models.detection.file, streams)
        self._reader = _Network(core, models.recognition.file, streams)
        self._detector.warm_up(STRIDE, STRIDE)
        self._reader.warm_up(models.recognition.height, NARROWEST)
        self._workers = ThreadPoolExecutor(max_workers=streams, thread_name_prefix="ocr")
        self.models = (models.detection.name, models.recognition.name)
        self.concurrency = streams
        self.characters = frozenset(models.recognition.characters)

    def detect(self, image: Image) -> tuple[Quad, ...]:
        """The corners of every line of text, in reading order."""
        return self._workers.submit(self._detect, image).result()

    def recognise(self, image: Image, quads: Sequence[Quad]) -> tuple[TextLine, ...]:
        """The lines as read, one for each quad in the same order."""
        return tuple(self._workers.map(lambda quad: self._read(image, quad), quads))

    def look(self, image: Image, quads: Sequence[Quad], width: float) -> Look:
        """What the reader thinks of every step of the lines, their letters set ``width`` times as wide."""
        lines = tuple(self._workers.map(lambda quad: self._posteriors(image, quad, width), quads))
        model = self._files.recognition
        return Look(f"{model.name} {width:g}", model.characters, lines)

    def _detect(self, image: Image) -> tuple[Quad, ...]:
        quads = self._detect_at(LONG_SIDE, image)
        closer = closer_look(quads, image)
        if closer is None:
            return quads
        found = self._detect_at(closer, image)
        closest = closest_look(found, quads, image)
        return self._detect_at(closest, image) if closest and closest > closer else found

    def _detect_at(self, long_side: int, image: Image) -> tuple[Quad, ...]:
        model = self._files.detection
        with self._detector.request() as infer:
            probability = infer(detection_input(image, long_side, model))
            return lines_on_map(probability[0, 0], image, model)

    def _read(self, image: Image, quad: Quad) -> TextLine:
        model = self._files.recognition
        crop = line_crop(image, quad, model.height)
        pixels = recognition_input(crop)
        with self._reader.request() as infer:
            probabilities = infer(pixels)[0]
            pixels_a_step = pixels.shape[3] / len(probabilities)
            chars = decode(
                probabilities,
                model.characters,
                width=crop.shape[1] / pixels_a_step,
                half_height=model.height / 2 / pixels_a_step,
            )
        confidence = round(float(np.mean([char.confidence for char in chars])), 4) if chars else 0.0
        return TextLine(quad=quad, confidence=confidence, chars=chars)

    def _posteriors(self, image: Image, quad: Quad, width: float) -> Posteriors:
        model = self._files.recognition
        crop = line_crop(image, quad, model.height)
        if width != 1:
            size = (max(NARROWEST, round(crop.shape[1] * width)), model.height)
            crop = np.asarray(cv2.resize(crop, size, interpolation=cv2.INTER_AREA), np.uint8)
        pixels = recognition_input(crop)
        with self._reader.request() as infer:
            probabilities = infer(pixels)[0]
            pixels_a_step = pixels.shape[3] / len(probabilities)
            return Posteriors.keep(probabilities, crop.shape[1] / pixels_a_step, model.height / 2 / pixels_a_step)


class _Network:
    """A compiled model and its inference requests, each lent to one thread at a time."""

    def __init__(self, core: openvino.Core, file: Path, streams: int) -> None:
        options = {
            "NUM_STREAMS": streams,
            "INFERENCE_NUM_THREADS": streams,
            "INFERENCE_PRECISION_HINT": _precision(core),
        }
        try:
            compiled = core.compile_model(core.read_model(file), "CPU", options)
        except RuntimeError as error:
            raise PrecheckError(
                "engine_missing",
                zh=f"无法加载文字识别模型：{file}。",
                en=f"Cannot load the OCR model {file}.",
                hint_zh="请重新安装或重新下载该文件。",
                hint_en="Install or download it again.",
                exit_code=ExitCode.MACHINE_UNABLE,
            ) from error
        self._idle: SimpleQueue[openvino.InferRequest] = SimpleQueue()
        for _ in range(streams):
            self._idle.put(compiled.create_infer_request())

    def warm_up(self, height: int, width: int) -> None:
        """One inference before threads share the library.

        Its Python binding makes tables on first use, under a lock of their own, while it lets go of the interpreter's:
        two threads whose first inferences met there waited for each other for ever.
        """
        with self.request() as infer:
            infer(np.zeros((1, 3, height, width), np.float32))

    @contextmanager
    def request(self) -> Iterator[Callable[[Tensor], Tensor]]:
        """A function from input to output; the output is valid until the block ends."""
        lent = self._idle.get()
        try:
            yield lambda pixels: lent.infer([pixels], share_inputs=True, share_outputs=True)[0]
        finally:
            self._idle.put(lent)


def _precision(core: openvino.Core) -> str:
    return "bf16" if "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES") else "f32"
