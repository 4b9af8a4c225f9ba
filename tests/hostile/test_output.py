"""Articles and file names steer nothing: no terminal, no runner of workflows, no viewer of SARIF."""

from __future__ import annotations

import html
import json
import os
import random
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from runner import commands

from lint.checks.hit import Fix, Related
from lint.cli.streams import complain
from lint.desk import check_text
from lint.finding import SEVERITIES, Checked, Finding, Report
from lint.report import FORMATS, ReportOptions, render
from lint.rulebook import load_rules
from lint.source import Edit, Source, Span

COMMAND = [sys.executable, "-m", "lint"]
# Every character of one byte, and those beyond that turn or end lines.
CHARACTERS = [chr(code) for code in (*range(256), *range(0x2028, 0x202F), *range(0x2066, 0x206A))]
CHARACTERS += ["\u061c", "\u200e", "\u200f"]
TEXTS = 10_000
_STEERING = frozenset(
    "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_COLOR = re.compile(r"\x1b\[[0-9;]*m")


def steering(text: str) -> set[str]:
    """The characters of an output that could steer a terminal; its ends of lines are no such."""
    return {
        each
        for each in set(text) - {"\n"}
        if unicodedata.category(each) in ("Cc", "Cs") or each in _STEERING
    }


def report_with(text: str, at: int, severity: str = "error") -> Report:
    """A report in which ``text`` stands in every field that an article or its name can fill."""
    source = Source(f"<p>{text} {text}{text}</p>\n{text}\n", f"a{text}.html" if at else text)
    span, edit = Span(3, 3 + len(text)), Edit(Span(4, 4), text)
    finding = Finding(
        rule="doubled-word",
        severity=severity,
        message=text if at % 2 else f"“{text}” stands twice",
        span=span,
        related=(Related(Span(3, 5), text),),
        fixes=(Fix(text, (edit,), True),),
        why=text,
        do=text if at % 3 else f"Write “{text}”",
        kind="paragraph",
        excerpt=text,
        suppressed=None,
    )
    let_stand = finding._replace(suppressed=text, span=Span(len(source.text), len(source.text)))
    files = (
        Checked(source.path, source, (finding, let_stand), (text, f"a {text}")),
        Checked(f"{text}/b.html", error=f"declares the unknown encoding “{text}”"),
    )
    return Report(files)


def _outputs(report: Report, **more: Any) -> Iterator[tuple[str, str]]:
    for name in FORMATS:
        for width in (40, 80):
            options = ReportOptions(
                version="0", show_suppressed=True, statistics=True, width=width, root="/", **more
            )
            yield name, render(report, name, options)
            if name != "text":
                break


@pytest.mark.parametrize("color", [False, True])
def test_no_control_character_of_any_field_reaches_a_terminal(
    color: bool, capsys: pytest.CaptureFixture[str], counted: Callable[[int, str], None]
) -> None:
    tried = 0
    for at, character in enumerate(CHARACTERS):
        for text in (character, f"x{character}[2Jy"):
            for name, output in _outputs(report_with(text, at), color=color):
                plain = _COLOR.sub("", output) if color and name == "text" else output
                assert steering(plain) == set(), (hex(ord(character)), name)
                tried += 1
            complain(text)
            assert steering(capsys.readouterr().err) == set()
    counted(tried, "reports with a control character in every field")


def test_no_control_character_of_an_article_reaches_a_terminal(
    counted: Callable[[int, str], None],
) -> None:
    """The same through the whole line, where checks and messages have handled the text."""
    book = load_rules().select()
    found = 0
    for character in CHARACTERS:
        page = (
            f"<p>Moria {character}Kell hit the the{character} wall; a{character}  hour on 31 June "
            f"2024.</p><figure><img src='a{character}.jpg' alt='the {character}the'></figure>"
            f"<!-- stet a-an: {character}so --><p>It took a hour{character}.</p>"
        )
        checked = check_text(Source(page, f"{character}.html"), book)
        found += len(checked.findings)
        for name, output in _outputs(Report((checked,))):
            assert steering(output) == set(), (hex(ord(character)), name)
    assert found > len(CHARACTERS)
    counted(len(CHARACTERS), "articles with a control character wherever a finding may show it")


@pytest.fixture
def odd_names(tmp_path: Path) -> int:
    """A folder of articles, one for each byte that a file's name may have; how many there are."""
    for byte in set(range(1, 256)) - {ord("/")}:
        name = os.fsencode(tmp_path) + b"/a" + bytes([byte]) + b"z.html"
        try:
            with open(name, "wb") as file:  # noqa: PTH123  # a Path takes no bytes
                file.write(b"<p>It hit the the wall\x1b[2J.</p>\n")
        except OSError:  # a file system that wants names to be text
            continue
    return len(list(tmp_path.iterdir()))


@pytest.mark.parametrize(
    "arguments",
    [*(["check", "--output-format", name] for name in FORMATS), ["fix", "--diff"], ["fix", "-q"]],
    ids=" ".join,
)
def test_no_byte_of_a_file_name_reaches_a_terminal(
    tmp_path: Path, odd_names: int, arguments: list[str], counted: Callable[[int, str], None]
) -> None:
    assert odd_names > 100
    output = _on_a_terminal(
        [*arguments, "--isolated", "--no-cache", "--color=never", "."], tmp_path
    )
    assert steering(output.decode("utf-8")) == set()
    if "-q" not in arguments:
        assert output.count(b"z.html") >= odd_names
    counted(odd_names, "file names with a byte of each kind, on a terminal")


def _on_a_terminal(arguments: list[str], folder: Path, given: bytes = b"") -> bytes:
    """What a run of copydesk writes to a terminal: its ends of lines as LF, without progress."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *arguments], cwd=folder, stdin=subprocess.PIPE, stdout=theirs, stderr=theirs
    ) as run:
        os.close(theirs)
        assert run.stdin is not None
        run.stdin.write(given)
        run.stdin.close()
        parts = []
        while True:
            try:
                part = os.read(ours, 65_536)
            except OSError:  # Linux tells so that nobody holds the other end
                break
            if not part:
                break
            parts.append(part)
    os.close(ours)
    output = b"".join(parts).replace(b"\r\n", b"\n")
    return re.sub(rb"\r\x1b\[K(?:\d+ of \d+ articles, \d+ %)?", b"", output)


ESCAPES = b"<p>It hit the the wall\x1b]0;owned\x07\x9b31m \xe2\x80\xaetxet.</p>\r\n"


def test_a_corrected_article_goes_to_a_program_as_it_is_and_to_a_terminal_as_text(
    tmp_path: Path,
) -> None:
    given = ESCAPES.replace(b"\x9b", b"\xc2\x9b")
    fix = ["fix", "-q", "--isolated", "--color=never", "-"]
    piped = subprocess.run([*COMMAND, *fix], input=given, capture_output=True, check=False)
    assert piped.stdout == given.replace(b"the the", b"the")
    shown = _on_a_terminal(fix, tmp_path, given)
    assert shown.startswith(rb"<p>It hit the wall\x1b]0;owned\x07\x9b31m \u202etxet.</p>" + b"\n")
    assert steering(shown.decode()) == set()


def test_a_patch_goes_to_a_program_as_it_is_and_to_a_terminal_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(ESCAPES.replace(b"\x9b", b"\xc2\x9b"))
    arguments = ["fix", "-q", "--diff", "--isolated", "a.html"]
    piped = subprocess.run([*COMMAND, *arguments], cwd=tmp_path, capture_output=True, check=False)
    assert b"wall\x1b]0;owned\x07" in piped.stdout
    shown = _on_a_terminal(arguments, tmp_path)
    assert rb"+<p>It hit the wall\x1b]0;owned\x07\x9b31m \u202etxet.</p>" in shown
    assert steering(shown.decode()) == set()


def test_a_patch_in_the_log_of_a_workflow_holds_no_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Elsewhere, and where there is none to forge, a patch is what git writes."""
    harmless = b"<p>It hit the the wall.</p>\r\n<p>a: b:: c # d ##</p>\r\n"
    forged = (
        b"::add-mask::wall\n<p>It hit the the wall.</p>\n  ::error::x\n##[error]x\nx\r::error::y\n"
    )
    patches = {}
    for inside in ("", "true"):
        monkeypatch.setenv("GITHUB_ACTIONS", inside)
        for name, data in (("a.html", harmless), ("b.html", forged)):
            (tmp_path / name).write_bytes(data)
            arguments = ["fix", "-q", "--diff", "--isolated", name]
            done = subprocess.run(
                [*COMMAND, *arguments], cwd=tmp_path, capture_output=True, check=False
            )
            patches[name, inside] = done.stdout.decode()
    assert patches["a.html", "true"] == patches["a.html", ""]
    assert len(commands(patches["b.html", ""])) == 4
    assert commands(patches["b.html", "true"]) == []
    assert patches["b.html", "true"].count("\n") == patches["b.html", ""].count("\n")


PIECES = [
    "::", ":", "##[", "#", "##", "[", "]", "error", "add-mask", "stop-commands", "set-output name=x",
    "error file=a.html,line=1", "%0A", "%0D", "%25", "%", "\r", "\n", "\r\n", "\u2028", "\x85", "\x0b", "\x0c",
    " ", "  ", "\u00a0", "\u3000", "\t", ",", "=", "{0}", "{", "}", "{{", "{1}}", "[x](1)", "[x](http://copydesk.example)",
    "\\", "\\[", "](", "<img src=x onerror=alert(1)>", "<", ">", "</script>", "&lt;b&gt;", "`", "*", "é", "the the", "a hour",
    "\x1b[2J", "\u202e", "–", "“", "”", "x", "wall",
]  # fmt: skip


def text_of(seed: int) -> str:
    chance = random.Random(seed)
    return "".join(chance.choices(PIECES, k=chance.randint(1, 9)))


def _messages(value: Any) -> Iterator[str]:
    """The text of every SARIF message: what viewers fill, link and may render."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key in ("message", "description") and isinstance(each, dict):
                yield each["text"]
            yield from _messages(each)
    elif isinstance(value, list):
        for each in value:
            yield from _messages(each)


def _filled(message: str) -> str:
    """What a viewer shows of a message (SARIF 2.1.0, 3.11.5): raises for a placeholder."""
    shown = re.sub(
        r"\{\{|\}\}|\{(\d+)\}|[{}]", lambda m: m[0][0] if len(m[0]) == 2 else "\0", message
    )
    assert "\0" not in shown, message
    return shown


def _linked(message: str) -> str:
    """The same after 3.11.6: raises where an unescaped bracket could begin or end a link."""
    bare = re.sub(r"\\([\\\[\]])", "", message)
    assert "[" not in bare
    assert "]" not in bare
    assert "\\" not in bare
    return re.sub(r"\\([\\\[\]])", r"\1", message)


def test_no_text_forges_a_command_a_placeholder_a_link_or_html(
    counted: Callable[[int, str], None],
) -> None:
    others = ("text", "concise", "json")
    for seed in range(TEXTS):
        text = text_of(seed)
        severity = SEVERITIES[seed % 3]
        report = report_with(text, seed, severity)
        options = ReportOptions(version="0", show_suppressed=True, width=40 + seed % 50, root="/")
        assert commands(render(report, others[seed % 3], options)) == [], (seed, text)
        of_error, of_finding = commands(render(report, "github", options))
        kind = {"note": "notice"}.get(severity, severity)
        assert (of_error.name, of_finding.name) == ("error", kind), (seed, text)
        assert set(of_error.properties) == {"file"}
        assert set(of_finding.properties) <= {
            "file",
            "line",
            "endLine",
            "col",
            "endColumn",
            "title",
        }
        assert of_finding.properties["title"] == "copydesk doubled-word"
        assert of_finding.properties["line"] == "1"
        log = render(report, "sarif", options)
        assert commands(log) == []
        messages = list(_messages(json.loads(log)))
        assert len(messages) > 4
        for message in messages:
            shown = _linked(_filled(message))
            assert "<" not in shown
            assert ">" not in shown
        for uri in re.findall(r'"uri": "([^"]*)"', log):
            assert re.fullmatch(r"[A-Za-z0-9/%._~!$&'()*+,;=@:-]*", uri), uri
    counted(TEXTS, "random texts in every field that forge no command, placeholder, link or HTML")


def test_no_article_forges_anything_through_the_whole_line() -> None:
    book = load_rules().select()
    found = 0
    for seed in range(TEXTS // 40):
        texts = [html.escape(text_of(seed * 7 + number)) for number in range(4)]
        page = "".join(
            f"<p>{text} the the {text} took a hour on 31 June 2024 {text}.</p>\n" for text in texts
        )
        checked = check_text(Source(page, f"{text_of(seed)}.html"), book)
        found += len(checked.findings)
        for name, output in _outputs(Report((checked,))):
            if name == "sarif":
                for message in _messages(json.loads(output)):
                    _linked(_filled(message))
            if name != "github":
                assert commands(output) == [], (seed, name)
            else:
                names = {each.name for each in commands(output)}
                assert names <= {"error", "warning", "notice"}, seed
                assert len(commands(output)) <= len(checked.findings)
    assert found > TEXTS // 40
