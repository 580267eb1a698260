"""Paragraphs that are no part of the story: captions, corrections, and what the site adds.

A body paragraph taken for furniture is a lost claim, so each pattern asks for the whole shape
of such a paragraph and not for a word in it.
"""

from __future__ import annotations

import re

from sayso.schema.document import PassageKind

_PIECE = (
    r"(?:article|story|report|piece|post|page|interview|column|review|obituary|editorial|headline|transcript)"
)
_CORRECTION = re.compile(
    rf"""[\s•*(\[]*(?:
        (?:corrections?|clarifications?|erratum)(?:\s+and\s+clarifications?)?(?:\s+appended)?\s*(?:[:.—–-]|\(|$)
      | (?:this|an?\s+earlier\s+version\s+of\s+this)\s+{_PIECE}\s+(?:was|has\s+been|is\s+being)\s+
        (?:\w+\s+)?(?:amended|corrected|updated|edited|revised|changed|modified)\b
      | (?:an?|the)\s+(?:earlier|previous|original)\s+version\s+of\s+this\s+(?:\w+\s+)?{_PIECE}\b
      | (?:corrects|refiles|fixes|clarifies)\s+(?:\w+\s+){{0,6}}(?:to|in|of|that|spelling|name|typo|paragraph)
      | (?:editor['’]?s['’]?\s+note|update|note)\s*:.{{0,40}}
        (?:(?:earlier|previous|original)\s+version|(?:has\s+been|was)\s+(?:amended|corrected|updated|revised))
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|Getty|Alamy|Rex|PA|Anadolu|Xinhua|TASS|Shutterstock|Bloomberg|NurPhoto"
    r"|Zuma|UPI)"
)
_CAPTION = re.compile(
    r"""(?:
        \s*FILE\s*(?:PHOTO)?\s*(?:[-–—:]|\b(?=\sIn\sthis)).*
      | .*[(\[](?:AP|AFP|Reuters|EPA)\s+(?:Photo|File)\b[^()\[\]]{0,80}[)\]]\s*\.?
      | .*\((?:(?:File\s+)?(?:Photo|Image|Picture|Credit)|Photograph)\s*(?:by|:)[^()]{2,80}\)\s*\.?
      | (?:.*[.!?”"’)]\s+)?(?:Photographs?|Photos?|Picture|Image|Illustration|Composite)
        (?:\s+credit)?\s*:\s+[A-Z@©][^.!?]{1,90}\.?
    )""",
    re.VERBOSE,
)
# "A worker looks at the bridge. Sari Dovan/Courier Pictures": asked only where there is a slash
_CREDIT = re.compile(
    rf"""(?:
        .*\b{_AGENCY}/(?:[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){{0,3}}|{_AGENCY})(?:\s+Images)?\s*\.?
      | .*\b[A-Z]\w+(?:/(?:[A-Z]\w+(?:\s[A-Z]\w+)?)){{1,3}}\s+(?:via\s+)?(?:Images|Pictures|Photos)\s*\.?
    )""",
    re.VERBOSE,
)
_SHARE = (
    r"(?:share|tweet|e-?mail|print|facebook|twitter|whatsapp|linkedin|pinterest|reddit|messenger"
    r"|telegram|copy\s+link|pin|x|save|comments?|bookmark|listen|font\s+size|via|on|to|this|article"
    r"|story|link|with|friends|[|•·,/&+\d()-])"
)
_SITE = (
    r"(?:twitter|x|facebook|instagram|youtube|telegram|whatsapp|linkedin|tiktok|google\s+news"
    r"|social\s+media|bluesky|mastodon)"
)
_LETTER = (
    r"(?:newsletters?|inbox|e-?mails?|alerts?|briefing|podcasts?|updates|app|channel|magazine|digital"
    r"|access|unlimited|free|here|now|today)"
)
_BOILERPLATE = re.compile(
    rf"""[\s•*\[("]*(?:
        {_SHARE}(?:\s+{_SHARE}|{_SHARE}){{0,12}}
      | advertise?ments?
        (?:\s*[-–—:.]?\s*(?:continue\s+reading|scroll\s+to\s+continue|story\s+continues)\b.{{0,40}})?[.:]?
      | (?:story|article)\s+continues\s+(?:below|after)\b.{{0,40}}
      | (?:continue|keep)\s+reading(?:\s+(?:below|the\s+main\s+story))?\.?
      | (?:sign\s+up|subscribe)\b(?:.{{0,160}}\b{_LETTER}\b.{{0,120}})?
      | (?:get|want|receive)\s.{{0,120}}\b(?:newsletters?|inbox|e-?mail\s+alerts)\b.{{0,160}}
      | (?:read|see|watch|hear)\s+(?:more|next|also|full\s+story|the\s+full\s+story)
        \s*(?::.{{0,200}}|(?:here|on\s+this(?:\s+story)?|»|>|\.\.\.|…)?\s*\.?)
      | (?:also\s+read|also\s+on\s+\w+|see\s+also|more\s+from|more\s+on\s+this(?:\s+story)?
        |related(?:\s+(?:stories|articles|coverage|content|links|topics|news|posts))?
          |recommended(?:\s+(?:stories|reading|for\s+you))?|most\s+(?:read|viewed|popular)
        |don['’]t\s+miss|trending(?:\s+now)?|topics|tags)\s*(?::.{{0,200}})?
      | (?:read|see)\s+more\s.{{1,80}}\bclick\s+here\b.{{0,80}}
      | join\s+the\s+(?:debate|conversation|discussion)\b.{{0,120}}
      | do\s+you\s+have\s+a\s+(?:photo|story|tip)\b.{{0,240}}
      | (?:please\s+)?(?:follow|like|find|join)\s+(?:us|me|him|her|them|@\w+
        |(?-i:[A-Z])[\w.]+(?:\s+[\w.]+){{0,5}})\s+on\s+(?:our\s+)?{_SITE}\b.{{0,160}}
      | follow\s+us\b.{{0,80}}
      | (?:©|\(c\)|copyright\s+(?:©|\(c\)|\d{{4}}|(?-i:[A-Z]))).{{0,300}}
      | all\s+rights\s+reserved\b.{{0,200}}
      | this\s+material\s+may\s+not\s+be\s+(?:published|reproduced)\b.{{0,240}}
      | click\s+here\b.{{0,160}} | (?:skip|jump)\s+to\s+(?:main\s+)?(?:content|navigation)\.?
      | loading\.{{0,3}} | \d+\s+comments?
      | (?:we|this\s+(?:web)?site)\s+use(?:s)?\s+cookies\b.{{0,300}}
      | support\s+(?:our|independent|quality)\s+journalism\b.{{0,240}}
      | \(?(?:adds|updates|recasts|writes\s+through)\b[^()]{{3,160}}\)
      | (?:for\s+more,?\s+)?sign\s+up\s+for\b.{{0,160}}
    )[\s"\])]*""",
    re.IGNORECASE | re.VERBOSE,
)
_ORNAMENT = re.compile(r"[\W_]+")
_LONGEST_CAPTION = 700
_LONGEST_BOILERPLATE = 400
_LONGEST_CORRECTION = 2_000


def furniture_kind(paragraph: str) -> PassageKind | None:
    """`correction`, `caption` or `boilerplate`; None for everything that may be story."""
    if len(paragraph) <= _LONGEST_CORRECTION and _CORRECTION.match(paragraph):
        return "correction"
    if len(paragraph) <= _LONGEST_BOILERPLATE and (
        _ORNAMENT.fullmatch(paragraph) or _BOILERPLATE.fullmatch(paragraph)
    ):
        return "boilerplate"
    return "caption" if len(paragraph) <= _LONGEST_CAPTION and _is_caption(paragraph) else None


def _is_caption(paragraph: str) -> bool:
    credited = "/" in paragraph and _CREDIT.fullmatch(paragraph)
    return bool(credited or _CAPTION.fullmatch(paragraph))


def is_separator(paragraph: str) -> bool:
    """Whether a paragraph is an ornament between two parts ("* * *", "---")."""
    return len(paragraph) < 40 and _ORNAMENT.fullmatch(paragraph) is not None
