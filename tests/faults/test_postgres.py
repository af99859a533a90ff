"""Every scene on PostgreSQL; see scenes.py."""

from __future__ import annotations

import pytest

from tests.faults.scenes import SCENES, Scene
from tests.faults.yard import Yard

PROGRAMME = [scene for scene in SCENES if scene.only in (None, "postgres")]


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "scene",
    [pytest.param(scene, id=scene.name, marks=[] if scene.quick else [pytest.mark.soak]) for scene in PROGRAMME],
)
def test_scene(postgres_yard: Yard, scene: Scene, record_property):
    """Nothing acknowledged is lost, nothing happens twice, nobody is texted after an opt-out, every text ends."""
    record_property("scene", scene.name)
    record_property("database", postgres_yard.kind)
    try:
        scene.play(postgres_yard)
        record_property("seen", postgres_yard.verdict())
    finally:
        postgres_yard.rest()
