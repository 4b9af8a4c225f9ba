"""Articles as they were published, and sentences of them with one error planted in each.

Both are lines of JSON, plain or gzipped. An article has ``aid``, ``title`` and ``paras`` (one that
begins with "## " is a subheading). A planted sentence has ``cls`` (the class of error: its first
word is its short name), ``aid``, ``clean``, ``bad``, and ``s`` and ``e``: where in ``bad`` the error
stands, in characters.
"""

from __future__ import annotations

import gzip
import html
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_SLACK = 1  # characters beside the error in which an alert still means it
_LONGEST = 30  # characters by which an alert may be longer than the error that it means
_SEED = 12


class Alert(NamedTuple):
    """What a tool said of a range of a text: its rule, and how loudly ("note", or anything)."""

    start: int
    end: int
    rule: str
    severity: str = ""
    message: str = ""


class Sentence(NamedTuple):
    """A published sentence and what was made of it."""

    kind: str
    article: str
    clean: str
    bad: str
    start: int
    end: int


class Published(NamedTuple):
    """An article as it was published: its paragraphs, those that are subheadings marked by True."""

    name: str
    title: str
    paragraphs: tuple[tuple[bool, str], ...]

    @property
    def page(self) -> str:
        """The article as a fragment of HTML."""
        parts = [f"<h1>{html.escape(self.title, quote=False)}</h1>"] if self.title else []
        for is_heading, text in self.paragraphs:
            tag = "h2" if is_heading else "p"
            parts.append(f"<{tag}>{html.escape(text, quote=False)}</{tag}>")
        return "\n".join(parts)


def read(paths: Iterable[Path]) -> tuple[list[Published], list[Sentence]]:
    """Read files, or the ``*.jsonl`` and ``*.jsonl.gz`` of folders; a line says what it is."""
    articles, sentences = [], []
    for path in paths:
        files = (
            sorted([*path.glob("*.jsonl"), *path.glob("*.jsonl.gz")]) if path.is_dir() else [path]
        )
        for row in (row for file in files for row in _rows(file)):
            if "bad" in row:
                place = int(row["s"]), int(row["e"])
                sentences.append(Sentence(row["cls"], row["aid"], row["clean"], row["bad"], *place))
            elif "paras" in row:
                paragraphs = tuple(
                    (p.startswith("## "), p.removeprefix("## ")) for p in row["paras"]
                )
                articles.append(Published(row["aid"], row.get("title", ""), paragraphs))
    return articles, sentences


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    yield from (json.loads(line) for line in text.split("\n") if line)


def sample(sentences: Sequence[Sentence], count: int) -> list[Sentence]:
    """Take at most ``count`` sentences of each class, always the same ones."""
    by_kind: dict[str, list[Sentence]] = defaultdict(list)
    for each in sentences:
        by_kind[each.kind].append(each)
    chance = random.Random(_SEED)
    return [
        each
        for _, rows in sorted(by_kind.items())
        for each in (chance.sample(rows, count) if count < len(rows) else rows)
    ]


def count_words(article: Published) -> int:
    """Count the words of an article's title and paragraphs."""
    return sum(
        len(_WORD.findall(text)) for text in (article.title, *(p for _, p in article.paragraphs))
    )


def finders(sentence: Sentence, bad: Sequence[Alert], clean: Sequence[Alert]) -> list[Alert]:
    """List the alerts that mean the error: near it, hardly longer, and not of the clean sentence."""
    before = [(each.rule, sentence.clean[each.start : each.end]) for each in clean]
    found = []
    for each in bad:
        if each.end - each.start > sentence.end - sentence.start + _LONGEST:
            continue
        if each.start >= sentence.end + _SLACK or each.end <= sentence.start - _SLACK:
            continue
        doubled = sentence.kind.startswith("R") and sentence.start <= each.start < sentence.end
        if (each.rule, sentence.bad[each.start : each.end]) in before and not doubled:
            continue
        found.append(each)
    return found
