"""One entry of a codebook's file, read field by field; what is wrong with it is said in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sayso.codebook.errors import CodebookError

Choice = TypeVar("Choice", bound=str)

TRUE = frozenset(("true", "yes"))
FALSE = frozenset(("false", "no"))
SHOWN = 60


def shown(value: object) -> str:
    """What came, short enough for a sentence."""
    text = repr(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


@dataclass(slots=True)
class Entry:
    """A mapping of the file, and the names that lead a reader to it.

    Attributes:
        file: the file's name.
        name: the entry's ("trigger 3 (shell)").
        fields: what stands in it.
        read: the fields asked for so far; `done` refuses the others.
    """

    file: str
    name: str
    fields: dict[str, Any]
    read: set[str] = field(default_factory=set)

    def error(self, expected: str) -> CodebookError:
        return CodebookError(f"{self.file}, {self.name}: {expected}")

    def get(self, key: str) -> Any:
        """The field as it stands; None where it is missing or empty."""
        self.read.add(key)
        value = self.fields.get(key)
        return None if value in ("", [], {}) else value

    def optional(self, key: str) -> str | None:
        value = self.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"{key} should be a text, not {shown(value)}")
        return value.strip()

    def text(self, key: str) -> str:
        value = self.optional(key)
        if value is None:
            raise self.error(f"{key} is missing and should be a text")
        return value

    def choice(self, key: str, choices: Sequence[Choice]) -> Choice | None:
        value = self.get(key)
        if value is None:
            return None
        for one in choices:
            if one == value:
                return one
        raise self.error(f"{key} should be one of {', '.join(choices)}, not {shown(value)}")

    def number(self, key: str, *, low: float, high: float) -> float | None:
        value = self.get(key)
        if value is None:
            return None
        wrong = self.error(f"{key} should be a number from {low:g} to {high:g}, not {shown(value)}")
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise wrong
        try:
            number = float(value)
        except ValueError:
            raise wrong from None
        if not low <= number <= high:
            raise wrong
        return number

    def flag(self, key: str) -> bool:
        value = self.get(key)
        if value is None or value is False or value in FALSE:
            return False
        if value is True or value in TRUE:
            return True
        raise self.error(f"{key} should be true or false, not {shown(value)}")

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts; a lone text counts as a list of one."""
        value = self.get(key)
        if value is None:
            return ()
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(one, str) and one.strip() for one in listed):
            raise self.error(f"{key} should be a list of texts, not {shown(value)}")
        return tuple(one.strip() for one in listed)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """A mapping of text to text."""
        value = self.get(key)
        if value is None:
            return ()
        if not isinstance(value, dict) or not all(
            isinstance(k, str) and isinstance(v, str) for k, v in value.items()
        ):
            raise self.error(f"{key} should be a mapping of text to text, not {shown(value)}")
        return tuple(value.items())

    def entries(self, key: str, singular: str, naming: str) -> Iterator[Entry]:
        """The mappings listed under a field; `naming` is the field of theirs that names them."""
        value = self.get(key)
        if value is not None and not isinstance(value, list):
            raise self.error(f"{key} should be a list, not {shown(value)}")
        for number, one in enumerate(value or (), 1):
            named = one.get(naming) if isinstance(one, dict) else None
            name = f"{singular} {number}" + (f" ({named})" if isinstance(named, str) else "")
            if self.name:
                name = f"{self.name}, {name}"
            if not isinstance(one, dict):
                raise CodebookError(
                    f"{self.file}, {name}: should be a mapping with {naming}, not {shown(one)}"
                )
            yield Entry(self.file, name, one)

    def done(self) -> None:
        """Refuses fields that nobody asked for: a misspelt one would be lost in silence."""
        unknown = [key for key in self.fields if key not in self.read]
        if unknown:
            known = ", ".join(sorted(self.read))
            raise self.error(f"there is no field {shown(unknown[0])}; the fields are {known}")
