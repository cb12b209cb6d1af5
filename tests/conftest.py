"""Options and fixtures of all tests."""

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("gate", derandomize=True)
settings.register_profile(
    "explore", derandomize=False, print_blob=True, suppress_health_check=list(HealthCheck)
)
settings.load_profile("gate")  # a commit passes or fails alike wherever it is tested


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write the golden conversations anew")
