"""What a page says about itself: title, outlet, date, authors, address."""

from __future__ import annotations

import logging
import re

from sayso.reading.article import Metadata
from sayso.reading.dates import stated_date

# The head of a page, with what its editors put into it for search engines.
_HEAD_CHARACTERS = 500_000
_BODY = re.compile(r"</head\b|<body\b", re.IGNORECASE)
_OPINION_TYPE = re.compile(
    r'"@type"\s*:\s*(?:\[[^\]]{0,200})?"(?:OpinionNewsArticle|AnalysisNewsArticle)"'
    r'|<meta[^>]{0,200}(?:article:section|articleSection)["\'][^>]{0,200}content=["\']'
    r"(?:opinion|comment|commentary|editorials?|op-?ed|analysis|viewpoint)s?[\"']",
    re.IGNORECASE,
)
# Only dates that the page states as its date: htmldate would also take any year from its text.
_DATE_RULES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
for _name in ("trafilatura", "htmldate", "courlan", "readability", "justext"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def page_metadata(page: str, *, url: str | None, head_only: bool = False) -> Metadata:
    """The metadata of an HTML page; what it does not state is None.

    Args:
        page: the page.
        url: where it was found; goes before the address it states.
        head_only: look no further than its head, since its body is too large or too deep.
    """
    end = _BODY.search(page[:_HEAD_CHARACTERS]) if head_only else None
    head = page[: end.start() if end else _HEAD_CHARACTERS]
    opinion = _OPINION_TYPE.search(head) is not None
    try:
        from trafilatura.metadata import extract_metadata

        found = extract_metadata(head, default_url=url, date_config=dict(_DATE_RULES))
    except Exception:  # a page that breaks the extractor is read for its text all the same
        return Metadata(url=url, opinion=opinion)
    if found is None:
        return Metadata(url=url, opinion=opinion)
    return Metadata(
        title=found.title or None,
        outlet=found.sitename or None,
        url=url or found.url or None,
        authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        published=stated_date(found.date or ""),
        opinion=opinion,
    )
