"""Help is as wide as the terminal."""

from __future__ import annotations

import typer

from sayso.cli.flowing import flow, flowing


def test_lines_of_a_paragraph_are_joined_and_paragraphs_and_indents_stay() -> None:
    assert flowing("One line\nand its end.\n\n  an example") == "One line and its end.\n\n  an example"


def test_commands_of_groups_flow_as_well() -> None:
    app, group = typer.Typer(), typer.Typer()
    app.add_typer(group, name="group")

    @group.command()
    def inner() -> None:
        """Does something
        and more.
        """

    flow(app)
    assert group.registered_commands[0].help == "Does something and more."
