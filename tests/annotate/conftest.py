"""What the tests of engines share: the folder of small Stanza models."""

from __future__ import annotations

import os
import shutil
import warnings
from importlib.metadata import version
from importlib.util import find_spec

import pytest

from tests.annotate import trained_models


@pytest.fixture(scope="session")
def stanza_folder(request):
    """A folder of resources with models for en, it and hi, trained once and kept in pytest's cache between runs."""
    if find_spec("stanza") is None:
        pytest.skip("Stanza is not installed")
    key = trained_models.fingerprint()
    cache = request.config.cache.mkdir(f"stanza-{version('stanza')}")
    if not (cache / key).is_dir():
        unfinished = cache / f"{key}.{os.getpid()}"
        shutil.rmtree(unfinished, ignore_errors=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            trained_models.train(unfinished)
        if (cache / key).is_dir():
            shutil.rmtree(unfinished)
        else:
            unfinished.rename(cache / key)
    return cache / key
