"""Trains the linear model of `bot/core/understand/router.py` on our own examples and tables, and writes `tables/router.json`.

Plain Python, no seed but the one below: the same data give the same weights. `--held-out ROUND` leaves a round of the fresh examples out and
prints what the model mends and breaks on it, among the replies that no rule understands.

Usage: python benchmarks/train_router.py [--held-out ROUND]
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.core.understand import DEFAULT, router, understand
from bot.core.understand.router import CLASSES, features
from bot.core.understand.text import normalise
from tests.core.understand.examples import NOW, load, prediction
from tests.core.understand.questions import QUESTIONS

TARGET = Path(router.__file__).parent / "tables" / "router.json"
EPOCHS, RATE, DECAY, SMALL = 12, 0.3, 1e-4, 0.05
PLAIN = str.maketrans({"…": "", "‥": "", "¦": "", "‹": "", "¿": "?", "#": "三", "~": ""})


def label(row):
    """The class of a labelled reply: its first reading that the model may give, else `other`."""
    return next((intent for intent in row["accept"] if intent in CLASSES), "other")


def samples(held_out):
    """(text, class) of the fresh examples, of the tables' examples and of some of the wordings that their rows stand for."""
    chance = random.Random(2)
    found = [(row["text"], label(row)) for row in load("fresh_replies") if row["round"] != held_out]
    for intent in CLASSES[1:]:
        for row in DEFAULT.phrases[intent].rows:
            wordings = {one_wording(row.phrase.translate(PLAIN), chance) for _ in range(12)}
            found += [(said, intent) for said in (row.example, *sorted(wordings))]
    for table in ("yes", "no", "thanks"):
        said = sorted(DEFAULT.words[table].said)
        found += [(one, "other") for one in chance.sample(said, min(250, len(said)))]
    return found


def one_wording(phrase, chance):
    """One of the strings that a phrase stands for: a row may stand for millions."""
    return " ".join(derived(phrase, 0, chance)[0].split())


def derived(phrase, at, chance):
    """A string of one of the alternatives up to a closing bracket, and where the bracket stands."""
    alternatives, said = [], ""
    while at < len(phrase) and phrase[at] != ")":
        if phrase[at] == "|":
            alternatives, said, at = [*alternatives, said], "", at + 1
            continue
        piece, at = derived(phrase, at + 1, chance) if phrase[at] == "(" else (phrase[at], at)
        at += 1
        if phrase[at : at + 1] == "?":
            piece, at = piece if chance.random() < 0.5 else "", at + 1
        said += piece
    return chance.choice([*alternatives, said]), at


def trained(pairs):
    """Weights of a multinomial logistic regression, by stochastic gradient descent."""
    chance = random.Random(1)
    weights = {}
    rows = [(sorted(features(normalise(text).tight)), CLASSES.index(intent)) for text, intent in pairs]
    for epoch in range(EPOCHS):
        chance.shuffle(rows)
        for found, wanted in rows:
            scale = 1 / math.sqrt(len(found) + 1)
            sums = [sum(weights[f][k] for f in found if f in weights) * scale for k in range(len(CLASSES))]
            shares = [math.exp(value - max(sums)) for value in sums]
            step = RATE / (1 + epoch * 0.3)
            for feature in found:
                row = weights.setdefault(feature, [0.0] * len(CLASSES))
                for k in range(len(CLASSES)):
                    row[k] -= step * ((shares[k] / sum(shares) - (k == wanted)) * scale * 4 + DECAY * row[k])
    return {f: [round(w, 2) for w in row] for f, row in sorted(weights.items()) if max(map(abs, row)) >= SMALL}


def report(held_out):
    """What the model changes on a round that it has not seen: only replies that no rule understands reach it."""
    mended, broken = [], []
    for row in (row for row in load("fresh_replies") if row["round"] == held_out):
        meaning = understand(row["text"], QUESTIONS.get(row["flow"]), NOW)
        if meaning.rule.startswith("router."):
            right, was_right = prediction(meaning) in row["accept"], "other" in row["accept"]
            mended += [row["text"]] * (right and not was_right)
            broken += [row["text"]] * (was_right and not right)
    print(f"round {held_out}: mended {len(mended)} {mended}, broken {len(broken)} {broken}")


def main():
    """Train, write, report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--held-out", metavar="ROUND", help="a round of the fresh examples that is not trained on")
    wanted = parser.parse_args()
    weights = trained(samples(wanted.held_out))
    TARGET.write_text(json.dumps(weights, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(weights)} features, {TARGET.stat().st_size // 1024} KB")
    if wanted.held_out:
        report(wanted.held_out)


if __name__ == "__main__":
    main()
