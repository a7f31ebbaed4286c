"""What holds for all tests: no property may fail because a machine is slow."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("newsdiff", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newsdiff")
