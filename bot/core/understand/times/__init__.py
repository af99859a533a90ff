"""Time windows in Chinese and English: `window_of` reads one out of a reply, relative to the moment of the reply."""

from bot.core.understand.times.windows import is_vague, tells_later, window_of

__all__ = ["is_vague", "tells_later", "window_of"]
