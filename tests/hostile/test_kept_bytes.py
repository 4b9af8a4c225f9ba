"""A fix changes its own span and no other byte, in every form that a file may have."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.cli import main
from lint.desk import check_text
from lint.fixes import apply_fixes
from lint.rulebook import Example, Rule, load_rules
from lint.rulebook.loading import with_options
from lint.source import decode

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Wall falls</title></head>\t
<body>  <h1 class='a  b'>Wall falls</h1>

<p>The ferry hit the the wall &mdash; at  noon, <b>she</b> said&nbsp;.</p><!-- the the -->
<p>It took a hour . “So,” he said, “it was.”\x0c</p>
<script>var a = "the the";</script>
<p alt = the>Caf\u00e9 owners saw saw it.</p >
</body></html>
"""
WRONG = [
    ("hit the the wall", "hit the wall"),
    ("a hour . ", "an hour. "),
    ("saw saw", "saw"),
    ("said&nbsp;.", "said."),
]
FORMS: dict[str, Callable[[str], bytes]] = {
    "lf": lambda text: text.encode(),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "mixed": lambda text: _mixed(text).encode(),
    "bom": lambda text: text.encode("utf-8-sig"),
    "utf-16-le": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16-be": lambda text: b"\xfe\xff" + text.replace("\n", "\r\n").encode("utf-16-be"),
    "windows-1252": lambda text: _declared(text).encode("cp1252"),
    "no-final-newline": lambda text: text.rstrip("\n").encode(),
    "blank-lines-at-the-end": lambda text: (text + "\n \n\n").encode(),
}


def _mixed(text: str) -> str:
    ends = ("\n", "\r\n", "\r")
    lines = text.split("\n")
    return "".join(line + ends[number % 3] for number, line in enumerate(lines))


def _declared(text: str) -> str:
    return '<meta charset="windows-1252"><!-- caf\u00e9 -->' + text


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
@pytest.mark.parametrize("form", FORMS)
def test_bytes_outside_the_fixed_spans_stay(
    tmp_path: Path, form: str, mode: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = PAGE
    for wrong, mended in WRONG:
        assert wrong in right
        right = right.replace(wrong, mended)
    path = tmp_path / "a.html"
    path.write_bytes(FORMS[form](PAGE))
    path.chmod(mode)
    monkeypatch.chdir(tmp_path)
    fix = ["fix", "-q", "--isolated", "--unsafe-fixes", "--fail-on", "never", "a.html"]
    assert main(fix) == 0
    assert path.read_bytes() == FORMS[form](right)
    about = path.stat()
    assert about.st_mode & 0o777 == mode
    assert main(fix) == 0  # a second time nothing is written
    again = path.stat()
    assert (again.st_ino, again.st_mtime_ns) == (about.st_ino, about.st_mtime_ns)
    assert os.listdir() == ["a.html"]  # noqa: PTH208


def _cases() -> list[tuple[Rule, Example]]:
    rules = load_rules(examples=True).rules
    return [
        (with_options(rule, example.options), example)
        for rule in rules
        for example in rule.bad
        if example.fixed is not None
    ]


@pytest.mark.parametrize("form", FORMS)
def test_each_fix_of_each_rule_is_the_same_in_every_form(
    form: str, counted: Callable[[int, str], None]
) -> None:
    tried = 0
    for rule, example in _cases():
        try:
            data, fixed = (
                FORMS[form](example.html + "\n"),
                FORMS[form]((example.fixed or "") + "\n"),
            )
        except UnicodeEncodeError:  # windows-1252 has no such letter
            continue
        source = decode(data, "a.html")
        findings = [each for each in check_text(source, [rule]).findings if each.rule == rule.id]
        text, _ = apply_fixes(source.text, findings, unsafe=True)
        assert source.encode(text) == fixed, f"{rule.id}: {example.html}"
        tried += 1
    assert tried > 40
    counted(tried, "fixes in another form of file, byte for byte")
