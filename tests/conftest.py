"""What tests of all parts share."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest


@pytest.fixture(scope="session")
def seconds_of() -> Callable[[Callable[[], object]], float]:
    """The processor time that some work takes, without the collector: it looks at all that other tests have left."""

    def measured(work: Callable[[], object]) -> float:
        enabled = gc.isenabled()
        gc.disable()
        try:
            start = time.process_time()
            work()
            return time.process_time() - start
        finally:
            if enabled:
                gc.enable()

    return measured
