"""The carrier's guide, followed to the letter: each file is written as the page says, checked and tested."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from click.testing import CliRunner

from bot.cli_flows import flows as command

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^\$ python -m bot flows (graph|check|test) (.*)$", re.MULTILINE)


def test_the_guide_works_as_it_is_written(tmp_path, monkeypatch):
    """From an empty folder to tested flows: what is checked when the page says so has no error, at the end no warning either."""
    page = (ROOT / "docs" / "flows.md").read_text()
    assert page.count("```yaml\n") == len(BLOCK.findall(page)), "a YAML block does not say which file it is"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FLOWS_DIR", "flows")
    for there in ("standard", "demo"):
        shutil.copytree(ROOT / "flows" / there, tmp_path / "flows" / there)
    steps = sorted([*BLOCK.finditer(page), *CONSOLE.finditer(page)], key=lambda match: match.start())
    said: list[str] = []
    for step in steps:
        if step.re is BLOCK:
            path = tmp_path / step[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step[2])
        else:
            result = CliRunner().invoke(command, [step[1], *step[2].split()])
            assert result.exit_code == 0, f"{step[0]}\n{result.output}"
            said.append(result.output)
    assert "seven warnings UNTESTED" in page
    assert said[1].count("UNTESTED") == 7, said[1]
    checked = CliRunner().invoke(command, ["check"])
    assert ", 0 errors, 0 warnings" in checked.output, checked.output
    tested = CliRunner().invoke(command, ["test", "flows/acme"])
    assert "11 passed, 0 failed" in tested.output, tested.output
    for flow in ("nobody_in", "locker"):
        assert re.search(rf"acme/{flow} .*100 %.*100 %", tested.output), tested.output
