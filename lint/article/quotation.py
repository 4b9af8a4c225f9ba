"""Quoted speech: which characters of a text stand between quotation marks."""

from __future__ import annotations

import re

_MARKS = re.compile('[“”„«»"‘’]')
_OPENS_AFTER = " \t\u00a0([{—–-/“‘"
_SINGLE_SPEECH = re.compile(r"(?<![\w])‘(?=\w)[^‘’]*(?:’\w[^‘’]*)*’(?!\w)")


class Quotation:
    """Follows quotation marks over the paragraphs of an article, in order.

    A quotation over several paragraphs opens in each of them and closes only in the last: a
    paragraph whose quotation stays open counts as quoted to its end, and only if the next one
    opens again is the convention in play; otherwise the mark was a slip and nothing carries over.
    """

    def __init__(self) -> None:
        self.is_open = False

    def ranges(self, text: str) -> tuple[tuple[int, int], ...]:
        """List the quoted ranges of the next paragraph, marks included, sorted and disjoint."""
        found: list[tuple[int, int]] = []
        start = -1
        closer = ""
        for match in _MARKS.finditer(text):
            mark, at = match[0], match.start()
            if start >= 0:
                if mark in closer and not (mark == '"' and _opens(text, at) and at - start > 400):
                    found.append((start, at + 1))
                    start = -1
            elif mark in "“„«":
                start, closer = at, {"“": '”"', "„": "“”", "«": "»"}[mark]
            elif mark == '"' and _opens(text, at):
                start, closer = at, '"”'
        self.is_open = start >= 0
        if start >= 0:
            found.append((start, len(text)))
        found.extend(_single(text, found))
        return tuple(sorted(found))


def _opens(text: str, at: int) -> bool:
    if at == 0:
        return True
    # 5'10" and 6" are inches: a straight mark behind a digit opens nothing.
    return text[at - 1] in _OPENS_AFTER


def _single(text: str, double: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if "‘" not in text:
        return []
    return [
        match.span()
        for match in _SINGLE_SPEECH.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in double)
    ]
