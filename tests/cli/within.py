"""`sayso` without a process of its own, which takes a second each time."""

from __future__ import annotations

import io
import sys
from subprocess import CompletedProcess

import pytest

from sayso.cli import main


def ran(*arguments: str, stdin: bytes = b"") -> CompletedProcess[bytes]:
    """What the command prints into pipes, and its exit status."""
    given, out, err = (io.TextIOWrapper(io.BytesIO(there), "utf-8") for there in (stdin, b"", b""))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["sayso", *arguments])
        patch.setattr(sys, "stdin", given)
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as ended:
            main()
    printed = []
    for stream in (out, err):
        stream.flush()
        printed.append(stream.detach().getvalue())
    return CompletedProcess(["sayso", *arguments], int(ended.value.code or 0), *printed)


def ran_text(*arguments: str) -> CompletedProcess[str]:
    """The same, of a command that prints text."""
    done = ran(*arguments)
    return CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
