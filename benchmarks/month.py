"""A month of a million texts through the real policy, each asked twice as the product does, then counted by a checker that shares
no code with it (`month_checker.py`). Prints what policy costs a text, whether that grows with what was said before, and every
violation. Exit 1 on one.

`python -m benchmarks.month [--texts 1000000] [--seed 1] [--quick] [--keep FOLDER] [--no-store]`; `make bench` plays a tenth of it.
"""

from __future__ import annotations

import argparse
import heapq
import random
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from benchmarks import month_checker, month_store
from bot.core import policy
from bot.core.carrier import CarrierConfig
from bot.core.effects import Say
from bot.core.rulebook import Caps
from bot.library import load

ROOT = Path(__file__).resolve().parents[1]
BEGIN = datetime(2026, 9, 30, 16, 0, tzinfo=UTC)
"""Midnight of 1 October in Shanghai: the month has the National Day week and a make-up Saturday."""
DAYS = 31
GOAL_MICROSECONDS = 50
TEXTS_A_CUSTOMER = 25
QUICK_TEXTS = 10_000
ZONES = [("Asia/Shanghai", 85), ("America/New_York", 9), ("Europe/London", 5), ("Australia/Sydney", 1)]
SEGMENTS = [("ordinary", 70), ("vip", 10), ("office", 12), ("enterprise", 8)]
OFFERS = {
    "zh-CN": "送您满30减10元寄件优惠码，每人限领一张。回复Y立即领取优惠码",
    "en": "Here is 10 off your next parcel. Reply Y to get your code",
}
NOTICES = {
    "zh-CN": "尾号{}的包裹已到东门驿站，取件码{}，请及时领取",
    "en": "Parcel {} is at the East Gate, your pickup code is {}",
}
MENUS = {
    "zh-CN": "您尾号{}的包裹今天派送。回复1要求暂存/2预约上门/3转寄新地址",
    "en": "Parcel {} comes today. Reply 1 hold, 2 visit, 3 redirect",
}
SURVEYS = {
    "zh-CN": "本次派送您是否满意？1非常满意2满意3一般4不满意",
    "en": "How was your delivery? 1 very good, 2 good, 3 fair, 4 poor",
}
WANTED = [("notice", 30), ("menu", 20), ("reply", 15), ("promotion", 24), ("survey", 8), ("urgent", 2), ("blocked", 1)]
OPT_OUTS = 0.03
"""Share of everything that happens that is an opt-out or an opt-in."""


@dataclass(slots=True)
class Customer:
    number: int
    zone: ZoneInfo
    segment: str
    locale: str
    consent: policy.Consent
    promotions: list[policy.Promoted] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    texts: int = 0


def stand_in(customer: Customer) -> Customer:
    """A copy that may learn without the customer learning."""
    return replace(customer, known={"text"}, consent=policy.Consent(None, None, True))


