"""A corpus in the layout of MUC-4, made up: two texts of which one names organisations."""

from __future__ import annotations

from pathlib import Path

TEXTS = """
TST9-MUC4-0001 (MADE UP)

   PORT VELMOR, 4 FEB 90 (VNA) -- [TEXT] THE COAST GUARD SHELLED TWO
FISHING VILLAGES TODAY.  THE NORTHERN FRONT (NF) SAID IT HAD BLOWN UP
THE BRIDGE AT DRANIK.

   THE MINISTRY ACCUSED THE RIVER LEAGUE OF KIDNAPPING A JUDGE.


TST9-MUC4-0002

   DRANIK, NO DATE (VNA) -- [TEXT] RAIN FELL ON THE HARBOUR.
"""

MIXED = """TST9-MUC4-0001

   PORT VELMOR, 4 Feb 90 (VNA) -- [TEXT] The Coast Guard shelled two
fishing villages today.
"""

KEY = r"""
;;; made up
0.  MESSAGE: ID                     TST9-MUC4-0001 (MADE UP)
1.  MESSAGE: TEMPLATE               1
4.  INCIDENT: TYPE                  ATTACK
9.  PERP: INDIVIDUAL ID             "SAILORS"
10. PERP: ORGANIZATION ID           "COAST GUARD"
11. PERP: ORGANIZATION CONFIDENCE   REPORTED AS FACT: "COAST GUARD"
12. PHYS TGT: ID                    "VILLAGES"
                                    "NO ORGANISATION"

0.  MESSAGE: ID                     TST9-MUC4-0001 (MADE UP)
1.  MESSAGE: TEMPLATE               2
10. PERP: ORGANIZATION ID           "NORTHERN FRONT" / "NF" / "THE \"FRONT\""
                                    ? "FISHERMEN'S UNION"
;;; a remark between the lines
                                    "RIVER LEAGUE"
11. PERP: ORGANIZATION CONFIDENCE   CLAIMED OR ADMITTED / REPORTED AS FACT: "NF"
                                    ? POSSIBLE: "FISHERMEN'S UNION"
                                    SUSPECTED OR ACCUSED BY AUTHORITIES: "RIVER LEAGUE" ; perhaps

0.  MESSAGE: ID                     TST9-MUC4-0001 (MADE UP)
1.  MESSAGE: TEMPLATE               3 (OPTIONAL)
10. PERP: ORGANIZATION ID           "THE RIVER LEAGUE"
11. PERP: ORGANIZATION CONFIDENCE   POSSIBLE: "THE RIVER LEAGUE"

0.  MESSAGE: ID                     TST9-MUC4-0002
1.  MESSAGE: TEMPLATE               *
10. PERP: ORGANIZATION ID           *
11. PERP: ORGANIZATION CONFIDENCE   *
"""


def write_corpus(folder: Path, *, texts: str = TEXTS, key: str = KEY) -> Path:
    """The folder, with the corpus as deep in it as the published one is."""
    inner = folder / "TASK" / "CORPORA" / "tst9"
    inner.mkdir(parents=True)
    (inner / "tst9-muc4").write_text(texts, "ascii")
    (inner / "key-tst9.v1").write_text(key, "ascii")
    (folder / "README").write_text("About the corpus.\n", "ascii")
    (inner / "scores.Z").write_bytes(bytes(range(256)))
    return folder
