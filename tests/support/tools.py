"""Programs beyond Python that some tests need: there in the continuous integration, always."""

import os
import shutil

import pytest


def tool(name: str) -> str:
    """Return where a program is; without it, skip the test visibly, or fail where CI is set."""
    found = shutil.which(name)
    if found:
        return found
    if os.environ.get("CI"):
        pytest.fail(f"{name} is missing; .ci/run installs it")
    pytest.skip(f"NOT RUN: {name} is not installed")
