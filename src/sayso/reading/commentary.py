"""Where the author speaks in their own person: labels, notes, and "we think"."""

from __future__ import annotations

import re

from sayso.text.labels import ANALYSIS, NOTE

_NOTE = re.compile(rf"[\s*(\[]*{NOTE}(?P<rest>\s*$|\s*[:.–—-].*)", re.IGNORECASE | re.DOTALL)
_LABEL = re.compile(
    rf"[\s*(\[]*{ANALYSIS}(?:\s+(?:by\s+\S.{{2,60}}|piece|column))?[\s:.|*)\]]*", re.IGNORECASE
)
_LABEL_AND_TEXT = re.compile(
    r"[\s*(\[]*(?:(?:news\s+)?analysis|opinion|commentary|editorial|viewpoint|op-?ed)\s*[:|]\s*\S",
    re.IGNORECASE,
)
_HEADLINE_LABEL = re.compile(
    r"\s*(?:(?:news\s+)?analysis|opinion|comment|commentary|editorial|viewpoint|op-?ed|perspective)\s*[:|–—]\s*\S"
    r"|.{10,}\s[|–—-]\s(?:opinion|analysis|editorial|commentary|comment)\s*$",
    re.IGNORECASE,
)
_VOICE = re.compile(
    r"""(?<![\w-])(?<!how\s)(?:
        I\s+(?:also\s+|still\s+|do\s+not\s+|don['’]t\s+|would\s+|really\s+)?
        (?:think|believe|suspect|argue|doubt|fear|feel\s+(?:that|as)|suppose|reckon|submit)\b
      | I['’]m\s+(?:convinced|sure|certain|afraid) | I\s+am\s+(?:convinced|sure|certain|afraid)
      | [Ww]e\s+(?:also\s+|still\s+|do\s+not\s+|don['’]t\s+|would\s+)?
        (?:think|believe|suspect|doubt|fear|argue|submit)\b
      | [Ii]n\s+(?:my|our)\s+(?:view|opinion|judge?ment|estimation)\b | [Tt]o\s+my\s+mind\b
      | [Mm]y\s+(?:own\s+)?(?:view|opinion|guess|sense|hunch)\s+is\b | [Oo]ur\s+view\s+is\b
    )""",
    re.VERBOSE,
)
# "I think it is safe, the mayor said": the words of somebody whom the sentence names.
_REPORTED = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:old|ells?|elling)|ask(?:s|ed)|add(?:s|ed)|according\s+to|argue[sd]|wr(?:ote|ites)"
    r"|expla(?:ins|ined)|insist(?:s|ed)|continue[sd]|repl(?:ies|ied)|respond(?:s|ed)|not(?:es|ed)|warn(?:s|ed)"
    r"|state[sd]|claim(?:s|ed)|recall(?:s|ed))\b",
    re.IGNORECASE,
)


def is_note(paragraph: str) -> bool:
    """A note of author or editor, by its label ("Editor's note: ...", "Author's comment:")."""
    return _NOTE.match(paragraph[:4_000]) is not None


def is_bare_note(paragraph: str) -> bool:
    """A note's label on a line of its own."""
    match = _NOTE.match(paragraph) if len(paragraph) < 80 else None
    return match is not None and not match["rest"].strip(" :.–—-*)]\n")


def is_label(paragraph: str) -> bool:
    """An analysis label on a line of its own ("Analysis", "OPINION", "Analysis by Jane Doe")."""
    return len(paragraph) < 90 and _LABEL.fullmatch(paragraph) is not None


def is_labelled(paragraph: str) -> bool:
    """A paragraph that begins with an analysis label ("Analysis: The talks ...")."""
    return _LABEL_AND_TEXT.match(paragraph) is not None


def is_opinion_headline(headline: str) -> bool:
    """A headline that says the whole article is opinion or analysis ("Opinion: ...", "... | Editorial")."""
    return _HEADLINE_LABEL.match(headline) is not None


def voices(paragraph: str) -> list[int]:
    """Where the author says "I think" or "in our view"; quotations must be blanked before."""
    return [match.start() for match in _VOICE.finditer(paragraph)]


def is_reported(words: str) -> bool:
    """Whether words outside quotation marks tell what somebody said: "I" may be that somebody."""
    return _REPORTED.search(words) is not None
