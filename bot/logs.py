"""Logs: one event name and ids a line, as JSON. No message text, no phone number, no secret (law 17).

Whatever a library logs passes the same processors. `redact` is the last guard, not the rule: name things by their ids.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from logging.handlers import WatchedFileHandler
from pathlib import Path
from typing import Any, Final

import structlog

FORBIDDEN: Final = frozenset(
    [
        *(
            "address",
            "body",
            "customer",
            "name",
            "params",
            "payload",
            "phone",
            "recipient",
            "sender",
            "text",
            "to",
            "values",
        ),
        *(
            "authorization",
            "code",
            "cookie",
            "cookies",
            "headers",
            "key",
            "password",
            "secret",
            "signature",
            "token",
            "url",
        ),
    ]
)
"""Fields that hold what a log must not: their values never show."""

HIDDEN: Final = "[hidden]"

PATTERNS: Final = (
    (re.compile(r"(?<!\w)\+\d[\d -]{5,18}\d(?!\w)"), HIDDEN),  # +8613800138000, +1 202-555-0123
    (re.compile(r"(?<![\w.-])(?:0086|86)?1[3-9]\d{9}(?![\w-])"), HIDDEN),  # mainland mobile without its plus
    (re.compile(r"(?i)%2b\d{7,15}"), HIDDEN),  # a number in a query string
    (re.compile(r"(?<=://)[^/\s@]+(?=@)"), HIDDEN),  # user:password@ in an address
    (re.compile(r"(?i)\b(basic|bearer) [\w.~+/=-]{8,}"), HIDDEN),
    (re.compile(r"\b[0-9a-f]{32}\b"), HIDDEN),  # an auth token's shape; a SID begins with two letters and is kept
)
"""What a number or a secret looks like inside other text, such as an exception's message."""

QUIET: Final = ("twilio.http_client", "urllib3", "alembic", "transitions")
"""Libraries whose INFO shows requests with numbers and texts, or nothing of use."""

Event = MutableMapping[str, Any]


def redact(_: Any, __: str, event: Event) -> Event:
    """The structlog processor: hides forbidden fields, and numbers and secrets within the others."""
    for field, value in event.items():
        if field in FORBIDDEN:
            event[field] = HIDDEN
        elif isinstance(value, str):
            event[field] = hide(value)
    return event


def hide(text: str) -> str:
    """`text` with everything that looks like a phone number or a secret replaced."""
    for pattern, replacement in PATTERNS:
        text = pattern.sub(replacement, text)
    return text


def configure(part: str, log_dir: Path | None = None) -> None:
    """Send the logs of this process, a `part` ("web", "worker" …), where they belong.

    With `log_dir`: JSON lines to `<part>.log` there, and on standard error only warnings, one short line each.
    Without: JSON lines to standard error, for whoever collects them.
    """
    screen = logging.StreamHandler(sys.stderr)
    handlers: list[logging.Handler] = [screen]
    if log_dir is None:
        screen.setFormatter(_formatter(structlog.processors.JSONRenderer(ensure_ascii=False), part))
    else:
        screen.setLevel(logging.WARNING)
        screen.setFormatter(_formatter(_short, part, exceptions=False))
        file = WatchedFileHandler(
            log_dir / f"{part}.log", encoding="utf-8", delay=True
        )  # may be moved away while in use
        file.setFormatter(_formatter(structlog.processors.JSONRenderer(ensure_ascii=False), part))
        handlers.append(file)
    logging.basicConfig(level=logging.INFO, handlers=handlers, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    sys.excepthook = _last_words


_SHARED: Final[list[Any]] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
    structlog.stdlib.PositionalArgumentsFormatter(),
]


def _formatter(renderer: Any, part: str, *, exceptions: bool = True) -> logging.Formatter:
    def name_part(_: Any, __: str, event: Event) -> Event:
        return {"part": part, **event}

    tail = [structlog.processors.format_exc_info] if exceptions else [_drop_traceback]
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*_SHARED, structlog.stdlib.ExtraAdder(allow=())],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *tail, redact, name_part, renderer],
    )


def _drop_traceback(_: Any, __: str, event: Event) -> Event:
    info = event.pop("exc_info", None)
    kind = info[0] if isinstance(info, tuple) else sys.exc_info()[0] if info else None
    if kind is not None:
        event["error"] = kind.__name__
    return event


def _short(_: Any, __: str, event: Event) -> str:
    """`worker warning: bell_lost job=sweep lost=3`"""
    rest = " ".join(f"{k}={v}" for k, v in event.items() if k not in {"part", "level", "event", "logger", "at"})
    return f"{event['part']} {event['level']}: {event['event']} {rest}".rstrip()


def _last_words(kind: type[BaseException], error: BaseException, trace: Any) -> None:
    """What would have been a traceback on the screen goes to the log, and one line to the screen."""
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("stopped_by_error", exc_info=(kind, error, trace))
