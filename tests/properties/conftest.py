"""How long hypothesis looks: seconds in a usual run; ``HYPOTHESIS_PROFILE=long`` looks for minutes."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

_PATIENT = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("usual", max_examples=150, deadline=None, derandomize=True, suppress_health_check=_PATIENT)
settings.register_profile(
    "long",
    max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "20000")),
    deadline=None,
    suppress_health_check=_PATIENT,
    phases=[*Phase],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))
