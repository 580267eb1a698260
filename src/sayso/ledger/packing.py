"""A reading as the bytes that the ledger keeps, and back.

Spans repeat the text of the document; they are kept without it, which halves the bytes.
"""

from __future__ import annotations

import json
import zlib
from typing import Any

from sayso.schema.plain import from_plain, to_plain
from sayso.schema.reading import Reading

_LEVEL = 9


def pack(reading: Reading) -> bytes:
    """The reading without the text of its document."""
    plain = _bare(to_plain(reading), reading.document.text)
    plain["document"]["text"] = ""
    written = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode("utf-8", "surrogatepass"), _LEVEL)


def unpack(packed: bytes, text: str) -> Reading:
    """The reading of the document with this text.

    Raises:
        ValueError: the bytes hold none.
    """
    try:
        plain = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    except (zlib.error, UnicodeDecodeError) as error:
        raise ValueError(f"no reading: {error}") from None
    plain["document"]["text"] = text
    return from_plain(Reading, _full(plain, text))


def _bare(value: Any, text: str) -> Any:
    if isinstance(value, list):
        return [_bare(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _bare(item, text) for key, item in value.items()}
    if _is_span(kept) and kept.get("text") == text[kept["start"] : kept["end"]]:
        del kept["text"]
    return kept


def _full(value: Any, text: str) -> Any:
    if isinstance(value, list):
        return [_full(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    whole = {key: _full(item, text) for key, item in value.items()}
    if _is_span(whole) and "text" not in whole:
        whole["text"] = text[whole["start"] : whole["end"]]
    return whole


def _is_span(value: dict[str, Any]) -> bool:
    """Passages are cut by offsets as well; they have no text, and the key that is added is left aside."""
    return isinstance(value.get("start"), int) and isinstance(value.get("end"), int)
