"""Pages that keep themselves up to date: a part of a page is asked for again and again, and answered only when it changed.

The page sends back, in `X-Version`, the version that came with what it shows (`data-version` at first, a header later). An
unchanged part is answered 204 without a body. Polling, not streaming: a stream would hold one of a few server threads a tab.
"""

from __future__ import annotations

import hashlib
from typing import Final

from flask import Response, request

VERSION: Final = "X-Version"


def version_of(part: str) -> str:
    """The same text has the same version, in every process."""
    return hashlib.sha256(part.encode()).hexdigest()[:16]


def part(text: str) -> Response:
    """The part of the page, or 204 when the page shows just this already."""
    version = version_of(text)
    if request.headers.get(VERSION) == version:
        return Response(status=204)
    response = Response(text, content_type="text/html; charset=utf-8")
    response.headers[VERSION] = version
    return response
