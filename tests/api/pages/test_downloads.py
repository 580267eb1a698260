"""What is shown, as a Parquet file."""

from __future__ import annotations

from io import BytesIO

import pytest
from starlette.testclient import TestClient

from sayso.export import parquet

tables = pytest.importorskip("pyarrow.parquet")


@pytest.mark.parametrize("kind", ["claims", "events"])
@pytest.mark.parametrize("base", ["", "/api/v1"])
def test_a_parquet_file_has_the_rows_of_the_lines(client: TestClient, base: str, kind: str) -> None:
    answer = client.get(f"{base}/{kind}.parquet")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="{kind}.parquet"'
    rows = tables.read_table(BytesIO(answer.content)).to_pylist()
    lines = client.get(f"/api/v1/{kind}?limit=1000").json()[kind]
    assert rows == [{name: value for name, value in line.items() if name != "marks"} for line in lines]


def test_a_page_of_hits_leads_to_the_file(client: TestClient) -> None:
    assert "/claims.parquet?q=lorries" in client.get("/claims?q=lorries").text


def test_where_the_library_is_missing_it_is_told_and_not_offered(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "find_spec", lambda name: None)
    told = client.get("/api/v1/claims.parquet")
    assert (told.status_code, told.json()["title"]) == (501, "Not installed")
    assert "pip install 'sayso[parquet]'" in told.json()["detail"]
    assert client.get("/claims.parquet").status_code == 501
    assert ".parquet" not in client.get("/claims?q=lorries").text
