"""Forms lead to their lemmas, by rule or by table."""

from __future__ import annotations

import pytest

from sayso.codebook.forms import lemmas, regular_lemmas


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("attacked", "attack"),
        ("raided", "raid"),
        ("seized", "seize"),
        ("planned", "plan"),
        ("allied", "ally"),
        ("shelling", "shell"),
        ("bombing", "bomb"),
        ("seizing", "seize"),
        ("stabbing", "stab"),
        ("dying", "die"),
        ("clashes", "clash"),
        ("armies", "army"),
        ("raids", "raid"),
        ("press", "press"),
    ],
)
def test_regular_endings_come_off(form: str, lemma: str) -> None:
    assert lemma in regular_lemmas(form)


def test_a_double_s_is_no_plural() -> None:
    assert "pres" not in regular_lemmas("press")


def test_the_table_adds_what_the_rules_do_not_give() -> None:
    assert "strike" in lemmas("struck", {"struck": ("strike",)})
    assert lemmas("struck", {})[0] == "struck"
