"""How does text from a scanned page get into HTML: masked, without hidden characters, escaped?

Every expression of a template passes through :func:`for_html`. What is Markup already, because this package made it
(pictures, marked-up values), passes as it is.
"""

from __future__ import annotations

import base64
from functools import cache
from importlib import resources
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from pipeline.text.masking import mask_id_numbers
from pipeline.text.visible import visible


def for_html(value: object) -> object:
    """A template expression's value, safe to show: identity numbers masked, hidden characters replaced."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(mask_id_numbers(value))
    return value


def unmasked(text: str) -> Markup:
    """A text that may look like an identity number and is none, such as a credit code."""
    return escape(visible(text))


def data_uri(jpeg: bytes) -> Markup:
    """A picture to be embedded in a page, so that the page needs no other file."""
    return Markup("data:image/jpeg;base64,") + Markup(base64.b64encode(jpeg).decode("ascii"))  # noqa: S704


def link(path: str) -> str:
    """A relative path as it stands in a link; also a name that is no text (a lone surrogate) has one."""
    return quote(path.encode("utf-8", "surrogatepass"))


@cache
def templates() -> Environment:
    """The templates of this package; a name that is not given to a template is an error, never a blank."""
    environment = Environment(
        loader=PackageLoader("pipeline.report"),
        autoescape=True,
        finalize=for_html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["style"] = _style()
    environment.filters["link"] = link
    return environment


def _style() -> Markup:
    return Markup(resources.files("pipeline.report.templates").joinpath("style.css").read_text("utf-8"))  # noqa: S704
