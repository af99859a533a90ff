"""Rules of the house that neither linter nor type checker knows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
CORE = sorted((ROOT / "bot" / "core").rglob("*.py"))
TESTS = sorted(path for path in (ROOT / "tests").rglob("*.py") if path.name.startswith("test_"))

IMPURE = {
    "datetime.now": "ask for `now`",
    "datetime.today": "ask for `now`",
    "datetime.utcnow": "ask for `now`",
    "date.today": "ask for `now`",
    "time.time": "ask for `now`",
    "time.monotonic": "ask for `now`",
    "os.environ": "settings read the environment",
    "os.getenv": "settings read the environment",
    "uuid.uuid4": "ask for the id",
    "random": "ask for the number",
    "secrets": "ask for the number",
    "open": "library reads files and hands over text",
}


def name_of(path):
    return str(path.relative_to(ROOT))


def impurities(source: str) -> list[str]:
    """Names from IMPURE that a module uses, with their lines."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(value=ast.Name(id=left), attr=right):
                names = {f"{left}.{right}", left if left in {"random", "secrets"} else ""}
            case ast.Attribute(value=ast.Attribute(attr=left), attr=right):
                names = {f"{left}.{right}"}
            case ast.ImportFrom(module=module) if module in {"random", "secrets", "os", "time"}:
                names = {f"{module}.{alias.name}" for alias in node.names} | {module}
            case ast.Call(func=ast.Name(id=called)):
                names = {called}
            case _:
                continue
        found += [f"line {node.lineno}: {name} ({IMPURE[name]})" for name in sorted(names & IMPURE.keys())]
    return found


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_the_core_reads_no_clock_no_environment_and_no_dice(path):
    """What the core decides depends on its arguments alone."""
    assert impurities(path.read_text()) == []


@pytest.mark.parametrize(
    "source",
    [
        "import datetime\nx = datetime.datetime.now()",
        "from datetime import datetime\nx = datetime.now(UTC)",
        "import time\nx = time.time()",
        "from time import time\nx = time()",
        "import os\nx = os.environ['A']",
        "from os import environ",
        "import random\nx = random.choice([1])",
        "from random import choice",
        "x = open('file')",
    ],
)
def test_the_rule_of_purity_catches(source):
    """The rule above sees each usual way to cheat."""
    assert impurities(source)


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_every_test_says_what_it_shows(path):
    """Each test's docstring is a sentence of behaviour."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            assert ast.get_docstring(node), f"{node.name} has no sentence"


def test_every_setting_is_documented():
    """The README's table holds every variable with its help, word by word, and no variable that does not exist."""
    rows = re.findall(r"^\| `[A-Z][A-Z_]+` \|.*$", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert rows == [f"| `{variable}` | {words} |" for variable, words in Settings.documented()]
