"""What all tests share: none of them keeps anything in the home of whoever runs them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPYDESK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield
