"""Help that is as wide as the terminal: the lines of a docstring are as wide as the source."""

from __future__ import annotations

import inspect

import typer


def flow(app: typer.Typer) -> None:
    """Takes the line ends out of the paragraphs of all commands, those of groups included."""
    for command in app.registered_commands:
        command.help = flowing(command.help or inspect.getdoc(command.callback) or "")
    for group in app.registered_groups:
        if group.typer_instance is not None:
            flow(group.typer_instance)


def flowing(text: str) -> str:
    """The paragraphs, each on one line that keeps its indent."""
    return "\n\n".join(_line(paragraph) for paragraph in text.split("\n\n"))


def _line(paragraph: str) -> str:
    words = paragraph.strip("\n")
    indent = words[: len(words) - len(words.lstrip())]
    return indent + " ".join(words.split())
