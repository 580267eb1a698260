"""The grammar of time expressions in news."""

from __future__ import annotations

from functools import cache

from sayso.linguistics.timing import days, distances, feasts, spans, years
from sayso.linguistics.timing.grammar import Grammar, Rule

# What the patterns below are made of.
NAMES = {
    "any_weekday": "weekday | short_weekday",
    "any_month": "month | doubtful_month",
    "any_season": "season | doubtful_season",
    "any_unit": "unit | units",
    "number_of_day": "day | ordinal_day",
    "counted_number": "day | year | numeral | number",
    "count": """(?: about | at least? | more than )*
        (?: a? few of? | a? counted_number (?: (?: dash | to | and )? counted_number )? | a )""",
    "turning": "last | this | next | coming",
    "back": "the? (?: previous | following | same | that )",
    "turned_year": "(?: turning | back ) unit",
    "year_behind": "comma? (?: year | of? turned_year )",
    "weekday_before": "any_weekday dot? comma?",
    # "Sat., 3 March 2018", "14 NOV 89"
    "day_and_month": "(?:weekday_before)? the? number_of_day of? any_month (?: year_behind )?",
    "month_and_day": "(?:weekday_before)? any_month the? number_of_day (?: year_behind )?",
    "iso": "year dash day dash day",
    "month_and_year": "any_month (?: year_behind )",
    "clear_day": "day_and_month | month_and_day | iso | slashed",
    # "Friday night", "yesterday morning"
    "some_day": """(?: (?: this? (?: last | past | next | coming ) | this | back )? weekday
        (?: of? (?: turning | back ) unit )? | day_word ) (?: parts_of_day )?""",
    "a_decade": "the? decade | the short_decade",
    "a_century": "the? (?: ordinal | ordinal_day ) unit",
    "long_time": """month_and_year | (?: turning | back ) (?: any_month | unit | any_season | weekend )
        | a_decade | a_century | the? any_season of? year | the unit year""",
    "bare_time": "any_month | year | the any_season | season",
    "slice": """the? (?: early | late | mid dash? ) | (?: early | late | earlier | later ) (?: in | on )?
        | the? (?: start | end | middle ) of | the? ordinal half of | the? (?: ordinal | last ) unit of
        | the? half of | the? (?: early | final | last ) units of""",
    "sliced": "(?: slice ) (?: the? (?: long_time | bare_time | unit ) )",
    "clock": """(?: early | late | earlier | later | (?: at | about | before | after )* points_of_day
        | (?: on | at | in )? the? parts_of_day of | (?: in )? the early units of | the eve of )""",
    "timed_day": "(?: clock )? on? (?: clear_day | some_day )",
    "a_date": "timed_day | sliced | long_time | bare_time",
    "plain_date": "clear_day | some_day | long_time | bare_time",
    "lead": "(?: on | in | at | from | for )? about?",
}

# What only times have: a stretch without any of these needs no closer look.
CORE = """weekday short_weekday month doubtful_month year short_decade decade slashed unit units season
    doubtful_season weekend parts_of_day points_of_day day_word overnight recently soon then anniversary eve
    feasts feast_head few"""

# Parts of the expressions, each matched whole.
READING = (
    Rule("iso", days.iso_date),
    Rule(
        """(?: (?P<weekday>any_weekday) dot? comma? )? the? (?P<day>number_of_day) of? (?P<month>any_month)
        (?: comma? (?: (?P<year>year) | of? (?P<turn>turned_year) | (?P<short>numeral) ) )?""",
        days.full_date,
    ),
    Rule(
        """the? (?P<day>ordinal) of (?P<month>any_month)
        (?: comma? (?P<year>year) | of? (?P<turn>turned_year) )?""",
        days.full_date,
    ),
    Rule(
        """(?: (?P<weekday>any_weekday) dot? comma? )? (?P<month>any_month) the? (?P<day>number_of_day)
        (?: comma? (?: (?P<year>year) | of? (?P<turn>turned_year) ) )?""",
        days.full_date,
    ),
    Rule("(?P<slashed>slashed)", days.slashed_date),
    Rule(
        """(?P<turn>turning | this (?: last | past | next | coming ) | back)? (?P<weekday>weekday)
        parts_of_day?""",
        days.weekday,
    ),
    Rule("(?P<weekday>weekday) of? (?P<turn>(?: turning | back ) unit) parts_of_day?", days.weekday_of_week),
    Rule("(?P<day>day_word) parts_of_day?", spans.day_word),
    Rule("(?P<month>any_month) comma? of? (?: (?P<year>year) | (?P<turn>turned_year) )", years.month_of_year),
    Rule("(?P<turn>turning | back) (?P<month>any_month)", years.turned_month),
    Rule("(?P<turn>turning | back) (?P<season>any_season)", years.season),
    Rule("(?P<turn>turning | back) weekend", years.weekend_of),
    Rule("(?P<turn>turning | back | the next) (?P<unit>unit)", spans.turned),
    Rule("the? (?P<number>ordinal | ordinal_day) (?P<unit>unit)", years.century),
    Rule("the? (?P<decade>decade | short_decade)", years.decade),
    Rule("the? (?P<season>any_season) of? (?P<year>year)", years.season_of_year),
    Rule("the? (?P<season>any_season)", years.season),
    Rule("the unit (?P<year>year)", years.printed_year),
    Rule("(?P<month>any_month)", years.month),
    Rule("(?P<year>year)", years.year),
    Rule("the (?P<unit>unit)", spans.current_unit),
    Rule("(?:clock) on? (?P<date>clear_day | some_day)", spans.inner),
    Rule(
        "(?P<which>earlier | later) (?: in | on )? (?P<date>the? (?: long_time | bare_time | unit ))",
        spans.so_far,
    ),
    Rule(
        """(?: the? (?P<which>ordinal | last) (?P<unit>unit) of )
        (?P<date>the? (?: long_time | bare_time | unit ))""",
        spans.units_part,
    ),
    Rule(
        "the? (?P<which>ordinal | last) half of (?P<date>the? (?: long_time | bare_time | unit ))", spans.part
    ),
    Rule(
        "the? (?P<which>early | final | last) units of (?P<date>the? (?: long_time | bare_time | unit ))",
        spans.part,
    ),
    Rule(
        """the? (?P<which>early | late | mid | start | end | middle) (?: dash | of | in | on )?
        (?P<date>the? (?: long_time | bare_time | unit ))""",
        spans.part,
    ),
)

