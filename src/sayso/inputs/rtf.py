"""The paragraphs of an RTF document: the part of the format that news archives write.

RTF is control words in groups of braces. What is not text of the page (fonts, styles, pictures, page
headers, the code of a field) stands in groups that begin with a word of their own and are skipped,
as is every group whose mark says that a reader need not know it.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from sayso.reading import ReadingError

SIGNATURE = b"{\\rtf"
_DEEPEST = 1_000
_TOKEN = re.compile(
    rb"\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    rb"|\\(?P<symbol>[^a-zA-Z])|(?P<brace>[{}])|(?P<end>[\r\n]+)|(?P<text>[^\\{}\r\n]+)|(?P<stray>\\)",
    re.DOTALL,
)
_UNREAD = frozenset(
    b"colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf"
    b" footnote annotation fldinst listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata"
    b" colorschememapping latentstyles datastore filetbl nonshppict bkmkstart bkmkend".split()
)
_TEXT = {
    b"tab": "\t", b"line": "\n", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
_END = "\n\n"  # of a paragraph
_SYMBOLS = {b"~": "\u00a0", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\", b"\n": _END, b"\r": _END}
_PARAGRAPHS = frozenset((b"par", b"cell", b"row", b"nestcell", b"nestrow", b"sect", b"page"))
_CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_WESTERN = "cp1252"


@dataclass(frozen=True, slots=True)
class _Group:
    r"""What holds inside a pair of braces.

    Attributes:
        unread: nothing in it is text of the page.
        fonts: it is the table of fonts.
        font: number of the font in use, None for the document's own.
        substitutes: characters after a \u that stand for it in old readers.
        hidden: the text is marked as not shown.
    """

    unread: bool = False
    fonts: bool = False
    font: int | None = None
    substitutes: int = 1
    hidden: bool = False


def rtf_lines(data: bytes) -> list[str]:
    """The lines of a document in their order, an empty one after each paragraph or cell.

    Raises:
        ReadingError: it does not begin as RTF does, or its groups are nested beyond any document's.
    """
    if not data.startswith(SIGNATURE):
        raise ReadingError(f"the file begins with {data[:20]!r}; expected RTF, which begins with {{\\rtf")
    return _Reader(data).read()


class _Reader:
    """One pass over the tokens; linear in their number."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._groups = [_Group()]
        self._codec = _WESTERN
        self._fonts: dict[int, str] = {}
        self._parts: list[str] = []
        self._bytes = bytearray()  # of characters that may have more than one
        self._bytes_codec = _WESTERN
        self._skip = 0  # characters that only old readers show
        self._optional = False  # "\*" was read: the group is for those who know its word

    def read(self) -> list[str]:
        position = 0
        while match := _TOKEN.match(self._data, position):
            position = match.end()
            kind = match.lastgroup
            if match["word"] is not None:
                position += self._word(match["word"], match["number"])
            elif kind == "brace":
                self._brace(match["brace"])
            elif kind == "text":
                self._raw(match["text"])
            elif kind == "byte":
                self._raw(bytes((int(match["byte"], 16),)))
            elif kind == "symbol":
                self._symbol(match["symbol"])
        self._flush()
        text = "".join(self._parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return [line.rstrip() for line in text.split("\n")]

    @property
    def _group(self) -> _Group:
        return self._groups[-1]

    def _set(self, **changes: int | bool | None) -> None:
        self._groups[-1] = replace(self._group, **changes)  # type: ignore[arg-type]

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self._skip = 0
        self._optional = False
        if brace == b"{":
            self._groups.append(self._group)
            if len(self._groups) > _DEEPEST:
                raise ReadingError(f"the RTF document nests its groups {_DEEPEST:,} deep; no export does")
        elif len(self._groups) > 1:
            self._groups.pop()

    def _word(self, word: bytes, digits: bytes | None) -> int:
        """Follows a control word; the number of raw bytes after it that are no RTF."""
        self._flush()
        number = int(digits) if digits is not None else None
        optional, self._optional = self._optional, False
        if word == b"bin":
            return max(number or 0, 0)
        if word == b"fonttbl":
            self._set(unread=True, fonts=True)
        elif word in _UNREAD or (optional and word not in (b"shppict", b"fldrslt")):
            self._set(unread=True)
        elif word in _PARAGRAPHS:
            self._write(_END)
        elif word in _TEXT:
            self._write(_TEXT[word])
        elif word == b"u" and number is not None:
            self._write(chr(number % 0x10000))
            self._skip = self._group.substitutes
        else:
            self._setting(word, number)
        return 0

    def _setting(self, word: bytes, number: int | None) -> None:
        if word == b"ansicpg" and number is not None:
            self._codec = _known(f"cp{number}") or self._codec
        elif word == b"mac":
            self._codec = "mac-roman"
        elif word == b"uc" and number is not None:
            self._set(substitutes=max(number, 0))
        elif word == b"v":
            self._set(hidden=number != 0)
        elif word == b"plain":
            self._set(font=None, hidden=False)
        elif word == b"f" and number is not None:
            self._set(font=number)
        elif word == b"fcharset" and self._group.fonts and self._group.font is not None:
            codec = _CHARSETS.get(number or 0)
            if codec is not None and len(self._fonts) < 10_000:
                self._fonts[self._group.font] = codec

    def _symbol(self, symbol: bytes) -> None:
        self._flush()
        if symbol == b"*":
            self._optional = True
        elif symbol in _SYMBOLS:
            self._write(_SYMBOLS[symbol])

    def _raw(self, data: bytes) -> None:
        self._optional = False
        if self._skip:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            data = data[skipped:]
        font = self._group.font
        codec = self._fonts.get(font, self._codec) if font is not None else self._codec
        if codec != self._bytes_codec:
            self._flush()
            self._bytes_codec = codec
        if not self._group.unread and not self._group.hidden:
            self._bytes += data

    def _flush(self) -> None:
        if self._bytes:
            self._parts.append(self._bytes.decode(self._bytes_codec, "replace"))
            self._bytes.clear()

    def _write(self, text: str) -> None:
        if self._group.unread or self._group.hidden or (text == _END and self._parts[-1:] == [_END]):
            return
        self._parts.append(text)


def _known(codec: str) -> str | None:
    """A code page by Python's name; None where Python has none of that number."""
    try:
        name = codecs.lookup(codec).name
    except LookupError:
        return None
    return name
