"""Structured data (JSON-LD) that no program can read."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article
from lint.checks.hit import Hit
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern
from lint.source import Span

VALUES = ("problem",)
CASES = ()
_LONGEST = 2_000_000  # characters; more is no article's metadata
# XHTML pages wrap a script for XML parsers; programs that read JSON-LD unwrap it.
_WRAPPED = lazy_pattern(r"\s*(?://\s*|/\*\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*/)?")
_UNWRAPPED = lazy_pattern(r"(?://\s*|/\*\s*)?(?:\]\]>|-->)(?:\s*\*/)?\s*\Z")
_TEMPLATES = ("{{", "{%", "<?")  # a CMS will fill them in


class Options(CheckOptions):
    """None: there is nothing to choose."""


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the place in each JSON-LD script where it stops being JSON."""
    text = article.source.text
    for script in article.document.root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        span = article.document.raw_content(script)
        content = text[span.start : span.end]
        if not content.strip() or len(content) > _LONGEST or any(t in content for t in _TEMPLATES):
            continue
        if wrapped := _WRAPPED.match(content):
            content = content[wrapped.end() :]
            span = Span(span.start + wrapped.end(), span.end)
            if ending := _UNWRAPPED.search(content, max(len(content) - 40, 0)):
                content = content[: ending.start()]
        import json  # only where there is some

        try:
            json.loads(content)
        except json.JSONDecodeError as error:
            at = span.start + min(error.pos, max(len(content) - 1, 0))
            problem = error.msg[0].lower() + error.msg[1:]
            yield Hit(Span(at, at + 1), {"problem": problem}, "", (), (), "script", problem)
        except RecursionError:
            problem = "nested too deeply"
            start = span.start
            yield Hit(Span(start, start + 1), {"problem": problem}, "", (), (), "script", problem)
