"""Matrix products on one thread: the matrices are small, and a second thread costs more than it does.

NumPy's library is the quickest there is on most processors, but takes all of them, waiting for each other
between two products; in several processes at once they stand in each other's way. ``threadpoolctl`` holds
it to one thread for as long as a batch takes. Where that is not installed, the environment variable
``OPENBLAS_NUM_THREADS=1`` does it, set before NumPy is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Floats = NDArray[np.float32]


class OneThread:
    """Holds NumPy's library to one thread while anybody is inside, and gives back what it had."""

    def __init__(self, limit: Callable[[], Any]) -> None:
        """Take what starts the limit and returns an object whose ``restore_original_limits`` ends it."""
        self._limit = limit
        self._lock = Lock()
        self._inside = 0
        self._held: Any = None

    @contextmanager
    def __call__(self) -> Iterator[None]:
        """One thread inside the block; blocks may overlap, in several threads too."""
        with self._lock:
            if not self._inside:
                self._held = self._limit()
            self._inside += 1
        try:
            yield
        finally:
            with self._lock:
                self._inside -= 1
                if not self._inside:
                    self._held.restore_original_limits()


@lru_cache(maxsize=1)
def one_thread() -> OneThread | None:
    """The holder of NumPy's library; None where it cannot be held."""
    try:
        from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]
    except ImportError:
        return None
    controller = ThreadpoolController().select(user_api="blas")
    return OneThread(lambda: controller.limit(limits=1))


def parameter(node: Model[Any, Any], name: str) -> Any:
    """A table of weights of a model's node, an array of as many dimensions as it has."""
    return np.asarray(node.get_param(name))
