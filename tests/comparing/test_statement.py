from tests.comparing.stating import statement


def test_statements_are_sorted_by_day_document_and_place_in_the_document() -> None:
    first = statement("Marsh", "a", "2031-03-02", document="b", id="b:c1")
    second = statement("Marsh", "a", "2031-03-03", document="a", id="a:c2")
    third = statement("Marsh", "a", "2031-03-03", document="a", id="a:c10")
    undated = statement("Marsh", "a", None, document="a", id="a:c1")
    assert sorted([undated, third, second, first], key=lambda each: each.order) == [
        first,
        second,
        third,
        undated,
    ]


def test_an_interval_counts_from_its_first_day() -> None:
    assert statement("Marsh", "a", published="2031-03-01/2031-04-01").order[0] == "2031-03-01"


def test_a_claim_with_a_standing_is_the_outlets_own_word() -> None:
    assert statement(None, "the army withdrew", standing="fact").by_author
    assert not statement("Marsh", "the army withdrew").by_author
