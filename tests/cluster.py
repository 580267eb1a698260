"""A Ray cluster for the tests: a real one on this machine, for as long as a module of tests runs.

Where Ray is not installed the tests say so; with SAYSO_CI set, that is an error.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

import pytest

PROCESSORS = 8  # as the cluster counts them; actors wait for one another's turn on the real ones
NO_RAY = 'Ray is not installed, so nothing is known about runs on a cluster; pip install "sayso[ray]"'
_LAST = (3, 13)  # of Python, for which there is a Ray


@contextmanager
def cluster() -> Iterator[None]:
    """What is run on Ray within the block is run on this cluster."""
    if find_spec("ray") is None:
        if os.environ.get("SAYSO_CI") and sys.version_info[:2] <= _LAST:
            pytest.fail(NO_RAY)
        pytest.skip(NO_RAY)
    import ray

    from sayso.runs.actors import joined

    with joined(None, PROCESSORS):
        assert ray.is_initialized()
        yield
