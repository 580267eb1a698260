"""What counts as an event: types, modes, contexts, sectors and trigger words, as data.

The default is PLOVER with definitions and trigger words of our own; a user's YAML file takes its place.
"""

from sayso.codebook.codebook import Codebook
from sayso.codebook.errors import CodebookError
from sayso.codebook.loading import load_codebook
from sayso.codebook.trigger import LightVerb, Trigger

__all__ = ["Codebook", "CodebookError", "LightVerb", "Trigger", "load_codebook"]
