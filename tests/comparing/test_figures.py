import pytest

from sayso.comparing.figures import figures


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("nine people were killed", 9, 9, "killed"),
        ("killing at least nine people", 9, None, "killed"),
        ("14 dead near the crossing", 14, 14, "killed"),
        ("officers detained 38 people", 38, 38, "arrested"),
        ("more than 100 of its members had been arrested", 100, None, "arrested"),
        ("up to twenty five men were hurt", None, 25, "injured"),
        ("600 jobs would go", 600, 600, "job"),
        ("the levy raises 40 million crowns", 40e6, 40e6, "crown"),
        ("the levy raises 40m crowns", 40e6, 40e6, "crown"),
        ("1,200 tonnes of flour", 1200, 1200, "tonne"),
        ("92 percent of members", 92, 92, "%"),
        ("92 per cent of members", 92, 92, "%"),
        ("it held 41% of its capacity", 41, 41, "%"),
        ("dozens of houses burnt", 24, None, "house"),
        ("half a dozen shells fell", 6, 6, "shell"),
        ("two hundred coats burnt", 200, 200, "coat"),
        ("the number of people killed has risen to 19", 19, 19, "killed"),
        ("the toll rose to 21", 21, 21, "killed"),
        ("30 days before the collapse killed him", 30, 30, "day"),
    ],
)
def test_a_number_is_read_with_what_it_counts(
    text: str, low: float | None, high: float | None, unit: str
) -> None:
    (figure,) = figures(text)
    assert (figure.low, figure.high, figure.unit) == (low, high, unit)


def test_killed_and_wounded_are_counted_apart() -> None:
    told = [(each.value, each.unit) for each in figures("nine people were killed and 20 others were wounded")]
    assert told == [(9, "killed"), (20, "injured")]


@pytest.mark.parametrize("text", ["on 1 June", "since 2019", "He left on March 12", "nobody was hurt", ""])
def test_dates_and_years_count_nothing(text: str) -> None:
    assert figures(text) == ()


def test_a_number_is_a_span_of_its_text() -> None:
    text = "They say 40 million crowns are gone."
    (figure,) = figures(text)
    assert text[figure.start : figure.end] == "40 million"


def test_at_least_nine_and_nine_are_one_number_and_at_least_nine_and_fourteen_are_two() -> None:
    (least,), (nine,), (more,) = map(figures, ("at least nine killed", "nine killed", "14 killed"))
    assert least.repeats(nine)
    assert not least.repeats(more)
    assert least.agrees(more)
    assert not nine.agrees(more)
