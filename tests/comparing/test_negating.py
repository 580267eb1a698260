import pytest

from sayso.comparing.negating import is_coming, negated
from sayso.text.folding import placed_words


def denied(text: str) -> str:
    """The words of the text that it denies."""
    placed = placed_words(text)
    return " ".join(placed[at][0] for at in sorted(negated(text, placed)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("its forces had not fired", "its forces had not fired"),
        ("no gas was used", "no gas was used"),
        ("the bridge isn’t safe", "the bridge isnt safe"),
        ("nobody didn't pay", ""),
        ("soldiers, not rebels, fired", "not rebels"),
        ("the road is open and the bridge was never safe", "and the bridge was never safe"),
        ("not paying “makes me smart”", "not paying"),
        ("not only the bridge burnt", ""),
        ("little or no tax", ""),
        ("he wants the front to count", ""),
        ("", ""),
    ],
)
def test_a_negator_negates_its_clause_and_two_cancel_each_other(text: str, words: str) -> None:
    assert denied(text) == words


@pytest.mark.parametrize(
    "text", ["it will close", "it would close", "they plan to close it", "going to close"]
)
def test_what_is_to_come_is_known(text: str) -> None:
    assert is_coming(text.split())


@pytest.mark.parametrize(
    "text", ["it has closed", "it closed", "he went to the mill", "the plan was his", ""]
)
def test_what_has_been_is_not_to_come(text: str) -> None:
    assert not is_coming(text.split())
