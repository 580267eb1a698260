"""What the heads are told. Every loss is over what a corpus knows and leaves the rest open."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


def tag_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """Minus the log-probability of the allowed labels, over words for which some label is ruled out.

    scores (batch, words, labels), allowed the same shape, bool; all True leaves a word out.
    """
    known = ~allowed.all(-1)
    return _marginal(scores[known], allowed[known])


def pointer_loss(scores: Tensor, allowed: Tensor, candidates: Tensor) -> Tensor:
    """Minus the log-probability of the allowed targets, over words that have one.

    scores, allowed and candidates are (batch, words, words + 1); column 0 is "nothing".
    """
    known = allowed.any(-1)
    scores = scores.masked_fill(~candidates, -1e4)
    return _marginal(scores[known], allowed[known])


def score_loss(scores: Tensor, values: Tensor) -> Tensor:
    """Huber loss of (batch, words) scores over words that have a value; NaN leaves a word out."""
    known = ~values.isnan()
    if not known.any():
        return scores.sum() * 0.0
    return functional.smooth_l1_loss(scores[known], values[known])


def pair_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """Minus the log-probability of the allowed labels; both are (pairs, labels)."""
    return _marginal(scores, allowed)


def _marginal(scores: Tensor, allowed: Tensor) -> Tensor:
    if not len(scores):
        return scores.sum() * 0.0
    inside = torch.logsumexp(scores.masked_fill(~allowed, -1e4), -1)
    return (torch.logsumexp(scores, -1) - inside).mean()
