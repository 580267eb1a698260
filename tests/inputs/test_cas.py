"""Annotated documents of strangers: what is read, and what is refused."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import cassis
import pytest

from sayso.inputs import cas
from sayso.inputs.cas import read_cas
from sayso.reading import ReadingError

TEXT = "The 🛰 ministry said the ferry sank."


def annotated(text: str = TEXT) -> Any:
    """A document with a source, a cue that points to it, and a word that nobody uses."""
    types = cassis.TypeSystem()
    source = types.create_type("x.Source", "uima.tcas.Annotation")
    types.create_feature(source, "kind", "uima.cas.String")
    link = types.create_type("x.Link", "uima.cas.TOP")
    types.create_feature(link, "target", source)
    cue = types.create_type("x.Cue", "uima.tcas.Annotation")
    types.create_feature(cue, "sources", "uima.cas.FSArray", elementType=link)
    made = cassis.Cas(typesystem=types)
    made.sofa_string, made.sofa_mime = text, "text"
    one = source(begin=0, end=14, kind="body")
    links = types.get_type("uima.cas.FSArray")(elements=[link(target=one)])
    made.add(one)
    made.add(cue(begin=15, end=19, sources=links))
    return made


def written(tmp_path: Path, content: bytes, name: str = "one.json") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def packed(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_annotations_are_read_with_values_links_and_places_in_code_points(tmp_path: Path) -> None:
    (found,) = read_cas(written(tmp_path, annotated().to_json().encode()))
    assert found.text == TEXT
    source, cue = sorted(
        (one for one in found.annotations if one.type.startswith("x.")), key=lambda one: one.start
    )
    assert found.text[source.start : source.end] == "The 🛰 ministry"
    assert found.text[cue.start : cue.end] == "said"
    assert source.values == {"kind": "body"}
    assert cue.links == {"sources": (source.number,)}


def test_what_was_taken_from_the_index_is_no_annotation_and_no_target(tmp_path: Path) -> None:
    made = annotated()
    (source,) = made.select("x.Source")
    made.remove(source)
    (found,) = read_cas(written(tmp_path, made.to_json().encode()))
    (cue,) = (one for one in found.annotations if one.type == "x.Cue")
    assert not [one for one in found.annotations if one.type == "x.Source"]
    assert cue.links == {"sources": ()}


def test_an_archive_of_archives_is_read_to_its_documents(tmp_path: Path) -> None:
    inner = packed({"anna.json": annotated().to_json().encode(), "TypeSystem.xml": b"<x/>"})
    other = annotated("Another text of some length here.").to_json().encode()
    path = written(
        tmp_path, packed({"a/one.zip": inner, "b/two.json": other, "settings.json": b"{}"}), "p.zip"
    )
    assert [(one.name, one.text[:7]) for one in read_cas(path)] == [
        ("anna.json", TEXT[:7]),
        ("b/two.json", "Another"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no json",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"%FEATURE_STRUCTURES": [], "%VIEWS": {}}',
        b'{"%FEATURE_STRUCTURES": [7], "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": []}}}',
        b"[" * 100_000,
        b"PK\x03\x04 and no archive",
        packed({"notes.txt": b"nothing"}),
        annotated().to_json().replace("The ", "The \\ud800").encode(),
        packed({"one.json": b'{"%FEATURE_STRUCTURES": 3, "%VIEWS": 4}'}),
    ],
)
def test_what_is_no_annotated_document_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ReadingError, match=r"UIMA CAS|damaged archive"):
        list(read_cas(written(tmp_path, content)))


@pytest.mark.parametrize(("begin", "end"), [(-1, 3), (4, 2), (0, 10_000), ("a", 3), (None, 3)])
def test_an_annotation_that_leaves_the_text_is_refused(tmp_path: Path, begin: Any, end: Any) -> None:
    plain = json.loads(annotated().to_json())
    for one in plain["%FEATURE_STRUCTURES"]:
        if one["%TYPE"] == "x.Source":
            one["begin"], one["end"] = begin, end
    with pytest.raises(ReadingError, match="UIMA CAS"):
        list(read_cas(written(tmp_path, json.dumps(plain).encode())))


def test_an_archive_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cas, "MOST_BYTES", 100)
    with pytest.raises(ReadingError, match="more than 100 bytes"):
        list(read_cas(written(tmp_path, packed({"one.json": b" " * 101}), "p.zip")))
    with pytest.raises(ReadingError, match="more than 100 bytes"):
        list(read_cas(written(tmp_path, b" " * 101)))
