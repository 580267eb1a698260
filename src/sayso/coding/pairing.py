"""What one phrase is told to do to another, over every word that may be the anchor."""

from __future__ import annotations

import numpy as np

from sayso.schema.analysis import Analysis, Floats, Ints, Links


def pair_scores(analysis: Analysis, actors: Ints, recipients: Ints) -> Floats:
    """(types,) normalised log-probabilities, from the word indices of an actor and a recipient.

    Either may be empty. Every word is weighed by how well the two fit it as its actor and recipient.
    """
    events = analysis.events
    everything = np.arange(len(analysis))
    reach = _reach(events.actor, everything, actors) + _reach(events.recipient, everything, recipients)
    anchored = events.type[:, 1:] + reach[:, None]
    top = anchored.max(0)
    scores = top + np.log(np.exp(anchored - top).sum(0)) + events.pairing.scores(actors, recipients)
    found: Floats = scores - np.log(np.exp(scores - scores.max()).sum()) - scores.max()
    return found


def _reach(links: Links, words: Ints, targets: Ints) -> Floats:
    """(words,) log-probability of pointing to one of the targets, or to nothing where there are none."""
    found = np.full(len(words), -30.0, np.float32)
    for stretch in links.stretches:
        own = words[stretch.first : stretch.last]
        chances = stretch.probabilities(own)
        inside = targets[(targets >= stretch.context) & (targets < stretch.context + len(stretch.key))]
        columns = inside - stretch.context + 1 if len(targets) else np.zeros(1, np.int64)
        found[own] = np.log(chances[:, columns].sum(1) + 1e-12)
    return found
