"""Where does output go: results to stdout, words for people to stderr, all of it safe for a terminal?"""

from __future__ import annotations

import json
import sys

from pipeline.text.masking import mask_id_numbers
from pipeline.text.visible import one_line


def say(text: str) -> None:
    """One line for people, on stderr: identity numbers masked, control characters from file names shown as such."""
    sys.stderr.write(one_line(mask_id_numbers(text)) + "\n")
    sys.stderr.flush()


def put(text: str) -> None:
    """A line of a result, on stdout."""
    sys.stdout.write(text + "\n")


def put_json(document: object, *, indent: int | None = 1) -> None:
    """A JSON document on stdout; on one line with ``indent=None``."""
    put(json.dumps(document, ensure_ascii=False, indent=indent))
