from dataclasses import replace

from sayso.comparing.account import AROUND, account_of
from sayso.schema.event import EventDate
from sayso.schema.reading import Reading


def test_an_event_of_a_reading_is_compared_by_its_names_and_the_words_around_it(reading: Reading) -> None:
    event = reading.events[0]
    found = account_of(reading, event)
    text, anchor = reading.document.text, event.anchor
    assert found.id == f"{reading.document.id}:{event.id}"
    assert found.around == text[max(0, anchor.start - AROUND) : anchor.end + AROUND]
    assert anchor.text in found.content
    assert found.content in found.around
    assert (found.type, found.anchor, found.standing) == (event.type, anchor.text, event.standing)
    assert found.published == (reading.document.published or "")[:10]
    assert found.actors == tuple(dict.fromkeys(role.name or role.text for role in event.actors))


def test_a_day_is_told_only_where_words_of_the_text_tell_it(reading: Reading) -> None:
    event = reading.events[0]
    stands_for_it = replace(event, date=EventDate("2025-03-14", "2025-03-15", "day", None, "past"))
    told = replace(event, date=replace(stands_for_it.date, span=event.anchor))
    unknown = replace(event, date=EventDate(None, None, "unknown", event.anchor, "past"))
    found = [account_of(reading, each) for each in (stands_for_it, told, unknown)]
    assert [each.dated for each in found] == [False, True, False]
    assert found[2].day == found[2].published
