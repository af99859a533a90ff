"""What every test can ask for, and what none may do."""

from __future__ import annotations

from tests.support.loopback import forbid_the_rest

pytest_plugins = ["tests.support.processes", "tests.support.services"]

forbid_the_rest()
