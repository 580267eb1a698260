"""Agent nouns."""

from __future__ import annotations

import pytest

from sayso.lexicon.agents import agent_at


@pytest.mark.parametrize(
    ("words", "head", "noun", "plural"),
    [
        ("two officials", 1, "official", True),
        ("the spokesmen", 1, "spokesman", True),
        ("police", 0, "police", True),
        ("an aid worker", 2, "aid worker", False),
        ("the chief of staff", 1, "chief of staff", False),
        ("the secretaries of state", 1, "secretary of state", True),
        ("an ex-minister", 1, "minister", False),
    ],
)
def test_the_longest_noun_over_the_head_is_found(words: str, head: int, noun: str, plural: bool) -> None:
    found = agent_at(words.split(), head)
    assert found is not None
    assert (found.agent.noun, found.agent.plural) == (noun, plural)


def test_a_noun_that_the_lexicon_lacks_is_none() -> None:
    assert agent_at(["the", "gribble"], 1) is None
