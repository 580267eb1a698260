"""What the heads are told. Every loss is over what a corpus knows and leaves the rest open."""

from __future__ import annotations

import torch
from torch import Tensor


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


def _marginal(scores: Tensor, allowed: Tensor) -> Tensor:
    if not len(scores):
        return scores.sum() * 0.0
    inside = torch.logsumexp(scores.masked_fill(~allowed, -1e4), -1)
    return (torch.logsumexp(scores, -1) - inside).mean()
