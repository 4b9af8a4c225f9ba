"""What all tests share: options, counts, and that none keeps anything in the home of who runs them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest

_NETWORK = frozenset(
    f"socket.{name}"
    for name in ("connect", "bind", "sendto", "getaddrinfo", "gethostbyname", "gethostbyaddr")
)


def _forbid_network(event: str, given: tuple[object, ...]) -> None:
    """Copydesk asks nobody, nor do its tests: what they run in this process cannot."""
    if event in _NETWORK:
        raise OSError("no network in tests")


sys.addaudithook(_forbid_network)

_COUNTS = pytest.StashKey[dict[str, int]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--inputs",
        type=int,
        default=10_000,
        metavar="N",
        help="how many mutated inputs tests/hostile checks (10,000)",
    )
    parser.addoption(
        "--long",
        action="store_true",
        help="run what takes minutes, too: larger inputs, more kills, more articles",
    )


@pytest.fixture
def long(pytestconfig: pytest.Config) -> bool:
    """Whether a test may take minutes."""
    return bool(pytestconfig.getoption("--long"))


@pytest.fixture
def counted(pytestconfig: pytest.Config) -> Callable[[int, str], None]:
    """Say how many of what a test has tried; the end of the run shows it."""

    def add(count: int, what: str) -> None:
        counts = pytestconfig.stash.setdefault(_COUNTS, {})
        counts[what] = counts.get(what, 0) + count

    return add


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    counts = config.stash.get(_COUNTS, {})
    if counts:
        terminalreporter.section("tried and withstood")
        for what, count in counts.items():
            terminalreporter.write_line(f"{count:>9,}  {what}")


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPYDESK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield
