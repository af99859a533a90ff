"""Labelled examples and how a reading of them is judged: `given_*` came with the product, `fresh_*` were written here, labelled before they were run."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.core.understand import understand
from tests.core.understand.questions import QUESTIONS

DATA = Path(__file__).parent / "data"
NOW = datetime.fromisoformat("2026-11-21T14:00:00+08:00")


def load(name):
    """Rows of `data/<name>.jsonl`."""
    with (DATA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def prediction(meaning):
    """A meaning as the labels write it: `option:2`, `confirm`, …"""
    return f"option:{meaning.branch}" if meaning.intent == "option" else meaning.intent


def judged(row, questions=QUESTIONS):
    """(right, harmful, prediction) of one reply."""
    meaning = understand(row["text"], questions.get(row["flow"]), NOW)
    said = prediction(meaning)
    right = said in {row["intent"], *row.get("accept", ())}
    return right, said in row.get("must_not", ()), said


def moment(row):
    """The moment of the reply in the customer's zone: the row's own `ref` and `tz`, else the one that all replies share."""
    zone = ZoneInfo(row.get("tz", "Asia/Shanghai"))
    return datetime.fromisoformat(row["ref"]).astimezone(zone) if "ref" in row else NOW


def window_of_row(row):
    """The window that is read in the text of a row, at its own moment."""
    return understand(row["text"], QUESTIONS["delivery_options"], moment(row)).time


def window_is_right(row, window):
    """Whether a time window is the expected one or one of its alternatives, within the tolerances of the row."""
    if row["kind"] in {"none", "past"}:
        return window is None
    if row["kind"] == "any":
        return window is not None and window.start is None and window.end is None
    if window is None:
        return False
    wanted = [(row["start"], row["end"]), *row.get("alts", ())]
    return any(
        _near(window.start, start, row["tol_start_min"]) and _near(window.end, end, row["tol_end_min"])
        for start, end in wanted
    )


def _near(found, wanted, minutes):
    if found is None or wanted is None:
        return found is None and wanted is None
    return abs((found - datetime.fromisoformat(wanted)).total_seconds()) <= minutes * 60


def address_faults(row):
    """Names of the parts of an address that were read wrongly, and the names of the parts that were judged."""
    expected = row["expected"]
    meaning = understand(row["text"], QUESTIONS["delivery_options"], moment(row))
    found = meaning.address
    named = found and (found.detail or found.city or found.district or found.province)
    is_address = bool(named) or meaning.intent == "address"
    checks = {"is_address": is_address == expected["is_address"]}
    if expected["is_address"]:
        regions = [part for part in ("province", "city", "district") if part in expected]
        checks["region"] = all(getattr(found, part, None) == expected[part] for part in regions)
        checks["detail"] = all(part in (getattr(found, "detail", "") or "") for part in expected["detail_contains"])
    for part in ("name", "phone", "postcode", "complete"):
        if part in expected:
            checks[part] = (getattr(found, part, None) or None) == (expected[part] or None)
    if expected.get("option"):
        checks["option"] = meaning.branch == expected["option"]
    return [name for name, good in checks.items() if not good], list(checks)
