from __future__ import annotations

from sayso.attribution.kinds import describe
from sayso.attribution.phrases import Phrases
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.syntax import Syntax
from tests.linguistics.trees import analysis

TREE = "monitors/NOUN/2/nsubj told/VERB/0/root Tolan/PROPN/2/obj"


def test_a_description_that_the_encoder_labels_is_not_named() -> None:
    seen = analysis([TREE], {"monitors": "Person", "Tolan": "Person"})
    phrases, kinds = Phrases(seen, Syntax(seen)), Coreference(seen).kinds
    assert phrases.source((0, 1), None, kinds).labels == (None,)
    assert phrases.source((2, 3), None, kinds).labels == ("person",)
    assert describe(phrases.source((0, 1), None, kinds)).identity == "unnamed_group"
    assert describe(phrases.source((2, 3), None, kinds)).identity == "named_person"
