"""Short answers by their parts: every word known, a negation turns what follows, one unknown word and nothing is said."""

import pytest

from bot.core.understand.compose import composed, vocabulary
from bot.core.understand.lexicon import DEFAULT
from bot.core.understand.openings import openings
from bot.core.understand.tables.composition import CONTEXTS, PARTS
from bot.core.understand.text import normalise, simplified
from tests.core.understand.examples import load

EXAMPLES = [
    *((part, "") for part in PARTS),
    *((part, context) for context, parts in CONTEXTS.items() for part in parts),
]


@pytest.mark.parametrize(("part", "context"), EXAMPLES, ids=lambda value: getattr(value, "example", value))
def test_every_part_is_shown_by_its_example(part, context):
    """The example is made of known words alone, one of them from its own row."""
    tight = normalise(part.example).tight
    words = {word.replace("_", " ") for word in simplified(part.words).split()}
    assert any(word in tight for word in words)
    assert composed(tight, context) is not None or part.does in {"unread", "undo", "lack"}


@pytest.mark.parametrize(
    ("said", "context", "meaning"),
    [
        ("那我这边应该没什么问题哈", "", "yes"),
        ("我觉得不太合适", "", "no"),
        ("好的不用了", "", "no"),
        ("收到", "", "ack"),
        ("不好意思", "", "fill"),
        ("没有任何异议", "agreement", "yes"),
        ("那会儿没人在", "slot", "no"),
        ("给我来一张", "claim", "yes"),
        ("not a problem for us", "", "yes"),
        ("i dont agree with that", "", "no"),
    ],
)
def test_the_parts_add_up(said, context, meaning):
    """Assent, refusal, an acknowledgement that a later no overrules, and what decides nothing."""
    assert composed(said, context) == meaning


@pytest.mark.parametrize(
    "said",
    [
        "可以吗",
        "好不好",
        "不是我的",
        "没收到",
        "我没有快递",
        "not my parcel",
        "can you come",
        "好的大象",
        "可以不可以",
        "什么可以",
        "i have a complaint",
    ],
)
def test_a_question_a_thing_denied_or_an_unknown_word_is_no_answer(said):
    """Nothing is guessed from half a sentence."""
    assert composed(said) in {None, "fill"}


def test_words_of_a_context_count_only_there():
    """ "加班" refuses an hour and says nothing elsewhere."""
    assert composed("今晚加班", "slot") == "no"
    assert composed("今晚加班") is None
    assert "加班" not in vocabulary("")


@pytest.mark.parametrize(
    ("phrase", "opens"),
    [
        ("(不要|别)?发短信", {"不要", "别发", "发短"}),
        ("(再|又)…发", {"再", "又"}),
        ("‹(stop|end)~ it", {"st", "en"}),
        ("#天", set("n0123456789一二两俩三四五六七八九十几半多好")),
        ("(退|退订)了", {"退了", "退订"}),
    ],
)
def test_what_a_phrase_can_begin_with(phrase, opens):
    """Every opening that a match may have, one character or two, and no phrase without one."""
    assert openings(phrase) == opens
    with pytest.raises(ValueError, match="gap"):
        openings("…发")


def test_a_text_without_an_opening_of_a_table_has_no_match():
    """What is not searched would not have been found."""
    texts = [row["text"] for name in ("given_replies", "fresh_replies") for row in load(name)[::7]]
    for phrases in DEFAULT.phrases.values():
        for text in map(normalise, texts):
            found = any(part.pattern.search(text.tight) for part in phrases.parts)
            assert found == (phrases.search(text.tight) is not None), text.tight
