"""The articles of an archive, and the files of counts that are made of them: memory stays bounded.

What is shared by the commands that count over many articles. Files are open until the run ends: an
ExitStack closes them.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final, TypeVar

from lint.article import Article, read_article
from lint.article.layout import Layout, load_layouts
from lint.cli.jobs import cores, in_order
from lint.config import Config
from lint.desk import builtin_layouts
from lint.document import read_document
from lint.files import Exclude, FileError, Found, find_articles, read_bytes, reason
from lint.source import SourceError, decode

#: How the name of a file of counts ends; any other path names articles.
COUNTS: Final = ".jsonl"
_WORTH_A_PROCESS: Final = 50  # articles

Read = TypeVar("Read")


@lru_cache(1)  # a process loads them once
def _layouts(own: tuple[Path, ...]) -> tuple[Layout, ...]:
    return (*load_layouts(own), *builtin_layouts())


def archived(found: Found, own: tuple[Path, ...]) -> Article:
    """Read the English of an article, by ``own`` layouts, too. Raises FileError."""
    if found.error:
        raise FileError(found.error)
    try:
        source = decode(read_bytes(found.path), found.path)
    except SourceError as error:
        raise FileError(str(error)) from None
    return read_article(read_document(source), _layouts(own)).in_languages(("en",))


def each_read(
    work: Callable[[Sequence[Found]], list[Read]],
    paths: Sequence[str],
    options: Namespace,
    config: Config,
    lost: Callable[[Found, str], Read],
) -> Iterator[Read]:
    """Yield what ``work`` makes of each article below some paths, in order.

    It is done in as many processes as pay; where one dies, ``lost`` gives the result, of the file
    and a word on what happened.
    """
    exclude = [Exclude(str(config.root), each) for each in config.exclude]
    files = list(find_articles([path for path in paths if not path.endswith(COUNTS)], exclude))
    workers = options.jobs or min(cores(), 1 + len(files) // _WORTH_A_PROCESS)

    def died(found: Found) -> list[Read]:
        return [lost(found, "a process died while it read this file")]

    for batch in in_order(work, files, workers=workers, lost=died):
        yield from batch


def opened(path: str, stack: ExitStack) -> IO[bytes]:
    """Open a file of counts. Raises FileError, naming it."""
    try:
        return stack.enter_context(Path(path).open("rb"))
    except OSError as error:
        raise FileError(f"{path}: cannot be read: {reason(error)}") from None


def put_by(lines: Iterable[str], stack: ExitStack) -> IO[bytes]:
    """Write lines into a file that is gone when ``stack`` closes; give it, at its beginning."""
    # ``stack`` is the context manager that closes it, which the linter sees for open() only.
    file: IO[bytes] = stack.enter_context(TemporaryFile())  # noqa: SIM115
    file.writelines(line.encode() for line in lines)
    file.seek(0)
    return file
