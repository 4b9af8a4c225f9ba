"""The public names: they are there, they say what they do, and they cost nothing unasked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import lint
from lint.report import FORMATS, render

BOOK = lint.load_rules()


@pytest.mark.parametrize("name", lint.__all__)
def test_every_public_name_exists_and_is_documented(name: str) -> None:
    assert getattr(lint, name).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="check_texts"):
        _ = lint.check_texts  # type: ignore[attr-defined]  # that is the point


def test_a_text_is_checked_and_fixed() -> None:
    checked = lint.check_text("<p>It hit the the wall.</p>", BOOK)
    assert [(each.rule, tuple(each.span)) for each in checked.findings] == [
        ("doubled-word", (14, 17))
    ]
    text, mended = lint.fix_text("<p>It hit the the wall.</p>", BOOK)
    assert text == "<p>It hit the wall.</p>"
    assert len(mended) == 1


def test_a_file_is_checked_and_a_missing_one_is_no_exception(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>It hit the the wall.</p>", "utf-8")
    assert [each.rule for each in lint.check_file(path, BOOK).findings] == ["doubled-word"]
    assert "no such file" in lint.check_file(tmp_path / "b.html", BOOK).error


def test_the_version_needs_neither_lxml_nor_the_rules() -> None:
    code = (
        "import sys; from lint.cli import main; main(['--version']);"
        "print(*[m for m in ('lxml', 'tomllib', 'lint.checks', 'bs4') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"copydesk {lint.__version__}\n\n"


def test_a_run_imports_what_it_needs_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>It hit the wall.</p>", "utf-8")
    heavy = "('bs4', 'spellchecker', 'concurrent.futures', 'importlib.metadata', 'difflib', 're2')"
    code = (
        f"import sys; from lint.cli import main; main(['check', '-q', {str(path)!r}]);"
        f"print(*[m for m in {heavy} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_text_that_no_file_holds_and_rules_that_are_off_can_be_told(output_format: str) -> None:
    assert any(rule.severity == "off" for rule in BOOK)
    checked = lint.check_text("<p>The the \ud800 wall \udfff.</p>", BOOK)
    assert checked.findings
    assert "guess" in checked.notices[0]
    assert render(lint.Report((checked,), BOOK.rules), output_format).encode()
