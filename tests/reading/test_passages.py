from __future__ import annotations

import pytest

from sayso.reading import read_document

LEDE = "The council of Corrin met on Monday and heard what the engineers had found under the old bridge."
MORE = "Nobody was hurt, the fire service said, and the road will be closed until the weekend at the least."


def passages(text: str) -> list[tuple[str, str]]:
    document = read_document(text)
    return [(at.kind, document.text[at.start : at.end].strip()) for at in document.passages]


def kind_of(paragraph: str) -> str:
    """The kind of a paragraph that stands at the end of a story."""
    return passages(f"{LEDE}\n\n{MORE}\n\n{paragraph}")[-1][0]


@pytest.mark.parametrize(
    "headline",
    [
        "Bridge closed after cracks found",
        "Old Bridge Closed After Engineers Find Cracks.",
        "Who knew about the cracks?",
        "‘We warned them,’ says engineer",
    ],
)
def test_the_first_short_line_is_the_headline(headline: str) -> None:
    assert passages(f"{headline}\n\n{LEDE}\n\n{MORE}")[0] == ("headline", headline)


@pytest.mark.parametrize(
    "first",
    [
        LEDE,
        "The council met on Monday.",
        '"We warned them," the engineer said',
        "He was told to wait by the police, the neighbours said.",
    ],
)
def test_a_first_sentence_of_the_story_is_no_headline(first: str) -> None:
    assert passages(f"{first}\n\n{LEDE}\n\n{MORE}")[0][0] == "body"


def test_a_standfirst_stands_between_headline_and_byline() -> None:
    text = f"Bridge closed\n\nEngineers had warned the council twice.\n\nBy Jane Doe\n\n{LEDE}\n\n{MORE}"
    assert [kind for kind, _ in passages(text)] == ["headline", "summary", "byline", "body"]


def test_a_first_sentence_under_a_headline_is_body_where_nothing_sets_it_apart() -> None:
    assert [kind for kind, _ in passages(f"Bridge closed\n\nNobody was hurt.\n\n{LEDE}")] == [
        "headline",
        "body",
    ]


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("Editor's note: The council did not reply to our questions.", "commentary"),
        ("Author’s comment: this was bound to happen.", "commentary"),
        ("Analysis: The council has little money left.", "commentary"),
        ("I think the bridge should never have been built.", "commentary"),
        ("The report is thin and, in our view, late.", "commentary"),
        ("“I think the bridge is lost,” said the mayor.", "body"),
        ("‘I think the bridge is lost,’ said the mayor.", "body"),
        ("MAYOR TOLL: I think the bridge is lost.", "body"),
        ("I think the bridge is lost, the mayor said.", "body"),
        ("According to the mayor, we believe in bridges.", "body"),
        ("An analysis of the steel will take a month, the council said.", "body"),
        ("Correction: The bridge was built in 1911, not 1921.", "correction"),
        ("This article was amended on 3 May 2025 to give the right year.", "correction"),
        ("An earlier version of this story gave the wrong year.", "correction"),
        ("Editor's note: An earlier version of this story gave the wrong year.", "correction"),
        ("Corrections officers guarded the bridge through the night.", "body"),
        ("An earlier version of the report gave another year, the mayor said.", "body"),
        ("FILE - The bridge in winter, before the cracks were found.", "caption"),
        ("The bridge in winter. Photograph: Sari Dovan/Courier Pictures", "caption"),
        ("A worker looks at the bridge on Monday. (AP Photo/Sari Dovan)", "caption"),
        ("The file was closed on Monday, and a photograph was kept.", "body"),
        ("Sign up for our morning newsletter", "boilerplate"),
        ("Share on Facebook", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("Read more: What the engineers found", "boilerplate"),
        ("Follow us on Facebook and Instagram", "boilerplate"),
        ("© 2025 The Haldmere Courier", "boilerplate"),
        ("Subscribers to the fund will lose a third of their money.", "body"),
        ("Follow the money, said the auditor.", "body"),
        ("Share prices fell on the news.", "body"),
        ("Copyright law is being rewritten by the assembly.", "body"),
        ("Read more books, the mayor told the pupils.", "body"),
        ("(Reporting by Jane Doe; editing by John Roe)", "byline"),
        ("Reuters contributed to this report", "byline"),
        ("The rain contributed to the flood.", "body"),
    ],
)
def test_paragraphs_are_told_by_their_whole_shape(paragraph: str, kind: str) -> None:
    assert kind_of(paragraph) == kind


def test_a_label_holds_for_the_paragraphs_after_it() -> None:
    text = f"Bridge closed\n\n{LEDE}\n\nAnalysis\n\n{MORE}\n\nIt will not be the last."
    assert [kind for kind, _ in passages(text)] == ["headline", "body", "commentary"]


