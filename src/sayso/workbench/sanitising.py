"""A page of strangers as something to look at: its words in their order, and nothing that acts."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape

from sayso.export.formats import ExportError
from sayso.ledger.originals import Original
from sayso.reading.decoding import decode

# What carries words. Images, forms, frames, scripts and styles do not; `bdo` turns words about.
_TAGS = frozenset(
    "a abbr address article aside b blockquote br caption cite code col colgroup dd del dfn div dl dt em"
    " figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p pre q s samp"
    " section small span strong sub sup table tbody td tfoot th thead time tr u ul var".split()
)
# No address is kept: a link that is followed tells its server who reads what.
_ATTRIBUTES = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}, "ol": {"start"}}
# Of these not even the words are kept.
_GONE = frozenset("script style template noscript title textarea select button svg math object".split())
# Characters that turn the order of others about, so that one reads what does not stand there.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNWRITABLE = re.compile("[\ud800-\udfff\x00]")
_STYLE = (
    ":root{color-scheme:light dark;font:16px/1.55 Georgia,serif}"
    "body{margin:1rem;overflow-wrap:anywhere}*{unicode-bidi:plaintext}"
    "pre{white-space:pre-wrap;font:14px/1.5 monospace}"
    "table{border-collapse:collapse}td,th{border:1px solid;padding:.2em .4em}"
)
_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
# For the answer with the page, whatever is in it: nothing is loaded, run, sent or followed.
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'self'; sandbox"
)


def page_of(original: Original, *, title: str) -> str:
    """A whole HTML document with the words of an original; those of a PDF cannot be had so.

    Args:
        original: a page or a text.
        title: of the document.
    """
    told = decode(original.content)
    body = cleaned(told) if original.kind == "html" else f"<pre>{escape(told)}</pre>"
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    whole = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return _UNWRITABLE.sub("\ufffd", _TURNING.sub("", whole))


def cleaned(page: str) -> str:
    """The words of a page with the tags that part them.

    Raises:
        ExportError: the library that does it is missing.
    """
    try:
        import nh3
    except ModuleNotFoundError:
        raise ExportError(
            "Originals are shown by nh3, which is not installed; pip install 'sayso[web]'"
        ) from None
    return nh3.clean(
        page, tags=set(_TAGS), attributes=_ATTRIBUTES, clean_content_tags=set(_GONE), link_rel=None
    )
