"""Event tables with invented rows, in the layouts in which data sets are published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.inputs.eventdata import gdelt, icews, phoenix, polecat

POLECAT_ROW = {
    "Event ID": "20310604-0412-9f3c51-a",
    "Event Date": "2031-06-04",
    "Event Type": "ASSAULT",
    "Event Mode": "heavy-weapons",
    "Intensity": "-9.6",
    "Actor Name": "NOR",
    "Actor Country": "NOR",
    "Primary Actor Sector": "MIL",
    "Actor Sectors": "MIL; GOV",
    "Actor Name Raw": "the Norwegian artillery",
    "Recipient Name": "CHE",
    "Recipient Country": "CHE",
    "Primary Recipient Sector": "CVL",
    "Placename": "Brevna",
    "Country": "CHE",
    "Latitude": "46.5",
    "Longitude": "8.25",
    "Source": "The Lanner Examiner",
}
ICEWS_ROW = {
    "Event ID": "70100001",
    "Event Date": "2031-06-04",
    "Source Name": "Army (Norway)",
    "Source Sectors": "Military,Army",
    "Source Country": "Norway",
    "Event Text": "Use conventional military force",
    "CAMEO Code": "190",
    "Intensity": "-10.0",
    "Target Name": "Citizen (Switzerland)",
    "Target Sectors": "General Population / Civilian / Social",
    "Target Country": "Switzerland",
    "Story ID": "31337001",
    "Sentence Number": "4",
    "Publisher": "Lanner Press",
    "City": "Brevna",
    "Country": "Switzerland",
}
GDELT_ROW = {
    "GLOBALEVENTID": "900000101",
    "SQLDATE": "20310604",
    "MonthYear": "203106",
    "Year": "2031",
    "FractionDate": "2031.4219",
    "Actor1Code": "NORMIL",
    "Actor1Name": "NORWAY",
    "Actor2Code": "CHECVL",
    "Actor2Name": "SWITZERLAND",
    "IsRootEvent": "1",
    "EventCode": "190",
    "EventBaseCode": "190",
    "EventRootCode": "19",
    "NumMentions": "12",
    "NumSources": "2",
    "ActionGeo_FullName": "Brevna, Uri, Switzerland",
    "ActionGeo_CountryCode": "SZ",
    "ActionGeo_Lat": "46.5",
    "ActionGeo_Long": "8.25",
    "DATEADDED": "20310605",
    "SOURCEURL": "https://lanner.example/brevna",
}
PHOENIX_ROW = {
    "EventID": "20310606-1",
    "Date": "20310604",
    "Year": "2031",
    "Month": "6",
    "Day": "4",
    "SourceActorFull": "NORMIL",
    "SourceActorEntity": "NOR",
    "SourceActorRole": "MIL",
    "TargetActorFull": "CHECVL",
    "EventCode": "190",
    "EventRootCode": "19",
    "GoldsteinScore": "-10.0",
    "LocationName": "Brevna",
    "CountryCode": "CHE",
    "URLs": "https://lanner.example/9;https://observer.example/9",
    "NewsSources": "lanner;observer",
}


def lines(columns: Sequence[str], rows: Sequence[Mapping[str, str]], *, header: bool) -> str:
    """A table as text."""
    told = ["\t".join(columns)] if header else []
    told += ["\t".join(row.get(column, "") for column in columns) for row in rows]
    return "\n".join(told) + "\n"


def polecat_table(*changes: Mapping[str, str]) -> str:
    return lines(polecat.COLUMNS, [POLECAT_ROW | dict(each) for each in changes or ({},)], header=True)


def icews_table(*changes: Mapping[str, str]) -> str:
    return lines(icews.COLUMNS, [ICEWS_ROW | dict(each) for each in changes or ({},)], header=True)


def gdelt_table(columns: Sequence[str], *changes: Mapping[str, str]) -> str:
    return lines(columns, [GDELT_ROW | dict(each) for each in changes or ({},)], header=False)


def phoenix_table(*changes: Mapping[str, str], header: bool = False) -> str:
    rows = [PHOENIX_ROW | dict(each) for each in changes or ({},)]
    return lines(phoenix.COLUMNS, rows, header=header)


GDELT_COLUMNS = {57: gdelt.UNTIL_2013, 58: gdelt.FIRST, 61: gdelt.SECOND}
