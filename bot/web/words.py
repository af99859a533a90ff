"""The words on our pages. English stands in the templates; `words.zh.yaml` holds its Chinese, one row a text.

A text without a row stays English; a test looks for such.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from flask import g, request
from ruamel.yaml import YAML

LANGUAGES: Final = {"en": "English", "zh": "中文"}
COOKIE: Final = "lang"
_FILE: Final = Path(__file__).with_name("words.zh.yaml")


@cache
def chinese() -> Mapping[str, str]:
    """English → Chinese."""
    rows = YAML(typ="safe", pure=True).load(_FILE.read_text(encoding="utf-8"))
    return {str(english): str(text) for english, text in rows.items()}


def language() -> str:
    """`en` or `zh`: what the reader chose, else what the browser asks for, else English."""
    if "language" not in g:
        chosen = request.cookies.get(COOKIE)
        g.language = chosen if chosen in LANGUAGES else request.accept_languages.best_match(LANGUAGES, "en")
    return str(g.language)


def t(text: str, **values: object) -> str:
    """`text` in the reader's language, its `{names}` filled with `values`."""
    said = chinese().get(text, text) if language() == "zh" else text
    return said.format(**values) if values else said
