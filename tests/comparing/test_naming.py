import pytest

from sayso.comparing.naming import named


@pytest.mark.parametrize(
    ("text", "name", "owners", "roles"),
    [
        ("Defence Minister Ilan Marsh", "ilan marsh", set(), {"defence", "minister"}),
        ("Sarnovia’s foreign minister, Oren Castel", "oren castel", {"sarnov"}, {"foreign", "minister"}),
        ("Colonel Adan Brel, who leads the Velmoran inquiry", "adan brel", set(), {"colonel"}),
        ("Ruta Lindgard, chief executive of Orvel Paper", "ruta lindgard", {"orvel", "paper"},
         {"chief", "executive"}),
        ("Open Roads Relief", "open roads relief", set(), set()),
        ("The Growers' Union", "growers union", set(), set()),
        ("the Teverran health ministry", "", {"teverr"}, {"health", "ministry"}),
        ("the Icelandic government", "", {"ISL"}, {"government"}),
        ("the mayor of Dorsk", "", {"dorsk"}, {"mayor"}),
        ("Police", "", set(), {"police"}),
    ],
)  # fmt: skip
def test_a_source_is_read_as_a_name_whose_it_is_and_what_it_is(
    text: str, name: str, owners: set[str], roles: set[str]
) -> None:
    found = named(text)
    assert " ".join(found.name) == name
    assert (set(found.owners), set(found.roles)) == (owners, roles)


@pytest.mark.parametrize(
    "text", ["the health ministry", "Police", "the army of Pelmar", "a study by the Lake Board"]
)
def test_bodies_are_one_and_the_same_tomorrow(text: str) -> None:
    assert named(text).body


@pytest.mark.parametrize(
    "text", ["officials", "a government official", "an army officer", "a new poll", "Ilan Marsh"]
)
def test_people_and_any_new_poll_are_no_body(text: str) -> None:
    assert not named(text).body


def test_somebody_is_found_by_the_words_and_the_initials_of_a_name_and_a_body_by_whose_it_is() -> None:
    assert named("Open Roads Relief, an Ostrand charity").words == {"open", "roads", "relief", "orr"}
    assert named("Teverra's health ministry").words == {"teverra"}


@pytest.mark.parametrize(
    "text", ["", "he", "They", "’s", "—", "(R-Ga.)", "of", "Of of Of", "THE", "Mr.", "1", "\ud800"]
)
def test_odd_words_never_fail(text: str) -> None:
    assert named(text) == named(text)
