"""One thread for the products of small matrices: two would wait for each other longer than they reckon.

What belongs here: how long the limit holds, which threads it binds. Beside another busy process the waiting alone makes the
tagger ten times slower.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import Any


def one_thread() -> AbstractContextManager[Any]:
    """Let numpy's matrix products take one thread while the context lasts, in the whole process."""
    limited: AbstractContextManager[Any] = _pools().limit(limits=1, user_api="blas")
    return limited


@cache
def _pools() -> Any:
    """Find the libraries that multiply matrices, once; numpy has to be loaded before."""
    import numpy as np  # noqa: F401
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
