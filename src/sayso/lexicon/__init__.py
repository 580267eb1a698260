"""Knowledge about words, compiled from `resources/lexicon` and read once, when first asked for."""
