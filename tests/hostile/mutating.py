"""Inputs that nobody would write: pages and examples of the rules, mutated from a seed."""

from __future__ import annotations

import random
import re
from pathlib import Path

from lint.rulebook import Rule, load_rules

SAMPLES = Path(__file__).parent.parent.parent / "samples"

_TOKEN = re.compile(rb"<[^>]*>?|&[#\w]*;?|\w+|\s+|.", re.DOTALL)
# Beginnings and ends of markup, and bytes that decoders and parsers stumble over.
ODD = [
    b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<!doctype html>", b"<?xml encoding='utf-16'?>",
    b"<script>", b"</script>", b"<svg>", b"<template>", b"<plaintext>", b"<title>", b"<p>", b"</p>", b"<table>", b"<td>",
    b"<a href='", b'<img alt="', b"&", b"&#", b"&#x110000;", b"&#0;", b"&rsquo;", b"&NotEqualTilde;", b"&copy=",
    b"\x00", b"\x1b[2J", b"\r", b"\r\n", b"\n", b"\x85", b"\xa0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80",
    "\u2028“”’–—…\u202e\u200b\u0301\ue000\ufffd😀İſ".encode(), b'"', b"'", b"=", b"/", b"{", b"}", b"\\", b"\\u2019", b"%0A::error::",
    b"<meta charset=windows-1252>", b"<meta charset=koi8-r>", b"<!-- stet a-an: so -->", b"<!-- stet-file all: so -->",
    b'<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"', b"<h1>", b"<figcaption>",
    b" the the ", b" a hour ", b" 31 June 2024 ", b" January 23 2017 ", b"1,000,000 million", b" [Jo Blake/Reuters] ",
]  # fmt: skip


def seeds(rules: tuple[Rule, ...] | None = None) -> list[bytes]:
    """The samples, and every example of every rule, in a fixed order."""
    rules = rules or load_rules(examples=True).rules
    examples = [each.html for rule in rules for each in (*rule.bad, *rule.good)]
    samples = [path.read_bytes() for path in sorted(SAMPLES.glob("*.html"))]
    return [*samples, *(html.encode("utf-8") for html in examples)]


def mutated(seed: int, pool: list[bytes]) -> bytes:
    """One input: some seeds of a pool joined or spliced, then changed by bytes or by tokens."""
    chance = random.Random(seed)
    data = chance.choice(pool)
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        data = _splice(data, chance.choice(pool), chance)
    how = chance.choice((_bytewise, _tokenwise, _tokenwise, _inserted, _both))
    data = how(data, chance)
    form = chance.randrange(24)
    if form < 4:
        text = data.decode("utf-8", "replace")
        data = (
            b"\xff\xfe" + text.encode("utf-16-le"),
            b"\xef\xbb\xbf" + text.encode("utf-8"),
            b"<meta charset=windows-1252>" + text.encode("cp1252", "replace"),
            data.replace(b"\n", b"\r"),
        )[form]
    return data


def _splice(one: bytes, two: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.5:
        return one + two
    return one[: chance.randint(0, len(one))] + two[chance.randint(0, len(two)) :]


def _bytewise(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 40))):
        at = chance.randint(0, len(changed))
        act = chance.randrange(4)
        if act == 0:
            changed[at:at] = chance.randbytes(chance.choice((1, 1, 3)))
        elif act == 1:
            del changed[at : at + chance.choice((1, 1, 5, 50))]
        elif at < len(changed):
            changed[at] = (
                chance.randrange(256) if act == 2 else changed[at] ^ 1 << chance.randrange(8)
            )
    return bytes(changed)


def _tokenwise(data: bytes, chance: random.Random) -> bytes:
    tokens = _TOKEN.findall(data)
    for _ in range(chance.choice((1, 3, 10, 30))):
        if not tokens:
            break
        at, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        act = chance.randrange(5)
        if act == 0:
            del tokens[at]
        elif act == 1:
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif act == 2:
            tokens.insert(at, chance.choice(ODD))
        elif act == 3:
            tokens[at:at] = tokens[at : at + 3] * chance.choice((1, 2, 20))
        else:
            tokens[at] = tokens[other]
    return b"".join(tokens)


def _inserted(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 4, 12))):
        at = chance.randint(0, len(data))
        data = data[:at] + chance.choice(ODD) * chance.choice((1, 1, 1, 30)) + data[at:]
    return data


def _both(data: bytes, chance: random.Random) -> bytes:
    return _bytewise(_tokenwise(data, chance), chance)
