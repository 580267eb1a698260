"""`python -m sayso`: the command line, where its script is not in the path."""

from __future__ import annotations

from sayso.cli import main

main()
