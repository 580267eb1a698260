from sayso.comparing.story import story_of
from sayso.schema.document import Passage
from tests.comparing.writing import WIRE, document, story


def test_only_telling_passages_are_compared() -> None:
    text = "Bridge falls\n\nBy Ada Roe\n\nFour drivers died.\n\nSubscribe now."
    kinds = [("headline", 14), ("byline", 26), ("body", 46), ("boilerplate", len(text))]
    starts = [0, *(end for _, end in kinds)]
    passages = tuple(Passage(kind, start, end) for (kind, end), start in zip(kinds, starts, strict=False))  # type: ignore[arg-type]
    assert story_of(document(text, passages=passages)).words == ("bridge", "falls", "four", "drivers", "died")


def test_each_word_stands_where_its_place_says() -> None:
    told = story(WIRE)
    assert WIRE[slice(*told.places[told.words.index("collapsed")])] == "collapsed"


def test_words_in_quotation_marks_are_told_apart_from_narration() -> None:
    told = story(WIRE)
    quoted = [word for word, inside in zip(told.words, told.quoted, strict=True) if inside]
    assert quoted == ["we", "wrote", "to", "them", "twice", "and", "nobody", "answered"]
    assert told.own == len(told.words) - 8


def test_names_are_capitals_inside_sentences_and_numbers_but_no_weekdays() -> None:
    told = story("On Sunday 14 lorries left Dorsk. Farmers of Velmora waited.")
    assert told.names == {"14", "dorsk", "velmora"}
