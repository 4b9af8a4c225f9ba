"""No pattern takes longer than its text: our own against their pumps, strangers' classic traps."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import pytest
from own_patterns import ANCHORED, SEARCHING, Own, own_patterns
from pumping import pumped

from lint.cli import main

LENGTH = 10_000  # characters
SECONDS = 0.05  # of processor time; what is quadratic takes ten times that
_WORST = 2.0  # seconds of processor time, for a run with a stranger's pattern
_FEWEST = 150  # there are about 160: should the walk miss them, this test would prove nothing


def _ways(own: Own) -> list[Callable[[Any], object]]:
    pattern = own.pattern
    ways: list[Callable[[Any], object]] = [
        getattr(pattern, name) for name in sorted(own.methods & ANCHORED)
    ]
    if own.methods & SEARCHING:
        ways.append(lambda text: sum(1 for _ in pattern.finditer(text)))
    return ways


def _seconds(way: Callable[[Any], object], text: Any, enough: float = SECONDS) -> float:
    """The processor time of one use; of three, if it is long: others may have been at work."""
    least = _WORST
    for _ in range(3):
        began = time.process_time()
        way(text)
        least = min(least, time.process_time() - began)
        if least < enough:
            break
    return least


def test_our_own_patterns_are_linear_in_their_pumped_strings(
    counted: Callable[[int, str], None],
) -> None:
    every = own_patterns()
    assert len(every) >= _FEWEST
    late: list[str] = []
    tried = 0
    for own in every:
        ways = _ways(own)
        for text in pumped(own.pattern, LENGTH):
            given = text.encode() if isinstance(own.pattern.pattern, bytes) else text
            tried += 1
            if any(_seconds(way, given) >= SECONDS for way in ways):
                late.append(f"{own.name}: {text[:30]!r}… {text[-3:]!r}")
                break
    assert late == []
    counted(len(every), f"patterns against {tried:,} strings pumped to {LENGTH:,} characters")


@pytest.mark.parametrize(
    ("pattern", "length"),
    [
        (r"(a+)+$", 21), (r"(a|a)*b", 21), (r"(\w+\s?)*:", 21), (r"a*a*a*a*b", 100), (r"(.*)x(.*)y", 600),
        (r"\s+$", LENGTH), (r"<!--.*?-->", LENGTH), (r"\d+x", LENGTH), (r"[\w.]+@\w", LENGTH),
    ],
)  # fmt: skip
def test_pumped_strings_find_out_what_is_not_linear(pattern: str, length: int) -> None:
    compiled = re.compile(pattern)
    own = Own(pattern, compiled, frozenset(["search"]))
    (way,) = _ways(own)
    long = SECONDS / 10  # a fast machine has to find it, too
    assert any(_seconds(way, text, long) >= long for text in pumped(compiled, length))


CLASSICS = [
    r"(a+)+$", r"(a*)*$", r"(a|a)*$", r"(a|aa)+$", r"(.*a){20}$", r"([a-zA-Z]+)*$", r"(x+x+)+y",
    r"(.*)*=.*", r"^(([a-z])+.)+[A-Z]([a-z])+$", r"(\s*\w+\s*)+:", r"(?:\w+\s?)*:", r"(\d+)*\.(\d+)*x",
    r"((a{1,1000}){1,1000})b", r"(a?){1000}a{1000}", r"(?=(a+))a*b\1", r"(a+)\1+$", r"(?<=a+)b",
    r"(.+)+@(.+)+\.com", r"^(https?:\/\/)?([\da-z\.-]+)\.([a-z\.]{2,6})([\/\w \.-]*)*\/?$",
    r"<!--(.|\s)*?-->", r"a*a*a*a*a*a*b", r"(?:a|b|ab)*c", r"a*b|a",
]  # fmt: skip
RULE = """
title    = "A trap"
severity = "error"
check    = "pattern"
message  = "Found “{{text}}”"
why      = "It is there."
do       = "Take it away."

[options]
pattern     = '{pattern}'
whole-words = false

[[bad]]
html = '<p>⟦a⟧</p>'
[[good]]
html = '<p>b</p>'
"""


@pytest.mark.parametrize("pattern", CLASSICS)
def test_a_catastrophic_pattern_of_a_rule_is_refused_or_linear(
    tmp_path: Path,
    pattern: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    counted: Callable[[int, str], None],
) -> None:
    rule = tmp_path / "house" / "words" / "trap.toml"
    rule.parent.mkdir(parents=True)
    rule.write_text(RULE.format(pattern=pattern), "utf-8")
    (tmp_path / "copydesk.toml").write_text('rule-folders = ["house"]\n', "utf-8")
    pumps = ("a", "aaab", "x", "ab ", "a1.", "1", "a@", "<!--", "a=", "  ")
    texts = [pump * (LENGTH // len(pump)) for pump in pumps]
    paragraphs = "".join(f"<p>{escape(text)}!</p>\n" for text in texts)
    (tmp_path / "a.html").write_text(paragraphs, "utf-8")
    monkeypatch.chdir(tmp_path)
    began = time.process_time()
    code = main(
        ["check", "-q", "--no-cache", "--select", "trap", "--output-format=concise", "a.html"]
    )
    seconds = time.process_time() - began
    output, errors = capsys.readouterr()
    assert seconds < _WORST
    if code == 2:
        assert errors.count("\n") == 1
        assert "house/words/trap.toml: option" in errors
    else:
        assert errors == ""
        assert len(output) < 3_000_000
    counted(
        1,
        f"catastrophic patterns in rule files, on {len(pumps)} paragraphs of {LENGTH:,} characters",
    )