@dataclass(slots=True)
class Cost:
    """Nanoseconds of asks, by day of the month and by how many texts the customer had before."""

    by_day: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_texts: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    asks: int = 0
    total: int = 0

    def note(self, day: int, texts: int, spent: int) -> None:
        self.asks += 1
        self.total += spent
        if self.asks % 7 == 0:  # a sample: all of them would be a gigabyte
            self.by_day[day].append(spent)
            self.by_texts[min(texts // 10 * 10, 50)].append(spent)


class Month:
    """One simulated month. What happened is written to `folder` for the checker."""

    def __init__(self, texts: int, seed: int, folder: Path) -> None:
        self.dice = random.Random(seed)
        self.wanted = texts
        demo = load(ROOT / "flows").carriers["demo"]
        self.carrier: CarrierConfig = demo.model_copy(update={"caps": Caps()})
        self.customers = [self._customer(number) for number in range(max(2, texts // TEXTS_A_CUSTOMER))]
        self.cost = Cost()
        self.outcomes: Counter[str] = Counter()
        self._log = month_checker.Log(folder)
        for customer in self.customers:
            self._log.customer(customer.number, str(customer.zone), customer.segment)
            for category in ("promotion", "survey"):
                if getattr(customer.consent, category) is not None:
                    granted = bool(getattr(customer.consent, category))
                    self._log.consent(BEGIN - timedelta(days=1), customer.number, category, granted)

        self._warm_up()

    def _warm_up(self) -> None:
        """What is read and compiled once a process (words, calendars) is nobody's text."""
        for wanted, _ in WANTED:
            request = self._request(stand_in(self.customers[0]), wanted, BEGIN, 0)
            history = policy.History(known=frozenset({"text"}))
            policy.screen_request(replace(request, segment="enterprise", history=history))

    def _customer(self, number: int) -> Customer:
        zone = self._pick(ZONES)
        agreed = self.dice.choices((True, None, False), (70, 25, 5))[0]
        locale = "zh-CN" if zone == "Asia/Shanghai" else "en"
        return Customer(number, ZoneInfo(zone), self._pick(SEGMENTS), locale, policy.Consent(None, None, agreed))

    def _pick(self, table: list[tuple[str, int]]) -> str:
        return self.dice.choices([name for name, _ in table], [weight for _, weight in table])[0]

    # ── what happens ─────────────────────────────────────────────────────────────────────────────

    def run(self) -> Iterator[int]:
        """Play the month; yields how many texts are done, now and then."""
        queue: list[tuple[datetime, int, int, policy.Request]] = []
        moments = sorted(self.dice.random() for _ in range(self.wanted))
        for number, share in enumerate(moments):
            now = BEGIN + timedelta(seconds=int(share * DAYS * 86400))
            while queue and queue[0][0] < now:  # what happens in the same second comes before what leaves in it
                self._claim(queue, *heapq.heappop(queue))
            if self.dice.random() < OPT_OUTS:
                self._word(now)
            self._decide(queue, now, number)
            if number % 5000 == 0:
                yield number
        while queue:
            self._claim(queue, *heapq.heappop(queue))
        self._log.close()
        yield self.wanted

    def _word(self, now: datetime) -> None:
        """A customer writes TD or STOP, or START."""
        customer = self.dice.choice(self.customers)
        customer.known.add("reply")
        refused = [name for name in ("service", "survey", "promotion") if getattr(customer.consent, name) is False]
        if refused and self.dice.random() < 0.4:
            names, granted = tuple(refused), True
        else:
            names = ("survey", "promotion") if self.dice.random() < 0.8 else ("service", "survey", "promotion")
            granted = False
        customer.consent = replace(customer.consent, **dict.fromkeys(names, granted))
        for name in names:
            self._log.consent(now, customer.number, name, granted)

    def _decide(self, queue: list, now: datetime, number: int) -> None:
        customer = self.dice.choice(self.customers)
        request = self._request(customer, self._pick(WANTED), now, number)
        verdict = self._ask(customer, request)
        match verdict:
            case policy.Allow():
                heapq.heappush(queue, (now + timedelta(seconds=1), number, customer.number, request))
            case policy.Defer():
                kept = replace(request, useful_until=policy.useful_until(request))
                heapq.heappush(queue, (verdict.until, number, customer.number, kept))
                self.outcomes[f"put off: {verdict.reason}"] += 1
            case policy.Refuse():
                self._refuse(number, now, verdict.reason)

    def _claim(self, queue: list, now: datetime, number: int, whose: int, decided: policy.Request) -> None:
        """The second question, with the consent and the history of this moment."""
        customer = self.customers[whose]
        request = replace(decided, now=now)
        verdict = self._ask(customer, request)
        match verdict:
            case policy.Allow():
                self._send(customer, request, verdict.text, number)
            case policy.Defer():
                heapq.heappush(queue, (verdict.until, number, whose, request))
                self.outcomes[f"put off again: {verdict.reason}"] += 1
            case policy.Refuse():
                self._refuse(number, now, verdict.reason)

    def _ask(self, customer: Customer, request: policy.Request) -> policy.Verdict:
        history = policy.History(tuple(customer.promotions), (), frozenset(customer.known))  # type: ignore[arg-type]
        request = replace(request, consent=customer.consent, history=history)
        began = time.thread_time_ns()
        verdict = policy.screen_request(request)
        self.cost.note((request.now - BEGIN).days, customer.texts, time.thread_time_ns() - began)
        return verdict

    def _request(self, customer: Customer, wanted: str, now: datetime, number: int) -> policy.Request:
        category, lane, event, urgent = "service", "notice", "ready_for_pickup", wanted == "urgent"
        words = NOTICES[customer.locale].format(f"{number % 10000:04}", number)
        match wanted:
            case "menu":
                event, words = "out_for_delivery", MENUS[customer.locale].format(f"{number % 10000:04}")
            case "reply":
                lane, event = "reply", None
                customer.known.add("reply")
            case "promotion":
                category, lane, event, words = "promotion", "promotion", "campaign", OFFERS[customer.locale]
            case "survey":
                category, event, words = "survey", "delivered", SURVEYS[customer.locale]
            case "blocked":
                words = "低 息 貸 款，找我办理"
        return policy.Request(
            Say(wanted, words, customer.locale, urgent), category, lane, customer.consent, self.carrier, now, "simulator",
            phone="+8613800138000", segment=customer.segment, zone=customer.zone, event=event,
            kind=self.dice.choice(("coupon", "route_notice", "holiday_care")),
        )  # type: ignore[arg-type] # fmt: skip

    def _send(self, customer: Customer, request: policy.Request, text: str, number: int) -> None:
        customer.texts += 1
        if request.promotes:
            customer.promotions.append(policy.Promoted(request.now, request.kind))
        else:
            customer.known.add("text")
        self.outcomes["sent"] += 1
        about = (request.category, request.lane, request.event or "", str(int(request.say.urgent)), request.kind, text)
        self._log.sent(number, request.now, customer.number, *about)

    def _refuse(self, number: int, now: datetime, reason: str) -> None:
        self.outcomes[f"refused: {reason.partition(':')[0]}"] += 1
        self._log.refused(number, now, policy.explain(reason) if reason else "")


# ── the report ───────────────────────────────────────────────────────────────────────────────────


def report(month: Month, seconds: float) -> None:
    cost = month.cost
    each, text = cost.total / cost.asks / 1000, cost.total / month.wanted / 1000
    print(
        f"\n{month.wanted:,} texts of {len(month.customers):,} customers, {cost.asks:,} questions to policy, {seconds:.0f} s"
    )
    print(
        f"policy: {each:.1f} µs of processor time a question, {text:.1f} a text with all its questions (goal {GOAL_MICROSECONDS})"
    )
    for title, table in (("day of the month", cost.by_day), ("texts the customer had before", cost.by_texts)):
        rows = [(key, statistics.median(spent) / 1000) for key, spent in sorted(table.items()) if len(spent) > 20]
        print(
            f"  median microseconds by {title}: "
            + "  ".join(f"{key}: {value:.1f}" for key, value in rows[:: max(1, len(rows) // 8)])
        )
    for name, count in sorted(month.outcomes.items(), key=lambda pair: -pair[1]):
        print(f"  {count:>9,}  {name}")


def simulate(texts: int, seed: int, folder: Path) -> Month:
    """Play a month into `folder`."""
    month = Month(texts, seed, folder)
    with click.progressbar(length=texts, label="A month", file=sys.stderr) as bar:
        done = 0
        for now in month.run():
            bar.update(now - done)
            done = now
    return month


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="No more than 10,000 texts, to see that all of it works.")
    parser.add_argument("--keep", type=Path, help="Keep what was simulated in this folder.")
    parser.add_argument(
        "--no-store", action="store_true", help="Leave out the query for what was said, on growing tables."
    )
    args = parser.parse_args()
    texts = min(args.texts, QUICK_TEXTS) if args.quick else args.texts
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        month = simulate(texts, args.seed, folder)
        report(month, time.monotonic() - began)
        checked, violations = month_checker.check(folder)
    print(
        f"\nindependent checker: {checked:,} texts read, {sum(violations.values())} violations {dict(violations) or ''}(goal 0)"
    )
    if not args.no_store:
        month_store.main(texts)
    sys.exit(1 if violations else 0)


if __name__ == "__main__":
    main()
