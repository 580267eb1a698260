"""Which news agency a text is credited to, as far as it says so.

Only credits count: a dateline, a byline, a line that says who reported or holds the copyright.
"He told Reuters" in the body makes Reuters a listener, not the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_AGENCIES: tuple[tuple[str, str], ...] = (
    ("AP", r"AP|(?:The )?Associated Press"),
    ("AFP", r"AFP|Agence[ -]France[ -]Presse"),
    ("Reuters", r"Reuters|REUTERS"),
    ("dpa", r"dpa|DPA|Deutsche Presse-Agentur"),
    ("Xinhua", r"Xinhua|XINHUA"),
    ("TASS", r"TASS|ITAR-TASS|Tass"),
    ("Anadolu", r"Anadolu(?: Agency)?|AA"),
    ("PA", r"PA|PA Media|Press Association"),
    ("Bloomberg", r"Bloomberg(?: News)?"),
    ("UPI", r"UPI|United Press International"),
    ("ANSA", r"ANSA"),
    ("EFE", r"EFE|Agencia EFE"),
    ("Kyodo", r"Kyodo(?: News)?"),
    ("Yonhap", r"Yonhap(?: News Agency)?"),
    ("PTI", r"PTI|Press Trust of India"),
    ("IANS", r"IANS"),
    ("ANI", r"ANI"),
    ("Interfax", r"Interfax"),
    ("RIA Novosti", r"RIA(?: Novosti)?"),
    ("SANA", r"SANA"),
    ("IRNA", r"IRNA"),
    ("MENA", r"MENA"),
    ("KUNA", r"KUNA"),
    ("WAM", r"WAM"),
    ("APA", r"APA|Austria Presse Agentur"),
    ("CP", r"CP|(?:The )?Canadian Press"),
    ("AAP", r"AAP|Australian Associated Press"),
    ("Belga", r"Belga"),
    ("ANP", r"ANP"),
    ("NTB", r"NTB"),
    ("TT", r"TT"),
    ("Lusa", r"Lusa"),
    ("Ukrinform", r"Ukrinform"),
    ("IPS", r"IPS|Inter Press Service"),
)
# Two or three capitals are initials, states ("Philadelphia, PA") and parties as often as agencies.
_ALSO_SOMETHING_ELSE = frozenset(
    {"AA", "PA", "TT", "CP", "ANI", "APA", "MENA", "SANA", "WAM", "RIA", "ANP", "IPS"}
)
_NAMES = {name: re.compile(rf"(?<![\w&-])(?:{pattern})(?![\w&-])") for name, pattern in _AGENCIES}
# An agency that is in no list is still called one.
_CALLED_AGENCY = re.compile(
    r"(?:[A-Z][\w.-]+ ){1,4}(?:News|Press|Wire|Information) (?:Agency|Service)|[A-Z][\w-]+ Newswire"
)
_PARENTHESIS = re.compile(r"[(/]([^()/]{2,60})[)/]")
_COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)


def credited_agency(
    *, datelines: Iterable[str], credits: Iterable[str], notices: Iterable[str]
) -> str | None:
    """The agency credited, None where there is none.

    Args:
        datelines: "ANKARA, March 3 (Reuters) -"; only what stands in parentheses or slashes counts.
        credits: bylines and "AFP contributed to this report".
        notices: boilerplate, of which only copyright lines count.
    """
    for dateline in datelines:
        for inside in _PARENTHESIS.findall(dateline):
            if name := _named(inside, short=True):
                return name
    lines = [*credits, *(notice for notice in notices if _COPYRIGHT.search(notice))]
    return next((name for line in lines if (name := _named(line, short=False))), None)


def is_agency(words: str) -> bool:
    """Whether these words, as they stand in a dateline's parentheses, are an agency."""
    return _named(words, short=True) is not None


def _named(words: str, *, short: bool) -> str | None:
    """The first agency in these words; ambiguous initials only where `short` allows them."""
    found = [
        (match.start(), name)
        for name, pattern in _NAMES.items()
        if (match := pattern.search(words)) and (short or match[0] not in _ALSO_SOMETHING_ELSE)
    ]
    if found:
        return min(found)[1]
    called = _CALLED_AGENCY.search(words)
    return called[0] if called else None
