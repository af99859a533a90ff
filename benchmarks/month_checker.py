"""Counts violations in a simulated month. Knows the rules from the page that states them, and shares no code with the program:
standard library only, its own table of hours, its own calendar of October 2026, its own way of counting.

`python -m benchmarks.month_checker FOLDER`
"""

from __future__ import annotations

import csv
import sys
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

# State Council, holidays of 2026: off on 1 to 7 October, at work on Saturday 10 October (and Sunday 20 September).
OFF = {date(2026, 10, day) for day in range(1, 8)}
WORKED = {date(2026, 9, 20), date(2026, 10, 10)}
CLOCK = {
    "service": [("08:00", "21:00")],
    "survey": [("08:00", "21:00")],
    "promotion": [("09:00", "11:30"), ("14:00", "17:30")],
    "promotion/office": [("12:00", "13:30")],
    "promotion/enterprise": [("10:00", "11:00")],
}
SIGNATURES = ("【风驰速运】", "Fengchi: ")
ENDINGS = ("回T退订", "Reply T to stop")
FORBIDDEN = ("低息贷款", "低息貸款")


class Log:
    """What the simulation writes and the checker reads: four files of tab-separated lines."""

    def __init__(self, folder: Path) -> None:
        self._files = {name: (folder / f"{name}.tsv").open("w", encoding="utf-8", newline="") for name in
                       ("customers", "consents", "sent", "refused")}  # fmt: skip
        self._out = {name: csv.writer(file, delimiter="\t") for name, file in self._files.items()}

    def customer(self, number: int, zone: str, segment: str) -> None:
        self._out["customers"].writerow((number, zone, segment))

    def consent(self, at: datetime, number: int, category: str, granted: bool) -> None:
        self._out["consents"].writerow((at.isoformat(), number, category, int(granted)))

    def sent(self, text_id: int, at: datetime, number: int, *rest: str) -> None:
        """`rest`: category, lane, event, urgent (1 or 0), kind, text."""
        self._out["sent"].writerow((text_id, at.isoformat(), number, *rest))

    def refused(self, text_id: int, at: datetime, sentence: str) -> None:
        self._out["refused"].writerow((text_id, at.isoformat(), sentence))

    def close(self) -> None:
        for file in self._files.values():
            file.close()


def _read(folder: Path, name: str) -> list[list[str]]:
    with (folder / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))


def check(folder: Path) -> tuple[int, Counter[str]]:
    """(texts read, violations by rule)."""
    people = {int(row[0]): (ZoneInfo(row[1]), row[2]) for row in _read(folder, "customers")}
    said: dict[tuple[int, str], list[tuple[datetime, bool]]] = defaultdict(list)
    for at, number, category, granted in _read(folder, "consents"):
        said[int(number), category].append((datetime.fromisoformat(at), granted == "1"))
    found: Counter[str] = Counter()
    sent = _read(folder, "sent")
    by_customer: dict[int, list[list[str]]] = defaultdict(list)
    for row in sent:
        by_customer[int(row[2])].append(row)
    for number, rows in by_customer.items():
        _one_customer(
            rows, *people[number], {c: said.get((number, c), []) for c in ("service", "survey", "promotion")}, found
        )
    found["a refusal without a reason"] += sum(not row[2].strip() for row in _read(folder, "refused"))
    twice = Counter(row[0] for row in sent) + Counter(row[0] for row in _read(folder, "refused"))
    found["a text that ended twice"] += sum(count > 1 for count in twice.values())
    return len(sent), +found


def _one_customer(
    rows: list[list[str]],
    zone: ZoneInfo,
    segment: str,
    said: dict[str, list[tuple[datetime, bool]]],
    found: Counter[str],
) -> None:
    offers: list[tuple[datetime, str]] = []
    met = False
    for _, moment, _, category, lane, event, urgent, kind, text in sorted(rows, key=lambda row: row[1]):
        at = datetime.fromisoformat(moment)
        asked_for = lane == "reply"
        if not asked_for and not (category == "service" and (urgent == "1" or event == "out_for_delivery")):
            found["outside its hours"] += not _in_hours(at.astimezone(zone), category, segment)
        _consent(at, category, asked_for, said, found)
        _shape(text, category, asked_for, found)
        if category == "promotion" and not asked_for:
            # A reply that was written and not answered is in no file of ours: an opt-out or opt-in word counts as having written.
            wrote = any(when <= at for lines in said.values() for when, _ in lines[1:])
            found["an offer as the first text"] += not met and not wrote and not said["service"]
            offers.append((at, kind))
        else:
            met = True
    _caps(offers, zone, found)


def _in_hours(local: datetime, category: str, segment: str) -> bool:
    spans = CLOCK.get(f"{category}/{segment}", CLOCK[category])
    clock = local.strftime("%H:%M")
    working = local.date() in WORKED or (local.weekday() < 5 and local.date() not in OFF)
    if category == "promotion" and segment == "enterprise" and not working:
        return False
    return any(begin <= clock < end for begin, end in spans)


def _consent(
    at: datetime, category: str, asked_for: bool, said: dict[str, list[tuple[datetime, bool]]], found: Counter[str]
) -> None:
    standing = {name: _last(lines, at) for name, lines in said.items()}
    if standing["service"] is False:
        found["after everything was refused"] += 1
    if asked_for or category == "service":
        return
    found["after an opt-out"] += standing[category] is False
    found["an offer without consent"] += category == "promotion" and standing[category] is None


def _last(lines: list[tuple[datetime, bool]], at: datetime) -> bool | None:
    place = bisect_right(lines, at, key=lambda line: line[0])
    return lines[place - 1][1] if place else None


def _shape(text: str, category: str, asked_for: bool, found: Counter[str]) -> None:
    found["without signature"] += not text.startswith(SIGNATURES)
    if category == "promotion" and not asked_for:
        found["an offer without the way out"] += not text.endswith(ENDINGS)
    else:
        found["a way out on a service text"] += text.endswith(ENDINGS)
    bare = "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())
    found["a blocked word"] += any(word in bare for word in FORBIDDEN)


def _caps(offers: list[tuple[datetime, str]], zone: ZoneInfo, found: Counter[str]) -> None:
    times = [at for at, _ in offers]
    months = Counter((at.astimezone(zone).year, at.astimezone(zone).month) for at in times)
    found["more than three in a calendar month"] += sum(count > 3 for count in months.values())
    weeks = Counter(at.astimezone(zone).isocalendar()[:2] for at in times)
    found["more than two in a calendar week"] += sum(count > 2 for count in weeks.values())
    for span, most, name in ((30, 3, "more than three in 30 days"), (7, 2, "more than two in 7 days")):
        found[name] += sum(
            times[index + most] - times[index] < timedelta(days=span) for index in range(len(times) - most)
        )
    last: dict[str, datetime] = {}
    for at, kind in offers:
        found["the same kind within 72 hours"] += kind in last and at - last[kind] < timedelta(hours=72)
        last[kind] = at


if __name__ == "__main__":
    read, violations = check(Path(sys.argv[1]))
    print(f"{read} texts, {sum(violations.values())} violations")
    for rule, count in violations.most_common():
        print(f"  {count:>8}  {rule}")
    sys.exit(1 if violations else 0)
