"""When: time expressions of a text, and the days they mean as seen from the day of publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.linguistics.timing.calendar import Period, Precision, add_days
from sayso.linguistics.timing.kinds import CodedText, coded
from sayso.linguistics.timing.moments import Moment, Relation, Viewpoint, seen_from_both
from sayso.linguistics.timing.rules import grammar
from sayso.schema.span import Span

# "The day before" looks back over at most so many dates.
_REMEMBERED = 8


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time, with their preposition ("since 2014", "on Friday").

    Attributes:
        first, last: word indices, half-open.
        span: their characters.
        moment: what they mean, to be counted from a day.
    """

    first: int
    last: int
    span: Span
    moment: Moment


@dataclass(frozen=True, slots=True)
class ResolvedTime:
    """The days that a time expression means.

    Attributes:
        span: the expression.
        start: the first day, None where it is open or not known.
        end: the day after the last, None where it is open or not known.
        precision: how finely the words tell it; `unknown` where neither bound is known.
        relation: to the day of publication.
    """

    span: Span
    start: date | None
    end: date | None
    precision: Precision
    relation: Relation


def find_times(text: str, words: Sequence[tuple[int, int]]) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in reading order, without overlaps; linear in the text.

    words are half-open character spans as `sayso.text.words.find_words` gives them. Ages and durations
    ("a two-year war", "for three hours") are none.
    """
    text_of_kinds = coded(text, words)
    return tuple(
        TimeExpression(first, last, Span.cut(text, words[first][0], words[last - 1][1]), moment)
        for start, end in text_of_kinds.paragraphs()
        for first, last, moment in _in_paragraph(text_of_kinds, start, end)
    )


def _in_paragraph(text: CodedText, at: int, end: int) -> Iterator[tuple[int, int, Moment]]:
    rules = grammar()
    while start := rules.starting.search(text.kinds, at, end):
        at = start.start()
        longest = rules.longest_at(text, at, end)
        if longest:
            yield at, *longest
        at = longest[0] if longest else at + 1


def resolve(
    expression: TimeExpression,
    reference: Period | date | None,
    *,
    future: bool = False,
    told: Sequence[Period | ResolvedTime] = (),
) -> ResolvedTime:
    """The days that an expression means. Never raises: what cannot be told is None.

    Args:
        expression: of `find_times`.
        reference: the day of publication, or days between which it lies, or None.
        future: whether the words around it speak of what is to come: "will meet on Friday" is the Friday
            to come, "met on Friday" the latest.
        told: what was told before it in the text, in reading order, for "the day before" and "that year".
    """
    before = tuple(Period(days.start, days.end, days.precision) for days in told)
    first, last = (Viewpoint(day, future, before) for day in _bounds(reference))
    moment = expression.moment
    period = moment.period(first) if first == last else seen_from_both(moment, first, last)
    relations = {_relation(moment, view) for view in (first, last)}
    relation = relations.pop() if len(relations) == 1 else "present"
    if period is None:
        return ResolvedTime(expression.span, None, None, "unknown", relation)
    return ResolvedTime(expression.span, period.start, period.end, period.precision, relation)


def resolve_all(
    expressions: Iterable[TimeExpression],
    reference: Period | date | None,
    *,
    future: Sequence[bool] = (),
) -> tuple[ResolvedTime, ...]:
    """Every expression of a text, each knowing those before it; `future` goes with them one by one."""
    found: list[ResolvedTime] = []
    known: list[ResolvedTime] = []
    for number, expression in enumerate(expressions):
        ahead = future[number] if number < len(future) else False
        resolved = resolve(expression, reference, future=ahead, told=known[-_REMEMBERED:])
        found.append(resolved)
        known += [resolved] if resolved.start else []
    return tuple(found)


def reference_of(published: str | None) -> Period | None:
    """The days of `Document.published`: an ISO date, or two with "/" between, the end exclusive.

    None where nothing is known or where it is no date.
    """
    try:
        start, _, end = (published or "").partition("/")
        first = date.fromisoformat(start)
        last = date.fromisoformat(end) if end else add_days(first, 1)
    except ValueError:
        return None
    return Period(first, last, "day") if last and first < last else None


def _bounds(reference: Period | date | None) -> tuple[date | None, date | None]:
    """The first and the last day that may be the day of publication."""
    if isinstance(reference, Period):
        return (reference.start, reference.last) if reference.start and reference.last else (None, None)
    return reference, reference


def _relation(moment: Moment, view: Viewpoint) -> Relation:
    """Before, around or after the day of publication; without one, as the words around it speak."""
    if told := moment.relation(view):
        return told
    period, today = moment.period(view), view.today
    if period is None or today is None:
        return "future" if view.future else "past"
    if period.end and period.end <= today:
        return "past"
    return "future" if view.future or (period.start and period.start > today) else "present"
