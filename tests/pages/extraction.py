"""How well articles are read from real pages, against what is known of them."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from lint.article import Article, model, read_article
from lint.desk import builtin_layouts
from lint.document import read_document
from lint.source import SourceError, decode

_WORD = re.compile(r"\w+")
_BODY = (model.PARAGRAPH, model.STANDFIRST, model.SUBHEADING, model.LIST_ITEM, model.QUOTE, model.PULL_QUOTE)  # fmt: skip


class Scores:
    """Sums over pages: body tokens, headline, day, captions, credits, authors."""

    def __init__(self) -> None:
        self.f1: list[float] = []
        self.right = Counter[str]()
        self.known = Counter[str]()
        self.said = Counter[str]()

    def add(self, name: str, data: bytes, truth: Path) -> int:
        """Score one page, if its truth is known; give the words of its copy."""
        try:
            article = read_article(read_document(decode(data, name)), builtin_layouts())
        except SourceError:
            return 0
        if truth.exists():
            versions = [v for v in json.loads(truth.read_text("utf-8")).values() if v.get("body")]
            if versions:
                score, best = max(
                    ((self._body(article, each), number) for number, each in enumerate(versions))
                )
                self.f1.append(score)
                self._fields(article, versions[best])
        return sum(len(block.words) for block in article.of(*model.COPY))

    def print(self) -> None:
        """Print the table."""
        if not self.f1:
            return
        mean = sum(self.f1) / len(self.f1)
        sys.stdout.write(f"\nextraction, {len(self.f1)} pages: body token F1 {mean:.3f}\n")
        for what in ("headline", "day"):
            sys.stdout.write(f"  {what:<9} {self.right[what]} of {self.known[what]}\n")
        for what in ("caption", "credit", "author"):
            precision = self.right[f"{what} said"] / max(self.said[what], 1)
            recall = self.right[what] / max(self.known[what], 1)
            sys.stdout.write(f"  {what:<9} precision {precision:.2f} recall {recall:.2f}\n")

    def _body(self, article: Article, truth: dict[str, Any]) -> float:
        body = truth["body"]
        parts = [*body["summary"]]
        for section in body["sections"]:
            parts += section["paragraphs"] + section["headline"]
        true = Counter(_WORD.findall(" ".join(parts).lower()))
        mine = Counter(_WORD.findall(" ".join(b.text for b in article.of(*_BODY)).lower()))
        shared = sum((true & mine).values())
        return 2 * shared / max(sum(true.values()) + sum(mine.values()), 1)

    def _fields(self, article: Article, truth: dict[str, Any]) -> None:
        headlines = [_key(block.text) for block in article.of(model.HEADLINE)]
        if truth.get("title"):
            title = _key(truth["title"])
            self.known["headline"] += 1
            self.right["headline"] += any(h in title or title in h for h in headlines if h)
        if truth.get("publishing_date"):
            self.known["day"] += 1
            self.right["day"] += str(article.published) == truth["publishing_date"][:10]
        images = truth.get("images") or []
        self._match(
            "caption",
            {_key(p.caption.text) for p in article.pictures if p.caption},
            {_key(each.get("caption") or "") for each in images} - {""},
        )
        self._match(
            "credit",
            {_key(p.credit.text) for p in article.pictures if p.credit},
            {_key(" ".join(each.get("authors") or [])) for each in images} - {""},
        )
        said = article.of(model.DATA_AUTHOR) or article.of(model.BYLINE)
        self._match(
            "author",
            {_key(block.text) for block in said} - {""},
            {_key(each) for each in truth.get("authors") or []} - {""},
        )

    def _match(self, what: str, mine: set[str], true: set[str]) -> None:
        self.said[what] += len(mine)
        self.known[what] += len(true)
        self.right[f"{what} said"] += sum(any(_same(m, t) for t in true) for m in mine)
        self.right[what] += sum(any(_same(m, t) for m in mine) for t in true)


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _same(one: str, other: str) -> bool:
    first, second = set(one.split()), set(other.split())
    return len(first & second) >= 0.6 * max(min(len(first), len(second)), 1)
