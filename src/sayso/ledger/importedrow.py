"""The cells of an imported row as the bytes that the ledger keeps, and back.

A byte that tells the form, then JSON squeezed with the names of the columns known beforehand: a row is short,
and they would be half of it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping

_FORM = 1
_LEVEL = 6
# A row and the words before it fill no larger window; to make room for one would take longer than the rest.
_WINDOW, _MEMORY = 13, 6
_PLAIN = json.JSONEncoder(ensure_ascii=False, separators=(", ", ":"))
# What is kept was squeezed with these words: they belong to the form, and another list is another form.
_WORDS = (
    b'{"Event ID":"", "Event Date":"", "Event Type":"", "Event Mode":"", "Intensity":"", "Quad Code":"",'
    b' "Contexts":"", "Actor Name":"", "Actor Country":"", "Actor COW":"", "Primary Actor Sector":"",'
    b' "Actor Sectors":"", "Actor Title":"", "Actor Name Raw":"", "Wikipedia Actor ID":"",'
    b' "Recipient Name":"", "Recipient Country":"", "Recipient COW":"", "Primary Recipient Sector":"",'
    b' "Recipient Sectors":"", "Recipient Title":"", "Recipient Name Raw":"", "Wikipedia Recipient ID":"",'
    b' "Placename":"", "City":"", "District":"", "Province":"", "Country":"", "Latitude":"",'
    b' "Longitude":"", "GeoNames ID":"", "Raw Placename":"", "Feature Type":"", "Source":"",'
    b' "Publication Date":"", "Story People":"", "Story Organizations":"", "Story Locations":"",'
    b' "Language":"", "Version":"", "Source Name":"", "Source Sectors":"", "Source Country":"",'
    b' "Event Text":"", "CAMEO Code":"", "Target Name":"", "Target Sectors":"", "Target Country":"",'
    b' "Story ID":"", "Sentence Number":"", "Publisher":"", "EventID":"", "Date":"", "Year":"", "Month":"",'
    b' "Day":"", "SourceActorFull":"", "SourceActorEntity":"", "SourceActorRole":"", "TargetActorFull":"",'
    b' "TargetActorEntity":"", "TargetActorRole":"", "EventCode":"", "EventRootCode":"", "QuadClass":"",'
    b' "GoldsteinScore":"", "Issues":"", "Lat":"", "Lon":"", "LocationName":"", "StateName":"",'
    b' "CountryCode":"", "SentenceID":"", "URLs":"", "NewsSources":"", "GLOBALEVENTID":"", "SQLDATE":"20",'
    b' "MonthYear":"20", "Year":"20", "FractionDate":"20", "Actor1Code":"", "Actor1Name":"",'
    b' "Actor1CountryCode":"", "Actor1Type1Code":"", "Actor2Code":"", "Actor2Name":"",'
    b' "Actor2CountryCode":"", "Actor2Type1Code":"", "IsRootEvent":"1", "EventCode":"",'
    b' "EventBaseCode":"", "EventRootCode":"", "QuadClass":"", "GoldsteinScale":"", "NumMentions":"",'
    b' "NumSources":"", "NumArticles":"", "AvgTone":"-", "Actor1Geo_Type":"", "Actor1Geo_FullName":"",'
    b' "Actor1Geo_CountryCode":"", "Actor1Geo_ADM1Code":"", "Actor1Geo_ADM2Code":"", "Actor1Geo_Lat":"",'
    b' "Actor1Geo_Long":"", "Actor1Geo_FeatureID":"-", "Actor2Geo_Type":"", "Actor2Geo_FullName":"",'
    b' "Actor2Geo_CountryCode":"", "Actor2Geo_ADM1Code":"", "Actor2Geo_ADM2Code":"", "Actor2Geo_Lat":"",'
    b' "Actor2Geo_Long":"", "Actor2Geo_FeatureID":"-", "ActionGeo_Type":"", "ActionGeo_FullName":"",'
    b' "ActionGeo_CountryCode":"", "ActionGeo_ADM1Code":"", "ActionGeo_ADM2Code":"", "ActionGeo_Lat":"",'
    b' "ActionGeo_Long":"", "ActionGeo_FeatureID":"-", "DATEADDED":"20", "SOURCEURL":"https://www."}'
)


def pack_row(row: Mapping[str, str]) -> bytes:
    """The cells, in their order."""
    written = _PLAIN.encode(dict(row)).encode("utf-8", "surrogatepass")
    squeezer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _WINDOW, _MEMORY, zdict=_WORDS)
    return bytes([_FORM]) + squeezer.compress(written) + squeezer.flush()


def unpack_row(packed: bytes) -> dict[str, str]:
    """The cells that `pack_row` packed.

    Raises:
        ValueError: the bytes hold none.
    """
    if packed[:1] != bytes([_FORM]):
        raise ValueError(f"it is of form {packed[:1].hex() or 'none'}, and this sayso knows form {_FORM}")
    try:
        written = zlib.decompressobj(zdict=_WORDS).decompress(packed[1:])
        row = json.loads(written.decode("utf-8", "surrogatepass"))
    except zlib.error as error:
        raise ValueError(f"no row: {error}") from None
    if not isinstance(row, dict):
        raise ValueError("no row: it holds no cells")
    return row
