"""Cut a text into words as Universal Dependencies English does.

Punctuation stands alone, hyphenated compounds come apart ("Gulf - backed"), clitics come off
("did | n't", "Velmar | 's"), abbreviations, numbers and addresses stay whole.
"""

from __future__ import annotations

import re

_ABBREVIATIONS = (
    r"(?:[A-Za-z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Reps|Sens|Gov|Gen|Col|Maj|Capt|Cpl|Lt|Sgt|Adm|Cmdr|Rev|Hon|Pres|St|Ste|Mt|Jr|Sr"
    r"|Inc|Corp|Ltd|Co|Bros|Cos|vs|etc|al|cf|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Ala|Ariz|Ark|Calif"
    r"|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va"
    r"|Wash|Wis|Wyo|approx|dept|est|Ph\.D|No|no|p|pp|Ave|Blvd|Rd)\."
)
# A clitic is cut off the word before it: "did|n't", "Velmar|'s", "we|'ve".
_CLITIC = r"(?:['’`´](?:s|S|m|M|d|D|re|RE|ve|VE|ll|LL)(?![\w]))"
_NOT = r"(?:[nN]['’`´][tT](?!\w))"

# Prefixes that stay with their word: "pro-government", "re-elected".
_PREFIX = (
    r"(?:pro|anti|non|re|co|ex|pre|post|e|multi|counter|cross|inter|intra|mis|sub|super|trans|ultra|un|vice|bi"
    r"|neo|semi)"
)

_DOMAIN = r"(?:com|org|net|edu|gov|info|docx?|pdf|xls|ppt|txt|html?|jpe?g)"

# Repetitions that could run on for ever are bounded, so that no text takes more than linear time.
_WORD = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"“”]+[^\s<>"“”.,;:!?)\]'’]                     # address
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}\.[\w.-]{{0,64}}\w                            # e-mail
    | (?<!\w)[@\#]\w+                                                         # handle, hashtag
    | (?<![\w.])(?:{_ABBREVIATIONS})(?!\w)
    | (?<!\w)[cC]an(?=not\b)                                                  # can | not
    | (?<!\w)(?:[gG]on|[wW]an|[gG]ot)(?=(?:na|ta)\b)                          # gon | na
    | {_NOT}
    | {_CLITIC}
    | \d+(?:[.,:]\d+){{1,20}}(?![\d/])                                         # 1,200.50  10:30
    | \d{{1,4}}(?:/\d{{1,4}}){{1,2}}(?!\w)                                          # 03/15/2001  9/11
    | \(?\d{{3}}\)?-\d{{3}}-\d{{4}}(?!\w)                                           # telephone
    | (?<![\w.])[A-Z]\.(?=[ ][A-Z][a-z])                                      # initial
    | (?<![\w-])[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,6}}\.{_DOMAIN}(?!\w)            # site, file
    | (?<![\w-])(?i:{_PREFIX})-[A-Za-z]+(?![\w-])                                   # pro-government
    | (?:['’]\d\ds?(?!\w))                                                    # '90s
    | \d+(?:st|nd|rd|th)\b
    | [^\W_](?:(?!{_NOT})[^\W_]|(?<=[^\W\d_])(?!{_CLITIC})['’](?=[^\W\d_]))*(?:_\w+)*      # word, O'Hara
    | \.{{2,}} | …+ | -{{2,}} | [!?]{{2,}} | _+ | \*{{2,}} | [=<>+~\#$-]{{2,}}
    | [:;=]-?[)(DPp](?!\w)                                                    # emoticon
    | ['’]{{2}} | `{{1,2}}
    | \S
    """,
    re.VERBOSE,
)


def find_words(text: str) -> list[tuple[int, int]]:
    """Half-open character spans of the words of a text, in order, without overlaps.

    Linear in the length of the text; a text without words gives an empty list.
    """
    return [match.span() for match in _WORD.finditer(text)]
