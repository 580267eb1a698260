"""Text as XML can hold it."""

from __future__ import annotations

import re

# XML 1.0 has no place for these, however they are escaped; metadata of strangers may hold them.
_NEVER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text on one line, with the replacement character for what XML cannot hold."""
    return _NEVER.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
