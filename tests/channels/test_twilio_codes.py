"""Every code of Twilio's has one meaning, and each meaning an effect."""

from __future__ import annotations

import pytest

from bot.channels.base import Outcome
from bot.channels.twilio_codes import _ROWS, CODES, Action, Code, lookup

EFFECTS = {
    # action: (outcome of a refused request, suppress, invalid number)
    Action.INVALID_NUMBER: (Outcome.REFUSED, False, True),
    Action.SUPPRESS: (Outcome.REFUSED, True, False),
    Action.ACCOUNT: (Outcome.NOT_REACHED, False, False),
    Action.CONFIG: (Outcome.REFUSED, False, False),
    Action.CONTENT: (Outcome.REFUSED, False, False),
    Action.LATER: (Outcome.NOT_REACHED, False, False),
    Action.EXPIRED: (Outcome.REFUSED, False, False),
    Action.REFUSED: (Outcome.REFUSED, False, False),
}


@pytest.mark.parametrize("row", CODES.values(), ids=CODES.keys())
def test_every_code_has_its_effect(row: Code, channel, standin, text) -> None:
    """A create that Twilio refuses with this code comes out as the code's action says, with its cause and nothing private."""
    outgoing = text(text="secret words")
    standin.rule("error", to=outgoing.recipient, code=int(row.code), status=400)
    result = channel.send(outgoing)
    assert (result.outcome, result.suppress, result.invalid_number) == EFFECTS[row.action]
    assert result.error_code == row.code
    assert row.cause in result.error
    assert "secret" not in result.error
    assert outgoing.recipient not in result.error


def test_every_action_is_used_and_has_an_effect() -> None:
    """No action without a code, none without an effect."""
    assert {row.action for row in CODES.values()} == set(Action) == set(EFFECTS)


def test_no_code_twice() -> None:
    """A second row for a code would silently win."""
    assert len(_ROWS) == len(CODES)


@pytest.mark.parametrize("code", [21610, "21610"])
def test_lookup_by_number_or_text(code: object) -> None:
    """Errors carry the code as a number, status callbacks as text."""
    assert lookup(code).action is Action.SUPPRESS


@pytest.mark.parametrize("code", [None, "", "0", 99999])
def test_unknown_codes(code: object) -> None:
    """A code that is not in the table has no row."""
    assert lookup(code) is None


DECIDED = {
    # the codes that the product's facts name, so that no edit of the table loses one
    Action.INVALID_NUMBER: (21211, 21614, 30005, 30006),
    Action.SUPPRESS: (21610, 30004),
    Action.CONFIG: (21408, 21606, 21703, 21704, 30018, 30034, 30032),
    Action.ACCOUNT: (20003, 30002),
    Action.CONTENT: (21617, 30007),
    Action.LATER: (20429, 30001, 30003, 30008),
    Action.EXPIRED: (30036,),
    Action.REFUSED: (21612, 30410),
}


@pytest.mark.parametrize(("action", "codes"), DECIDED.items())
def test_codes_that_are_decided(action: Action, codes: tuple[int, ...]) -> None:
    """The codes whose handling was decided keep it."""
    assert {lookup(code).action for code in codes} == {action}
