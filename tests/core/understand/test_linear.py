"""No pattern is more than linear: the time for a long text grows with its length, measured as a ratio."""

import pkgutil
import re
from importlib import import_module
from time import process_time

import pytest

import bot.core.understand as package
from bot.core.understand import DEFAULT, understand
from tests.core.understand.examples import NOW
from tests.core.understand.questions import QUESTIONS

MODULES = tuple(import_module(found.name) for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."))
SHORT, LONG = 1_000, 8_000
GROWTH = 8 * 4
"""Eight times the length may take eight times as long, with a margin of four for the machine's noise; a quadratic takes 64 times."""


def patterns():
    """Every compiled pattern of the package, by name."""
    found = {}
    for module in MODULES:
        for name, value in vars(module).items():
            named = f"{module.__name__.removeprefix(package.__name__)}.{name}"
            held = value if isinstance(value, dict) else {"": value}
            found |= {named + str(key): one for key, one in held.items() if isinstance(one, re.Pattern)}
    for name, phrases in DEFAULT.phrases.items():
        for number, searched in enumerate(phrases.parts, 1):
            found[f"{name}.{number}"] = searched.pattern
    return found | {name: said.pattern for name, said in DEFAULT.words.items() if said.pattern is not None}


def pumps(pattern):
    """Texts that a pattern may choke on: its own letters over and over, and runs of one class."""
    letters = re.sub(r"\\.|[^\u4e00-\u9fffa-z]", "", pattern.pattern)
    third = max(1, len(letters) // 3)
    own = [letters[at : at + 2] for at in (0, third, 2 * third) if letters[at : at + 2]]
    return [*own, "1", "a", "一", "的 ", "a ", "1-", "没", " ", ".", "不要", "12:"]


def cost(pattern, said):
    """Processor seconds of one search through, the best of three."""
    best = float("inf")
    for _ in range(3):
        began = process_time()
        for _match in pattern.finditer(said):
            pass
        best = min(best, process_time() - began)
    return best


@pytest.mark.parametrize("name", sorted(patterns()))
def test_the_cost_of_a_pattern_grows_with_the_length(name):
    """Eight times the text costs about eight times as much, whatever it is pumped with."""
    pattern = patterns()[name]
    for pump in pumps(pattern):
        short = cost(pattern, (pump * SHORT)[:SHORT])
        long = cost(pattern, (pump * LONG)[:LONG])
        assert long <= GROWTH * max(short, 2e-5), (pump, short, long)


@pytest.mark.parametrize("flow", ["delivery_options", "survey", None])
def test_what_is_read_of_a_long_reply_is_bounded(flow):
    """Beyond what is read, length costs next to nothing."""
    for pump in ("1，", "明天3点到", "上海市", "don't stop ", "没人来"):
        began = process_time()
        understand(pump * 60, QUESTIONS.get(flow), NOW)
        middle = process_time()
        understand(pump * 6_000, QUESTIONS.get(flow), NOW)
        assert process_time() - middle <= 30 * max(middle - began, 1e-3)
