"""A configuration that came with a pull request: it reads nothing outside its folder, runs nothing."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import lint
from lint.cli import main

RULE = """
title    = "Words"
severity = "error"
check    = "pattern"
message  = "Found “{text}”"
why      = "It is there."
do       = "Take it away."
options  = { pattern = "harbour" }
[[bad]]
html = '<p>⟦harbour⟧</p>'
[[good]]
html = '<p>quay</p>'
"""
TABLE_RULE = RULE.replace('check    = "pattern"', 'check    = "copy-words"').replace(
    'options  = { pattern = "harbour" }', 'options  = { words = { table = "words.tsv" } }'
)
LAYOUT = 'match = ["p"]\n'
NAMES = '{"name":"moria kell","forms":{"Moria Kell":1},"articles":1}\n'
WAYS_OUT = [
    "../outside/{}", "x/../../outside/{}", "{root}/outside/{}", "//{root}/outside/{}",
    "file://{root}/outside/{}", "https://copydesk.example/{}", "..\\outside\\{}", "C:\\outside\\{}",
    "c:outside/{}", "\\\\server\\outside\\{}", "{}\0", "link/{}", "link-to-{}",
]  # fmt: skip


class _Opened:
    """Every path that this process opens or lists while it is on; hooks cannot be taken away."""

    def __init__(self) -> None:
        self.paths: list[str] | None = None
        sys.addaudithook(self._hear)

    def _hear(self, event: str, given: tuple[object, ...]) -> None:
        if self.paths is not None and event in ("open", "os.listdir", "os.scandir"):
            path = given[0]
            if isinstance(path, str | bytes | os.PathLike):
                self.paths.append(os.path.realpath(os.fsdecode(path)))

    def under(self, folder: Path) -> list[str]:
        return [path for path in self.paths or () if Path(path).is_relative_to(folder.resolve())]


@pytest.fixture(scope="module")
def _hook() -> _Opened:
    return _Opened()


@pytest.fixture
def opened(_hook: _Opened) -> Iterator[_Opened]:
    _hook.paths = []
    yield _hook
    _hook.paths = None


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with an article, beside a folder that it has no business in."""
    outside, inside = tmp_path / "outside", tmp_path / "desk"
    (outside / "rules" / "words").mkdir(parents=True)
    (outside / "rules" / "words" / "harbour.toml").write_text(RULE, "utf-8")
    (outside / "rules" / "words" / "words.tsv").write_text("harbour\n", "utf-8")
    (outside / "layout.toml").write_text(LAYOUT, "utf-8")
    (outside / "names.jsonl").write_text(NAMES, "utf-8")
    inside.mkdir()
    (inside / "a.html").write_text("<p>The harbour wall fell.</p>", "utf-8")
    (inside / "link").symlink_to(outside)
    for name in ("rules", "layout.toml", "names.jsonl"):
        (inside / f"link-to-{name}").symlink_to(outside / name)
    monkeypatch.chdir(inside)
    return inside


def _refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    code = main(["check", "--no-cache", *arguments, "a.html"])
    output, errors = capsys.readouterr()
    assert (code, output, errors.count("\n")) == (2, "", 1), (output, errors)
    return errors


@pytest.mark.parametrize("way", WAYS_OUT)
@pytest.mark.parametrize(
    ("key", "name"),
    [("rule-folders", "rules"), ("layouts", "layout.toml"), ("layouts", ""), ("names-index", "names.jsonl")],
)  # fmt: skip
def test_no_key_of_a_configuration_leads_out_of_its_folder(
    desk: Path,
    opened: _Opened,
    capsys: pytest.CaptureFixture[str],
    key: str,
    name: str,
    way: str,
    counted: Callable[[int, str], None],
) -> None:
    value = way.replace("{root}", desk.parent.as_posix()).replace("{}", name)
    if not name and way == "link-to-{}":
        value = "link"
    text = "".join(f"\\u{ord(each):04x}" for each in value)
    text = f'"{text}"' if key == "names-index" else f'["{text}"]'
    (desk / "copydesk.toml").write_text(f"{key} = {text}\n", "utf-8")
    said = _refused(capsys)
    assert f"“{key}”" in said
    assert opened.under(desk.parent / "outside") == []
    assert main(["check", "--isolated", "a.html"]) == 0
    counted(1, "ways out of a configuration's folder")


def _link_in_layouts(desk: Path) -> str:
    (desk / "own").mkdir()
    (desk / "own" / "a.toml").symlink_to(desk.parent / "outside" / "layout.toml")
    return 'layouts = ["own"]'


def _link_to_itself(desk: Path) -> str:
    (desk / "own").mkdir()
    (desk / "own" / "a.toml").symlink_to("a.toml")
    return 'layouts = ["own"]'


def _link_as_group(desk: Path) -> str:
    (desk / "own").mkdir()
    (desk / "own" / "words").symlink_to(desk.parent / "outside" / "rules" / "words")
    return 'rule-folders = ["own"]'


def _link_as_rule(desk: Path) -> str:
    (desk / "own" / "words").mkdir(parents=True)
    outside = desk.parent / "outside" / "rules" / "words" / "harbour.toml"
    (desk / "own" / "words" / "harbour.toml").symlink_to(outside)
    return 'rule-folders = ["own"]'


def _link_as_table(desk: Path) -> str:
    (desk / "own" / "words").mkdir(parents=True)
    (desk / "own" / "words" / "harbour.toml").write_text(TABLE_RULE, "utf-8")
    outside = desk.parent / "outside" / "rules" / "words" / "words.tsv"
    (desk / "own" / "words" / "words.tsv").symlink_to(outside)
    return 'rule-folders = ["own"]'


