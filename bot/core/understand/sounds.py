"""Typos that sound right and replies in pinyin."""

from __future__ import annotations

from bot.core.understand.text import Text


def respelt(text: Text) -> str | None:
    """The reply with its sound written properly, or None where nothing sounds like a known word."""
    return None
