"""Strings on which a pattern works as hard as it can, made of the pattern itself."""

from __future__ import annotations

import re
import re._constants as op
import re._parser as parser
from collections.abc import Iterator
from itertools import islice, product
from typing import Any

# Of each kind of character that the patterns of a linter for articles tell apart.
ALPHABET = " \n\t\r\u00a0aZxéßÅ09.,;:!?-–—/\\|'’\"“”()[]{}<>&#=_*+%$€£@…\u0301中\u200b"
_TAILS = ("\x00", "\ue000!", "zq")
_MOST = 3  # samples of one piece of a pattern
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def pumped(pattern: re.Pattern[Any], length: int) -> Iterator[str]:
    """Yield strings of about ``length`` characters, each once.

    What an unbounded repeat takes, again and again, with what stands before it once, each time and
    never; the whole again and again; then a tail that nothing wants, so that all is tried in vain.
    """
    text = (
        pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    )
    nodes = list(parser.parse(text, pattern.flags & ~(re.DEBUG | re.ASCII | re.LOCALE)))
    letters = _told_apart(nodes)
    seen: set[str] = set()
    for before, body in _repeats(nodes, "", letters):
        for start, unit in ((before, body), ("", body), ("", before + body), ("", before)):
            for tail in _TAILS:
                seen.add(_repeated(start, unit, tail, length))
    for whole in _samples(nodes):
        seen.add(_repeated("", whole, _TAILS[0], length))
    seen.discard("")
    yield from sorted(seen)


def _repeated(start: str, unit: str, tail: str, length: int) -> str:
    return start + unit * (length // len(unit)) + tail if unit else ""


def _told_apart(nodes: list[Any]) -> str:
    """The alphabet, without characters that each part of a pattern treats as it does another."""
    kinds = {}
    singles = list(_singles(nodes))
    for letter in ALPHABET:
        kinds.setdefault(tuple(_takes(node, letter) for node in singles), letter)
    return "".join(kinds.values())


def _singles(nodes: Any) -> Iterator[Any]:
    """Every part of a pattern that takes one character."""
    for node in nodes:
        if node[0] in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
            yield node
        for inner in _inner(node):
            yield from _singles(inner)


def _inner(node: Any) -> list[list[Any]]:
    """The sequences of parts inside a part."""
    kind, value = node
    if kind in _REPEATS:
        return [list(value[2])]
    if kind is op.SUBPATTERN:
        return [list(value[-1])]
    if kind is op.BRANCH:
        return [list(branch) for branch in value[1]]
    if kind is op.ATOMIC_GROUP:
        return [list(value)]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [list(value[1])]
    return []


def _repeats(nodes: list[Any], before: str, letters: str) -> Iterator[tuple[str, str]]:
    """Each unbounded repeat: a text for what stands before it, and one that its body takes."""
    for at, node in enumerate(nodes):
        for start in _samples(nodes[:at])[:2]:
            here = before + start
            if node[0] in _REPEATS and node[1][1] is op.MAXREPEAT:
                body = list(node[1][2])
                for text in _samples(body):
                    yield here, text
                if len(body) == 1 and body[0][0] in (op.IN, op.ANY, op.NOT_LITERAL):
                    for letter in letters:
                        if _takes(body[0], letter):
                            yield here, letter
            for inner in _inner(node):
                yield from _repeats(inner, here, letters)


def _takes(node: Any, letter: str) -> bool:
    kind, value = node
    code = ord(letter)
    if kind is op.ANY:
        return letter != "\n"
    if kind is op.LITERAL:
        return bool(code == value)
    if kind is op.NOT_LITERAL:
        return bool(code != value)
    is_in = is_negated = False
    for what, given in value:
        if what is op.NEGATE:
            is_negated = True
        elif what is op.LITERAL:
            is_in |= code == given
        elif what is op.RANGE:
            is_in |= given[0] <= code <= given[1]
        else:
            is_in |= re.match(_CATEGORIES[given], letter) is not None
    return is_in != is_negated


def _samples(nodes: list[Any]) -> list[str]:
    """Some short texts that a sequence of parts takes, as far as each part by itself tells."""
    texts = [""]
    for node in nodes:
        pieces = _pieces(node)
        texts = list(islice((a + b for b, a in product(pieces, texts)), _MOST))
    return list(dict.fromkeys(texts))


def _pieces(node: Any) -> list[str]:
    kind, value = node
    if kind is op.LITERAL:
        return [chr(value)]
    if kind in (op.ANY, op.NOT_LITERAL, op.IN):
        some = [each for each in ALPHABET if _takes(node, each)]
        if not some and kind is op.IN:
            some = [
                chr(given if what is op.LITERAL else given[0])
                for what, given in value
                if what in (op.LITERAL, op.RANGE)
            ]
        return some[:2] or ["x"]
    if kind in _REPEATS:
        once = _samples(list(value[2]))
        return [text * value[0] for text in once] if value[0] else ["", *once[:1]]
    if kind is op.BRANCH:
        return [text for branch in value[1] for text in _samples(list(branch))[:1]][:_MOST]
    if kind in (op.SUBPATTERN, op.ATOMIC_GROUP):
        return [text for inner in _inner(node) for text in _samples(inner)]
    return [""]  # anchors, assertions, references