def _table_elsewhere(desk: Path) -> str:
    (desk / "own" / "words").mkdir(parents=True)
    rule = TABLE_RULE.replace("words.tsv", "../../../outside/rules/words/words.tsv")
    (desk / "own" / "words" / "harbour.toml").write_text(rule, "utf-8")
    return 'rule-folders = ["own"]'


def _link_as_names(desk: Path) -> str:
    (desk / "names.jsonl").symlink_to(desk.parent / "outside" / "names.jsonl")
    return ""


def _extends(desk: Path) -> str:
    return 'extends = "../outside/copydesk.toml"'


def _preset(desk: Path) -> str:
    return 'preset = "../../outside/layout"'


@pytest.mark.parametrize(
    "trap",
    [
        _link_in_layouts, _link_to_itself, _link_as_group, _link_as_rule, _link_as_table,
        _table_elsewhere, _link_as_names, _extends, _preset,
    ],
)  # fmt: skip
def test_what_a_configuration_names_leads_out_of_its_folder_nowhere(
    desk: Path,
    opened: _Opened,
    capsys: pytest.CaptureFixture[str],
    trap: Callable[[Path], str],
    counted: Callable[[int, str], None],
) -> None:
    (desk / "copydesk.toml").write_text(trap(desk) + "\n", "utf-8")
    _refused(capsys)
    assert opened.under(desk.parent / "outside") == []
    counted(1, "ways out of a configuration's folder")


@pytest.mark.parametrize("name", ["copydesk.toml", "pyproject.toml"])
def test_a_configuration_that_is_a_link_out_is_read_only_where_it_is_named(
    desk: Path, opened: _Opened, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    secret = desk.parent / "outside" / name
    table = "[tool.copydesk]\n" if name == "pyproject.toml" else ""
    secret.write_text(f'{table}ignore = ["typos"]\n', "utf-8")
    (desk / name).symlink_to(secret)
    opened.paths = []
    assert "a link out of its folder" in _refused(capsys)
    assert opened.under(desk.parent / "outside") == []
    assert main(["check", "--config", name, "a.html"]) == 0


def test_a_link_inside_the_folder_is_followed(desk: Path) -> None:
    (desk / "house" / "words").mkdir(parents=True)
    (desk / "house" / "words" / "harbour.toml").write_text(RULE, "utf-8")
    (desk / "rules").symlink_to("house")
    (desk / "copydesk.toml").write_text('rule-folders = ["rules"]\n', "utf-8")
    assert main(["check", "a.html"]) == 1
    assert main(["check", "--isolated", "a.html"]) == 0


# What would give a stranger's data power over the process.
_POWERS = frozenset(
    "eval exec compile __import__ pickle marshal shelve yaml ctypes runpy code codeop pty socket ssl "
    "http urllib.request ftplib smtplib asyncio xmlrpc webbrowser os.system os.popen".split()
)
_ALLOWED = {"cli/changes.py": {"subprocess"}}


def _powers(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
        elif isinstance(node, ast.Call) and not ast.unparse(node.func).startswith("re"):
            found.add(ast.unparse(node.func))
            if any(each.arg == "shell" for each in node.keywords):
                found.add("a shell")
    return found & (_POWERS | {"subprocess", "a shell"})


def test_no_module_can_run_what_it_reads() -> None:
    package = Path(lint.__file__).parent
    found = {
        path.relative_to(package).as_posix(): powers
        for path in package.rglob("*.py")
        if not path.name.startswith("build_") and (powers := _powers(path))
    }
    assert found == _ALLOWED


def test_modules_that_lie_about_are_not_run(
    tmp_path: Path, counted: Callable[[int, str], None]
) -> None:
    command = Path(sys.executable).parent / "copydesk"
    if not command.exists():
        pytest.skip("copydesk is not installed beside this Python")
    names = "re json tomllib argparse lint lxml re2 sitecustomize usercustomize conftest copydesk site os".split()
    for name in names:
        (tmp_path / f"{name}.py").write_text("import sys; sys.exit('pwned')\n", "utf-8")
    (tmp_path / "house" / "words").mkdir(parents=True)
    (tmp_path / "house" / "words" / "harbour.toml").write_text(RULE, "utf-8")
    (tmp_path / "copydesk.toml").write_text('rule-folders = ["house"]\n', "utf-8")
    (tmp_path / "a.html").write_text("<p>The harbour.</p>", "utf-8")
    done = subprocess.run([command, "a.html"], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"harbour" in done.stdout
    (tmp_path / "house" / "words" / "evil.py").write_text(
        "import sys; sys.exit('pwned')\n", "utf-8"
    )
    done = subprocess.run([command, "a.html"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"evil.py: a group holds rules (.toml) and their tables" in done.stderr
    counted(len(names) + 1, "Python files that lie about and are not run")


OPTIONS = [
    "--config=evil.toml", "--isolated", "--exit-zero", "-q", "-oevil.html", "--output-file=evil", "--fix",
    "--select=x", "--ignore=typos", "--fail-on=never", "--help", "-h", "--version", "-V", "--no-cache",
    "--diff-base=HEAD", "--unsafe-fixes", "--jobs=1", "--exclude=*",
]  # fmt: skip


@pytest.mark.parametrize("name", OPTIONS)
def test_a_file_name_never_becomes_an_option(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    counted: Callable[[int, str], None],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("<p>It hit the the wall.</p>", "utf-8")
    for command in (["check"], ["fix"], []):
        assert main([*command, "--output-format=concise", name]) == 2
        output, errors = capsys.readouterr()
        assert output == ""
        assert f"“{name}” is a file, but reads as an option" in errors
    assert main(["check", "--output-format=concise", "--", name]) == 1
    assert f"{name}:1:15: error doubled-word" in capsys.readouterr().out
    assert os.listdir() == [name]  # noqa: PTH208
    counted(1, "file names that read as options")
