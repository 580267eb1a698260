"""The lines of an export, whichever container they came in: DOCX, RTF, HTML or plain text."""

from __future__ import annotations

from pathlib import Path

from sayso.inputs.docx import SIGNATURE as DOCX
from sayso.inputs.docx import docx_lines
from sayso.inputs.rtf import SIGNATURE as RTF
from sayso.inputs.rtf import rtf_lines
from sayso.reading import ReadingError
from sayso.reading.decoding import decode, is_wide
from sayso.reading.outline import outline
from sayso.reading.sniffing import kind_of, refuse_binary

# The archives hand out some hundreds of articles at a time; with pictures that is 50 MB of RTF.
MAX_BYTES = 100_000_000


def lines_of(path: Path) -> list[str]:
    """The lines of a file, with an empty one between two paragraphs.

    Raises:
        ReadingError: beyond the bounds, damaged, binary or empty.
        OSError: the file cannot be read.
    """
    if path.stat().st_size > MAX_BYTES:
        raise ReadingError(
            f"the file is larger than {MAX_BYTES // 1_000_000} MB; export fewer documents at a time"
        )
    data = path.read_bytes()
    if data.startswith(DOCX):
        return docx_lines(data)
    return rtf_lines(data) if data.startswith(RTF) else text_lines(data, path.name)


def text_lines(data: bytes, name: str) -> list[str]:
    """The lines of plain text, or of a page with each of its blocks on one.

    Raises:
        ReadingError: binary data, or a page of more tags than any has.
    """
    if not is_wide(data):
        refuse_binary(data, "the file")
    text = decode(data)
    if kind_of(text, name) == "html":
        return [line for block in outline(text).blocks for line in (block.text, "")]
    return [line.rstrip() for line in text.replace("\f", "\n").splitlines()]
