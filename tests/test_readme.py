"""What the README promises is what happens."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import lint
from lint.desk import check_text, fix_text
from lint.rulebook import load_rules

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def _block(language: str, containing: str) -> str:
    return next(block for block in _blocks(language) if containing in block)


def _run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "lint", *arguments]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_finding_that_it_shows_is_a_real_one() -> None:
    shown = _block("", "caption-alt-conflict").strip("\n")
    assert shown in (ROOT / "tests" / "snapshots" / "flawed.text").read_text("utf-8")


def test_the_public_names_are_the_documented_ones() -> None:
    line = README[README.index("Public names:") :].split(". (")[0]
    assert sorted(re.findall(r"`(\w+)`", line)) == sorted(lint.__all__)
    for name in lint.__all__:
        assert getattr(lint, name).__doc__


def test_the_library_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(_block("python", "from lint import"), "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("a-an Span(start=11, end=12) “a hour”")


def test_the_rule_of_five_minutes_works(tmp_path: Path) -> None:
    text = _block("toml", "house-rules/words/upcoming.toml")
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "upcoming.toml").write_text(text, "utf-8")
    book = load_rules([tmp_path], examples=True)
    rule = book["upcoming"]
    (bad,), (good,) = rule.bad, rule.good
    assert [each.span for each in check_text(bad.html, [rule]).findings] == list(bad.marks)
    assert fix_text(bad.html, [rule])[0] == bad.fixed
    assert check_text(good.html, [rule]).findings == ()


def test_the_configuration_example_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text(_block("toml", "preset       ="), "utf-8")
    (tmp_path / "house-rules" / "words").mkdir(parents=True)
    rule = _block("toml", "house-rules/words/upcoming.toml")
    (tmp_path / "house-rules" / "words" / "upcoming.toml").write_text(rule, "utf-8")
    (tmp_path / "our-site.toml").write_text('match = ["div.our-site"]\n', "utf-8")
    (tmp_path / "a.html").write_text("<p>It opened on 3 March 2024, said Moria Kell.</p>", "utf-8")
    done = _run("check", "a.html", folder=tmp_path)
    assert done.returncode == 1
    assert "The house writes “Moira Kell”, not “Moria Kell”" in done.stdout


def test_the_stet_example_lets_its_date_stand() -> None:
    html = _block("html", "stet")
    (finding,) = check_text(html, load_rules().select()).findings
    assert (finding.rule, finding.suppressed) == (
        "date-impossible",
        "quoted as it stands in the letter",
    )


def test_the_commands_of_the_ci_examples_do_what_ci_needs(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "bad one é.html").write_text("<p>It took a hour.</p>\n", "utf-8")
    (articles / "good.html").write_text("<p>It took an hour.</p>\n", "utf-8")
    (tmp_path / "copydesk.toml").touch()
    commands = re.findall(r"(?:run: |- )copydesk (check .*articles/)$", README, re.MULTILINE)
    assert len(commands) == 4
    for command in commands:
        done = _run(*command.split(), folder=tmp_path)
        assert done.returncode == (0 if "--exit-zero" in command else 1), command
        assert "Traceback" not in done.stderr
        if "github" in command:
            first = done.stdout.splitlines()[0]
            assert first.startswith("::error file=articles/bad one é.html,line=1,endLine=1,col=12,")
        if "sarif" in command:
            (run,) = json.loads((tmp_path / "copydesk.sarif").read_text("utf-8"))["runs"]
            (result,) = run["results"]
            location = result["locations"][0]["physicalLocation"]
            assert location["artifactLocation"]["uri"] == "articles/bad%20one%20%C3%A9.html"
            assert location["region"]["startColumn"] == 12
            assert len(run["artifacts"]) == 2


def test_every_command_that_it_shows_exists(tmp_path: Path) -> None:
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for step in (
        ("init", "-q"),
        (*author, "commit", "-q", "--allow-empty", "-m", "x"),
        ("update-ref", "refs/remotes/origin/main", "HEAD"),
    ):
        subprocess.run(["git", *step], cwd=tmp_path, check=True)
    (tmp_path / "articles").mkdir()
    for name in ("article.html", "a.html", "articles/b.html"):
        (tmp_path / name).write_text("<p>It took a hour.</p>\n", "utf-8")
    lines = _block("sh", "copydesk explain").splitlines()
    commands = [line.split("#")[0].split("copydesk ")[1].split() for line in lines]
    assert len(commands) == 9
    for command in commands:
        if "-" in command:
            continue  # read from standard input: tests/cli has it
        done = _run(*command, folder=tmp_path)
        assert done.returncode in (0, 1), done.stderr
        assert done.stdout


def test_each_exit_code_is_the_documented_one(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("<p>It took a hour.</p>", "utf-8")
    (tmp_path / "good.html").write_text("<p>It took an hour.</p>", "utf-8")
    assert _run("check", "good.html", folder=tmp_path).returncode == 0
    assert _run("check", "bad.html", folder=tmp_path).returncode == 1
    both = _run("check", "bad.html", "gone.html", folder=tmp_path)
    assert both.returncode == 2
    assert "a-an" in both.stdout
    assert "gone.html" in both.stderr
