"""An archive's words: counted in any order and by any number of workers, added up, used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import lint.cli.train
from lint.cli import main
from lint.prose.word_index import CountLineError, read_count

PAGE = '<html lang="en"><body><article><h1>The harbour</h1><p>The {word} came back to the quay. {line} The crew left the hall, and the lamps went out, as they did on all the other days.</p></article></body></html>'
SLIP = "He ran for pubic office in the spring."


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPYDESK_CACHE_DIR", "")
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(12):
        word = ("harbur", "pilotboot")[number % 3 == 0]
        _write(folder / f"{number:02}.html", word, SLIP if number % 4 == 1 else "")
    return folder


def _write(path: Path, word: str, line: str = "") -> None:
    path.write_text(PAGE.format(word=word, line=line), "utf-8")


def _lines(path: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


def test_articles_pairs_and_unknown_words_are_counted(archive: Path) -> None:
    assert main(["train", "articles", "--jobs", "1"]) == 0
    assert _lines("words.jsonl") == [
        {"articles": 12},
        {"pair": "pubic public", "articles": 3},
        {"word": "harbur", "articles": 8},
        {"word": "pilotboot", "articles": 4},
    ]


def test_workers_order_memory_and_adding_up_change_no_byte(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(str(path) for path in archive.iterdir())
    mixed = files[::-2] + files[-2::-2]
    assert sorted(mixed) == files
    assert main(["train", "-o", "one.jsonl", "--jobs", "1", *files]) == 0
    assert main(["train", "-o", "four.jsonl", "--jobs", "4", *mixed]) == 0
    assert main(["train", "-o", "half.jsonl", *mixed[:5]]) == 0
    assert main(["train", "-o", "rest.jsonl", *mixed[5:]]) == 0
    assert main(["train", "-o", "sum.jsonl", "rest.jsonl", "half.jsonl"]) == 0
    assert main(["train", "-o", "added.jsonl", "half.jsonl", *mixed[5:]]) == 0
    monkeypatch.setattr(lint.cli.train, "_MOST", 1)
    assert main(["train", "-o", "small.jsonl", *files]) == 0
    wanted = Path("one.jsonl").read_bytes()
    assert len(wanted) > 100
    for name in ("four", "sum", "added", "small"):
        assert Path(f"{name}.jsonl").read_bytes() == wanted


def test_a_word_of_the_archive_is_no_misspelling(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(Path("new.html"), "harbur")
    arguments = ["check", "new.html", "--select", "misspelling", "--fail-on", "note"]
    assert main(arguments) == 1
    Path("copydesk.toml").write_text("", "utf-8")
    assert main(["train", "articles"]) == 0
    assert main(arguments) == 0
    Path("copydesk.toml").write_text("[rules.misspelling]\narticles = 9\n", "utf-8")
    assert main(arguments) == 1
    assert "harbur" in capsys.readouterr().out


def test_a_pair_that_fires_often_on_the_archive_is_let_be(archive: Path) -> None:
    _write(Path("new.html"), "ferry", SLIP)
    arguments = ["check", "new.html", "--select", "likely-word", "--fail-on", "note"]
    assert main(arguments) == 1
    Path("copydesk.toml").write_text('words-index = "counts.jsonl"\n', "utf-8")
    Path("counts.jsonl").write_text('{"articles": 9000}\n{"pair": "pubic public", "articles": 1}\n')
    assert main(arguments) == 1
    Path("counts.jsonl").write_text(
        '{"articles": 9000}\n{"pair": "pubic public", "articles": 200}\n'
    )
    assert main(arguments) == 0


@pytest.mark.parametrize(
    "line",
    [
        "{}", "[]", "x", '{"word": "a", "articles": 0}', '{"articles": 1, "x": 2, "y": 3}',
        '{"word":"a","articles":1}', '{"word": "a", "articles": true}', '{"word": 3, "articles": 2}',
        "[" * 5000, '{"word": "' + "a" * 500 + '", "articles": 1}', '{"other": "a", "articles": 1}',
        '{"pair": "a b", "word": "c", "articles": 1}',
    ],
)  # fmt: skip
def test_a_damaged_file_is_refused_in_one_line(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CountLineError):
        read_count(line.encode())
    Path("bad.jsonl").write_text(f'{{"articles": 3}}\n{line}\n', "utf-8")
    assert main(["train", "bad.jsonl", "-o", "out.jsonl"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "bad.jsonl: line 2" in told
    assert not Path("out.jsonl").exists()
    Path("words.jsonl").write_text(f"{line}\n", "utf-8")
    Path("copydesk.toml").write_text("", "utf-8")
    _write(Path("new.html"), "ferry")
    assert main(["check", "new.html"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "words.jsonl: line 1: not made by `copydesk train`" in told


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (['{"word": "a", "articles": 1}'], "line 1: the number of articles stands first"),
        (['{"articles": 1}', '{"articles": 1}'], "line 2: the number of articles stands first"),
        (
            ['{"articles": 1}', '{"word": "b", "articles": 1}', '{"word": "a", "articles": 1}'],
            "line 3: not in its place",
        ),
    ],
)
def test_lines_out_of_place_are_refused(
    lines: list[str], problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    Path("bad.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    assert main(["train", "bad.jsonl"]) == 2
    assert problem in capsys.readouterr().err


def test_what_cannot_be_read_keeps_the_file_from_being_written(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive / "bad.html").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert main(["train", "articles"]) == 2
    assert "words.jsonl: not written" in capsys.readouterr().err
    assert not Path("words.jsonl").exists()
    Path("empty").mkdir()
    assert main(["train", "empty"]) == 2


def test_a_rule_cannot_name_the_file(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for rule in ("likely-word", "misspelling"):
        Path("copydesk.toml").write_text(f'[rules.{rule}]\narchive = "words.jsonl"\n', "utf-8")
        assert main(["check", "articles"]) == 2
        assert "words-index" in capsys.readouterr().err
    Path("copydesk.toml").write_text('words-index = "../words.jsonl"\n', "utf-8")
    assert main(["check", "articles"]) == 2
