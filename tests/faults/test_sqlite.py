"""Every scene on SQLite; see scenes.py."""

from __future__ import annotations

import pytest

from tests.faults.scenes import SCENES, Scene
from tests.faults.yard import Yard

PROGRAMME = [scene for scene in SCENES if scene.only in (None, "sqlite")]


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "scene",
    [pytest.param(scene, id=scene.name, marks=[] if scene.quick else [pytest.mark.soak]) for scene in PROGRAMME],
)
def test_scene(sqlite_yard: Yard, scene: Scene, record_property):
    """Nothing acknowledged is lost, nothing happens twice, nobody is texted after an opt-out, every text ends."""
    record_property("scene", scene.name)
    record_property("database", sqlite_yard.kind)
    try:
        scene.play(sqlite_yard)
        record_property("seen", sqlite_yard.verdict())
    finally:
        sqlite_yard.rest()
