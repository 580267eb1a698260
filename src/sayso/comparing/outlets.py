"""Outlets by one key, however they are written: "the Harrow Courier", "harrowcourier.com"."""

from __future__ import annotations

import re

from sayso.text.folding import folded_words

_SITE = re.compile(
    r"^(?:https?://)?(?:www\.|m\.)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,3})(?:/\S*)?$", re.IGNORECASE
)
_SUFFIX = re.compile(r"\.(?:(?:com?|org|net)\.[a-z]{2}|[a-z]{2,12})$", re.IGNORECASE)
# What the same agency is called elsewhere.
_AGENCIES = {
    "ap": "ap",
    "associatedpress": "ap",
    "apnews": "ap",
    "afp": "afp",
    "agencefrancepresse": "afp",
    "reuters": "reuters",
    "thomsonreuters": "reuters",
    "reutersnewsagency": "reuters",
    "dpa": "dpa",
    "deutschepresseagentur": "dpa",
    "pa": "pa",
    "pamedia": "pa",
    "pressassociation": "pa",
    "upi": "upi",
    "unitedpressinternational": "upi",
    "xinhua": "xinhua",
    "xinhuanewsagency": "xinhua",
    "tass": "tass",
    "itartass": "tass",
    "anadolu": "anadolu",
    "anadoluagency": "anadolu",
    "bloomberg": "bloomberg",
    "bloombergnews": "bloomberg",
    "interfax": "interfax",
    "efe": "efe",
    "ansa": "ansa",
    "kyodo": "kyodo",
    "kyodonews": "kyodo",
    "yonhap": "yonhap",
    "yonhapnewsagency": "yonhap",
}


def outlet_key(name: str) -> str:
    """What two names of one outlet have in common; "" where there is no word in them."""
    site = _SITE.match(name.strip())
    words = folded_words(_SUFFIX.sub("", site[1]) if site else name)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    joined = "".join(words)
    return _AGENCIES.get(joined.removeprefix("the"), joined)


def is_agency(name: str) -> bool:
    """Whether a name is one of the agencies that have several names."""
    return outlet_key(name) in _AGENCIES.values()
