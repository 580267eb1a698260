"""The encoder as a torch network: one small transformer, a mix of its layers per group of heads.

The transformer is MiniLM-L6-H384 (Wang et al. 2020, arXiv:2002.10957); the arcs follow the biaffine
parser (Dozat & Manning 2017, arXiv:1611.01734) with the bilinear form folded into the projections,
and links from contents to cues are scored the same way.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.encoder.pieces import BREAKS, CASES, QUOTATION

HIDDEN, ATTENTION_HEADS, VOCABULARY, POSITIONS = 384, 12, 30522, 512
# of MiniLM-L6-H384, which every encoder that is not distilled begins with
LAYERS, INNER = 6, 1536


@dataclass(frozen=True)
class Layout:
    """Which heads there are. Adding one is adding a line to `config.toml`.

    Attributes:
        tags: name of a head that labels words -> its labels.
        pointers: name of a head that points from a word to a word -> its width.
        relations: name of a head that labels a pointer, or a pair of phrases -> its labels.
        scores: names of the heads that give a word a number.
        groups: name of a head -> the group whose mix of layers it reads (its own name by default).
        layers: of the transformer.
        inner: width of a layer's inner states.
    """

    tags: dict[str, list[str]]
    pointers: dict[str, int]
    relations: dict[str, list[str]]
    scores: list[str] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)
    layers: int = LAYERS
    inner: int = INNER

    def of_shape(self, layers: int, inner: int) -> Layout:
        """The same heads on a transformer of another shape."""
        return replace(self, layers=layers, inner=inner)

    def group(self, head: str) -> str:
        return self.groups.get(head, head)

    def all_groups(self) -> list[str]:
        return sorted({self.group(h) for h in (*self.tags, *self.pointers, *self.relations, *self.scores)})


class Layer(nn.Module):
    """One transformer layer, normalised after each sum as in BERT."""

    def __init__(self, dropout: float, inner: int = INNER) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.inner, self.outer = nn.Linear(HIDDEN, inner), nn.Linear(inner, HIDDEN)
        self.norm_attention, self.norm_output = (nn.LayerNorm(HIDDEN, eps=1e-12) for _ in range(2))
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = states.shape

        def split(x: Tensor) -> Tensor:
            return x.view(batch, length, ATTENTION_HEADS, -1).transpose(1, 2)

        q, k, v = split(self.query(states)), split(self.key(states)), split(self.value(states))
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        mixed = mixed.transpose(1, 2).reshape(batch, length, HIDDEN)
        states = self.norm_attention(states + self.dropout(self.output(mixed)))
        inner = self.outer(functional.gelu(self.inner(states)))
        out: Tensor = self.norm_output(states + self.dropout(inner))
        return out


class Pointer(nn.Module):
    """Scores word -> word; column 0 is "nothing", or the root of a sentence."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.width = width
        self.dependent, self.head = nn.Linear(HIDDEN, width), nn.Linear(HIDDEN, width)
        self.form = nn.Linear(width, width, bias=False)
        self.bias = nn.Linear(width, 1)
        self.nothing = nn.Linear(width, 1)
        self.dropout = nn.Dropout(dropout)
        nn.init.orthogonal_(self.form.weight)

    def project(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """Two (batch, words, width + 2): dot products of their rows are the scores between words.

        The last column of the first holds the score of pointing to nothing.
        """
        dependent = self.dropout(functional.gelu(self.dependent(states)))
        head = self.dropout(functional.gelu(self.head(states)))
        query = self.form(dependent) / self.width**0.5
        one = torch.ones_like(query[..., :1])
        return torch.cat([query, one, self.nothing(dependent)], -1), torch.cat([head, self.bias(head)], -1)

    def forward(self, states: Tensor) -> Tensor:
        query, key = self.project(states)
        return torch.cat([query[..., -1:], query[..., :-1] @ key.transpose(1, 2)], -1)


class Relation(nn.Module):
    """Labels a pair of words from the sum of what each brings."""

    def __init__(self, labels: int, dropout: float, width: int = 256) -> None:
        super().__init__()
        self.dependent, self.head = nn.Linear(HIDDEN, width), nn.Linear(HIDDEN, width)
        self.label = nn.Linear(width, labels)
        self.dropout = nn.Dropout(dropout)

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """(pairs, hidden) twice -> (pairs, labels)."""
        both = self.dependent(dependents) + self.head(heads)
        out: Tensor = self.label(self.dropout(functional.relu(both)))
        return out


class Encoder(nn.Module):
    """Pieces of a window in, one state per word and group of heads out."""

    def __init__(self, layout: Layout, *, dropout: float = 0.1, head_dropout: float = 0.2) -> None:
        super().__init__()
        self.layout = layout
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.case, self.breaks, self.quotation = (
            nn.Embedding(len(names), HIDDEN) for names in (CASES, BREAKS, QUOTATION)
        )
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout, layout.inner) for _ in range(layout.layers))
        self.mix = nn.ParameterDict(
            {group: nn.Parameter(torch.zeros(layout.layers)) for group in layout.all_groups()}
        )
        self.state_dropout = nn.Dropout(head_dropout)
        self.tags = nn.ModuleDict({n: nn.Linear(HIDDEN, len(labels)) for n, labels in layout.tags.items()})
        self.pointers = nn.ModuleDict({n: Pointer(w, head_dropout) for n, w in layout.pointers.items()})
        self.relations = nn.ModuleDict(
            {n: Relation(len(labels), head_dropout) for n, labels in layout.relations.items()}
        )
        self.scores = nn.ModuleDict({n: nn.Linear(HIDDEN, 1) for n in layout.scores})
        for extra in (self.case, self.breaks, self.quotation):
            nn.init.zeros_(extra.weight)
        for mix in self.mix.values():
            mix.data[-1] = 2.0

    def forward(
        self, ids: Tensor, case: Tensor, breaks: Tensor, quotation: Tensor, mask: Tensor, first: Tensor
    ) -> dict[str, Tensor]:
        """(batch, pieces) five times and (batch, words) -> group -> (batch, words, hidden)."""
        length = ids.shape[1]
        x = self.words(ids) + self.positions.weight[:length] + self.case(case)
        x = self.dropout(self.norm(x + self.breaks(breaks) + self.quotation(quotation)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        index = first.unsqueeze(-1).expand(-1, -1, HIDDEN)
        states = []
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x.gather(1, index))
        stacked = torch.stack(states)
        return {
            group: self.state_dropout((stacked * torch.softmax(weights, 0)[:, None, None, None]).sum(0))
            for group, weights in self.mix.items()
        }

    def load_start(self, folder: Path) -> None:
        """Starts from the weights of a BERT-like checkpoint folder (`model.safetensors`, `config.json`)."""
        config = json.loads((folder / "config.json").read_text())
        if (self.layout.layers, self.layout.inner) != (LAYERS, INNER):
            raise ValueError(
                f"{self.layout.layers} layers cannot start from MiniLM's {LAYERS}: see distil.py"
            )
        if (config["hidden_size"], config["num_hidden_layers"]) != (HIDDEN, LAYERS):
            raise ValueError(f"{folder} is not MiniLM-L6-H384: {config['hidden_size']} wide, give that one")
        given = load_file(folder / "model.safetensors")
        own = self.state_dict()
        for name in own:
            if (source := _start_name(name)) is not None:
                own[name] = given[source]
        # every piece was of type 0 there; that vector is part of each word's
        own["words.weight"] = own["words.weight"] + given["embeddings.token_type_embeddings.weight"][0]
        self.load_state_dict(own)


_LAYER_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "norm_attention": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "norm_output": "output.LayerNorm",
}
_TOP_NAMES = {
    "words.weight": "embeddings.word_embeddings.weight",
    "positions.weight": "embeddings.position_embeddings.weight",
    "norm.weight": "embeddings.LayerNorm.weight",
    "norm.bias": "embeddings.LayerNorm.bias",
}


def _start_name(name: str) -> str | None:
    if name in _TOP_NAMES:
        return _TOP_NAMES[name]
    parts = name.split(".")
    if parts[0] != "layers":
        return None
    return f"encoder.layer.{parts[1]}.{_LAYER_NAMES[parts[2]]}.{parts[3]}"