def test_an_opinion_label_above_the_story_makes_all_of_it_commentary() -> None:
    kinds = [kind for kind, _ in passages(f"OPINION\n\nThe bridge we deserve\n\n{LEDE}\n\n{MORE}")]
    assert kinds == ["commentary", "headline", "commentary"]
    assert [kind for kind, _ in passages(f"Opinion: The bridge we deserve\n\n{LEDE}\n\n{MORE}")] == [
        "headline",
        "commentary",
    ]


def test_an_editors_note_above_the_story_is_one_paragraph() -> None:
    kinds = [kind for kind, _ in passages(f"Bridge closed\n\nEditor's note\n\nWe changed a name.\n\n{LEDE}")]
    assert kinds == ["headline", "commentary", "body"]


def test_i_think_inside_a_quotation_over_several_paragraphs_is_not_the_author() -> None:
    text = f"{LEDE}\n\n“We waited,” said the mayor. “It was dark.\n\n“I think nobody knew.”"
    assert {kind for kind, _ in passages(text)} == {"body"}


def test_in_a_very_long_paragraph_only_the_sentence_is_comment() -> None:
    text = f"{LEDE} " * 8 + "I think this is wrong. " + f"{MORE} " * 8
    assert [(kind, len(words) < 40) for kind, words in passages(text)] == [
        ("body", False),
        ("commentary", True),
        ("body", False),
    ]


def test_two_comments_in_a_row_are_one_passage() -> None:
    text = f"{LEDE} " * 8 + "I think this is wrong. We believe it was late. " + f"{MORE} " * 8
    document = read_document(text)
    assert [(at.kind, at.end > at.start) for at in document.passages] == [
        ("body", True),
        ("commentary", True),
        ("body", True),
    ]


def test_a_comment_that_ends_a_very_long_paragraph_leaves_nothing_behind_it() -> None:
    text = f"{LEDE} " * 10 + f"I think this is wrong.\n\n{LEDE}"
    assert [kind for kind, _ in passages(text)] == ["body", "commentary", "body"]


def test_a_comment_behind_a_dateline_is_one_sentence_of_a_very_long_paragraph() -> None:
    text = "TARSK, March 3 (Reuters) - We believe the town is safe. " + f"{LEDE} " * 60
    shown = passages(text)
    assert [kind for kind, _ in shown] == ["dateline", "commentary", "body"]
    assert shown[1][1] == "We believe the town is safe."


def test_beside_what_others_said_only_the_sentence_is_comment() -> None:
    text = f"{LEDE}\n\n{LEDE} The mayor said the bridge was safe. I think this is wrong."
    assert passages(text)[-1] == ("commentary", "I think this is wrong.")


@pytest.mark.parametrize(
    "before",
    [
        "Will the bridge be built again?",
        "This is what the mayor wrote to us:",
        "Q: Will the bridge be built again?\n\nA: It will.",
        "Ladies and gentlemen, the bridge is lost.",
    ],
)
def test_answers_and_speeches_without_quotation_marks_are_not_the_author(before: str) -> None:
    shown = passages(f"{LEDE}\n\n{before}\n\nI think it will take a year.")
    assert {kind for kind, _ in shown} == {"body"}


def test_a_headline_that_announces_a_transcript_is_believed() -> None:
    shown = passages(f"Full text of the speech by Ana Toll\n\n{LEDE}\n\nI think it will take a year.")
    assert [kind for kind, _ in shown] == ["headline", "body"]


def test_what_is_run_on_behind_the_last_sentence_is_cut_off() -> None:
    text = f"{LEDE} {MORE} • This article was amended on 3 May. An earlier version gave the wrong year."
    assert [kind for kind, _ in passages(text)] == ["body", "correction"]
    assert [
        kind for kind, _ in passages(f"{LEDE} {MORE} Agence France-Presse contributed to this report")
    ] == [
        "body",
        "byline",
    ]


def test_a_communique_is_the_word_of_whoever_issued_it() -> None:
    shown = passages(f"SELM, 3 MAR 91 (RADIO TARSK) -- [COMMUNIQUE] [NORTHERN FRONT] [TEXT] {LEDE}\n\n{MORE}")
    assert [kind for kind, _ in shown] == ["dateline", "commentary"]
    shown = passages(f"SELM, 3 MAR 91 (RADIO TARSK) -- [REPORT] [ANA DUR] [TEXT] {LEDE}\n\n{MORE}")
    assert [kind for kind, _ in shown] == ["dateline", "body"]