# Whole expressions, with their prepositions.
FINDING = (
    Rule("lead (?P<date>timed_day)", spans.led),
    Rule("lead (?P<date>sliced)", spans.inner),
    Rule("lead (?P<date>long_time)", spans.inner),
    Rule("(?P<lead>in | from | of | at | on) about? (?P<date>bare_time)", spans.opened),
    Rule("the (?P<date>month) (?= other)", spans.inner),
    Rule("(?P<year>year)", years.year_alone),
    Rule("(?P<date>the? ordinal of any_month (?: year_behind )?)", spans.inner),
    Rule("on the (?P<date>ordinal of any_month (?: year_behind )?)", spans.inner),
    Rule("lead (?P<date>day any_month numeral)", spans.inner),
    # "from 12 to 15 June", "between 2011 and 2014", "Monday to Friday", "June 12-15, 2018", "2014-15"
    Rule(
        """(?: from | between | on )? (?P<day>number_of_day) (?: to | and | until | dash )
        (?P<date>day_and_month)""",
        days.day_range,
    ),
    Rule(
        """(?: from | between | on )? (?P<month>any_month) (?P<first>number_of_day)
        (?: to | and | until | dash ) (?P<last>number_of_day) (?: comma? (?P<year>year) )?""",
        days.short_range,
    ),
    Rule(
        "(?: from | between ) (?P<first>a_date) (?: to | and | until | dash ) (?P<last>a_date)", spans.joined
    ),
    Rule("(?P<first>plain_date) (?: to | until | dash ) (?P<last>plain_date)", spans.joined),
    Rule(
        "(?: in | between )? (?P<first>any_month) (?: and | dash ) (?P<last>any_month comma? year)",
        spans.joined,
    ),
    Rule("in (?P<first>any_month) (?: and | dash ) (?P<last>any_month)", spans.joined),
    Rule("(?: in | of | from )? (?P<first>year) dash (?P<last>day)", years.doubled_year),
    # "since 2014", "by the end of the year", "before dawn on 3 March"
    Rule(
        "(?P<bound>since | until | before | after | by) (?: at least | about )? (?P<date>a_date | sliced)",
        spans.bounded,
    ),
    Rule("since then", spans.since_then),
    Rule(
        """(?P<bound>since | until | before | after | by) (?: at least | about )?
        (?P<date>a_date | sliced)""",
        spans.bounded,
    ),
    Rule("(?P<amount>count)? (?P<unit>any_unit) ago", distances.ago),
    Rule("few ago", distances.long_ago),
    Rule(
        "(?P<amount>count)? (?P<unit>any_unit) (?P<way>earlier | later | before | after)", distances.relative
    ),
    Rule("on? the (?P<unit>unit | parts_of_day) (?P<way>before | after)", distances.the_day_before),
    Rule("(?P<amount>count) (?P<unit>any_unit) from (?: now | day_word )", distances.from_now),
    Rule("in (?P<amount>count) (?P<unit>any_unit) possessive? time", distances.from_now),
    Rule("(?P<lead>in) (?: the )? (?P<amount>count) (?P<unit>any_unit)", distances.in_time),
    # "in the past 24 hours", "over the next two weeks", "in recent months"
    Rule(
        """(?P<lead>in | for | on)? (?P<the>the | this)?
        (?P<way>last | past | next | coming | recent | previous | following)
        (?P<amount>count)? (?P<unit>any_unit)""",
        distances.stretch,
    ),
    Rule("(?: in | on | at )? (?P<which>turning | back | the next) (?P<part>parts_of_day)", spans.night),
    Rule(
        """(?: in | on | at )? (?P<which>the (?: next | following | previous | same ) | that | same)
        (?P<unit>unit)""",
        spans.turned,
    ),
    Rule("(?P<lead>in | at | on) the? weekend", years.weekend_of),
    Rule("(?: in )? overnight", spans.overnight),
    Rule("recently", spans.recently),
    Rule("soon", spans.soon),
    Rule("on? (?: in | at )? the? (?: any_weekday | unit ) of (?P<date>clear_day)", spans.week_of),
    # Found, so that no other date is taken for theirs, and left open.
    Rule("(?: at | before | after | by | until | in ) the? (?: points_of_day )", spans.open_part),
    Rule("(?: in | on | at ) (?: the (?: early units | parts_of_day ) | parts_of_day )", spans.open_part),
    Rule(
        "(?: on | at | in )? (?: the | a )? (?: ordinal | rank | ordinal_day )? anniversary (?: of )?",
        spans.open_part,
    ),
    Rule("on the eve of", spans.open_part),
    Rule(
        "(?: in | on | at | before | after | since | until | by )? the? feasts (?: of? year )?", feasts.feast
    ),
    Rule(
        """(?: on | at | in )? (?: other | feasts | doubtful_month | last | unit | possessive ){1,3}
        feast_head""",
        feasts.feast,
    ),
)


@cache
def grammar() -> Grammar:
    """The grammar, put together when it is first needed."""
    return Grammar.of(FINDING, READING, NAMES, core=CORE)
