"""PDF files for tests, written by hand: lines of Helvetica at the places that a test names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

PAGE_HEIGHT = 800


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text.

    Attributes:
        text: its words, in Latin letters.
        y: of its foot, in points above that of the page.
        x: of its left end, in points.
        size: of the letters, in points.
    """

    text: str
    y: float
    x: float = 60
    size: float = 10


def pdf(pages: Iterable[Sequence[Line]], *, about: Mapping[str, str] | None = None) -> bytes:
    """A PDF file with these lines on its pages and, in its dictionary, what is said about it."""
    drawn = [_drawn(lines) for lines in pages]
    first = 5
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(drawn)))
    said = " ".join(f"/{name} ({_escaped(value)})" for name, value in (about or {}).items())
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(drawn)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {said} >>",
    ]
    for number, content in enumerate(drawn):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 {PAGE_HEIGHT}]"
            f" /Resources << /Font << /F 3 0 R >> >> /Contents {first + 2 * number + 1} 0 R >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    return assembled(objects)


def assembled(objects: Sequence[str], *, trailer: str = "/Info 4 0 R") -> bytes:
    """A file of these objects, the first of them the catalogue."""
    body, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def column(paragraphs: Sequence[str], *, top: float = 720, x: float = 60, width: int = 60) -> list[Line]:
    """Paragraphs set in lines of at most `width` letters, 12 points apart and 20 between paragraphs."""
    lines, y = [], top
    for paragraph in paragraphs:
        words, line = paragraph.split(), ""
        for word in words:
            if len(line) + len(word) >= width:
                lines.append(Line(line, y, x))
                line, y = "", y - 12
            line = f"{line} {word}".strip()
        lines.append(Line(line, y, x))
        y -= 20
    return lines


def _drawn(lines: Sequence[Line]) -> str:
    return "\n".join(
        f"BT /F {line.size} Tf 1 0 0 1 {line.x} {line.y} Tm ({_escaped(line.text)}) Tj ET" for line in lines
    )


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
