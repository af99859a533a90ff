"""The simulated month, small: no violation in what policy let through, and a checker that sees each one that is planted."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import month_checker
from benchmarks.month import simulate

TEXTS = 6_000
Row = list[str]
ID, AT, CUSTOMER, CATEGORY, LANE, EVENT, URGENT, KIND, TEXT = range(9)


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("month")
    simulate(TEXTS, 7, folder)
    return folder


def test_policy_lets_nothing_through(month: Path) -> None:
    """Thousands of texts left, as many kinds of refusal, and the checker finds nothing."""
    read, violations = month_checker.check(month)
    assert read > TEXTS // 2
    assert not violations


def test_an_opt_out_in_the_second_of_a_text(tmp_path: Path) -> None:
    """Of this seed's texts one leaves in the very second in which everything is refused: the refusal counts."""
    simulate(30_000, 1, tmp_path)
    assert not month_checker.check(tmp_path)[1]


def _offer(row: Row) -> bool:
    return row[CATEGORY] == "promotion" and row[LANE] == "promotion" and row[TEXT].startswith("【")


def _notice(row: Row) -> bool:
    """A notice that has to wait for daytime, to somebody in Shanghai."""
    waits = row[EVENT] != "out_for_delivery" and row[URGENT] == "0"
    return row[CATEGORY] == "service" and row[LANE] == "notice" and waits and row[TEXT].startswith("【")


def _at(clock: str) -> Callable[[Row], Row]:
    return lambda row: [row[ID], f"{row[AT][:10]}T{clock}:00+00:00", *row[CUSTOMER:]]


def _text(change: Callable[[str], str]) -> Callable[[Row], Row]:
    return lambda row: [*row[:TEXT], change(row[TEXT])]


PLANTED = [
    ("outside its hours", _notice, _at("22:30")),
    ("outside its hours", _offer, _at("16:00")),
    ("without signature", _notice, _text(lambda text: text.removeprefix("【风驰速运】").removeprefix("Fengchi: "))),
    ("an offer without the way out", _offer, _text(lambda text: text[:-3])),
    ("a way out on a service text", _notice, _text(lambda text: f"{text}。回T退订")),
    ("a blocked word", _notice, _text(lambda text: f"{text} 低 息 貸 款")),
]


def _rewrite(month: Path, folder: Path, name: str, change: Callable[[list[Row]], list[Row]]) -> Path:
    shutil.copytree(month, folder)
    path = folder / f"{name}.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("".join("\t".join(row) + "\n" for row in change(rows)), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("rule", "which", "change"), PLANTED, ids=[f"{rule} {n}" for n, (rule, *_) in enumerate(PLANTED)]
)
def test_a_changed_text_is_seen(
    month: Path, tmp_path: Path, rule: str, which: Callable[[Row], bool], change: Callable[[Row], Row]
) -> None:
    """Each rule of form and hours, broken once."""

    def plant(rows: list[Row]) -> list[Row]:
        place = next(n for n, row in enumerate(rows) if which(row) and change(row) != row)
        return [*rows[:place], change(rows[place]), *rows[place + 1 :]]

    _, violations = month_checker.check(_rewrite(month, tmp_path / "planted", "sent", plant))
    assert violations[rule] >= 1


def _more_offers(minutes: int, kinds: list[str]) -> Callable[[list[Row]], list[Row]]:
    """An offer is followed by others, so many minutes apart, of these kinds."""

    def plant(rows: list[Row]) -> list[Row]:
        from datetime import datetime, timedelta

        first = next(row for row in rows if _offer(row) and row[AT] < "2026-10-08")
        begin = datetime.fromisoformat(first[AT])
        more = []
        for number, kind in enumerate(kinds, 1):
            at = begin + timedelta(minutes=minutes * number)
            more.append([f"9{number:06}", at.isoformat(), *first[CUSTOMER:KIND], kind, first[TEXT]])
        return [*rows, *more]

    return plant


@pytest.mark.parametrize(
    ("rules", "minutes", "kinds"),
    [
        ({"the same kind within 72 hours"}, 60, ["coupon", "coupon"]),
        ({"more than two in 7 days"}, 60 * 24, ["a", "b"]),
        ({"more than three in 30 days", "more than three in a calendar month"}, 60 * 24 * 7, ["a", "b", "c"]),
        ({"more than two in a calendar week"}, 1, ["a", "b", "c"]),
    ],
)
def test_one_offer_too_many_is_seen(
    month: Path, tmp_path: Path, rules: set[str], minutes: int, kinds: list[str]
) -> None:
    """Each cap, broken by offers that were added."""
    _, violations = month_checker.check(_rewrite(month, tmp_path / "planted", "sent", _more_offers(minutes, kinds)))
    assert rules <= set(violations)


def test_what_was_refused_is_seen(month: Path, tmp_path: Path) -> None:
    """Opt-outs, missing consent, first texts, missing reasons and texts that ended twice."""

    def everybody_refuses(rows: list[Row]) -> list[Row]:
        people = sorted({row[1] for row in rows})
        return [
            ["2026-09-01T00:00:00+00:00", person, name, "0"] for person in people for name in ("service", "promotion")
        ]

    _, violations = month_checker.check(_rewrite(month, tmp_path / "refused", "consents", everybody_refuses))
    assert {"after an opt-out", "after everything was refused"} <= set(violations)
    _, violations = month_checker.check(_rewrite(month, tmp_path / "nobody", "consents", lambda _: []))
    assert violations["an offer without consent"] > 0
    only_offers = _rewrite(
        month, tmp_path / "first", "sent", lambda rows: [row for row in rows if row[CATEGORY] == "promotion"]
    )
    assert month_checker.check(only_offers)[1]["an offer as the first text"] > 0
    silent = _rewrite(month, tmp_path / "silent", "refused", lambda rows: [[row[0], row[1], ""] for row in rows])
    assert month_checker.check(silent)[1]["a refusal without a reason"] > 0
    twice = _rewrite(month, tmp_path / "twice", "sent", lambda rows: [*rows, rows[0]])
    assert month_checker.check(twice)[1]["a text that ended twice"] == 1


def test_the_checker_knows_nothing_of_the_program() -> None:
    """It imports the standard library alone."""
    source = Path(month_checker.__file__).read_text(encoding="utf-8")
    imported = {
        line.split()[1].partition(".")[0] for line in source.splitlines() if line.startswith(("import ", "from "))
    }
    assert imported <= {
        "__future__",
        "csv",
        "sys",
        "unicodedata",
        "bisect",
        "collections",
        "datetime",
        "pathlib",
        "zoneinfo",
    }
