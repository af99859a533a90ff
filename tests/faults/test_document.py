"""docs/reliability.md lists the scenes that are played, and marks the ones that `make test` leaves out."""

from __future__ import annotations

import re

from tests.faults.scenes import SCENES
from tests.support.processes import ROOT


def test_the_document_lists_every_scene():
    """A scene without a line, or a line without a scene, is a document that does not tell the truth."""
    text = (ROOT / "docs" / "reliability.md").read_text("utf-8")
    table = text[text.index("| scene | what is seen |") :]
    listed = {name.strip() for name in re.findall(r"^\| (?!scene|---)(.+?) \|", table, re.MULTILINE)}
    played = {scene.name if scene.quick else f"{scene.name} *" for scene in SCENES}
    assert {name for name in listed if not name.startswith("random")} == played
