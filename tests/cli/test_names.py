"""An archive's names: built in any order and by any number of workers, merged, checked, used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import lint.cli.names
from lint.cli import main

PAGE = '<html lang="en"><head><meta property="article:published_time" content="{day}T09:00:00Z"></head><body><article><h1>The harbour</h1><p>Envoy {name} spoke to the crew of the ferry. Later {name} left the hall, and the crew left, too.</p><p>The ferry came in the evening, as it did on all the other days.</p></article></body></html>'


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPYDESK_CACHE_DIR", "")
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(44):
        name = ("Yasser Al-Makhdour", "Yasser Makhdour")[number % 7 == 3]
        _write(folder / f"{number:02}.html", name, f"2019-03-{number % 28 + 1:02}")
    _write(folder / "odd.html", "Yasser Mahdoor", "2019-04-01")
    _write(folder / "other.html", "Khalil Tahan", "2019-04-02")
    return folder


def _write(path: Path, name: str, day: str) -> None:
    path.write_text(PAGE.format(name=name, day=day), "utf-8")


def _lines(path: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


def test_an_index_counts_articles_and_forms(archive: Path) -> None:
    assert main(["names", "build", "articles", "--jobs", "1"]) == 0
    known = {line["name"]: line for line in _lines("names.jsonl")}
    assert known["yasser makhdour"] == {
        "name": "yasser makhdour", "articles": 44, "first": "2019-03-01", "last": "2019-03-28",
        "forms": {"Yasser Al-Makhdour": 38, "Yasser Makhdour": 6},
    }  # fmt: skip
    assert set(known) == {"yasser makhdour", "yasser mahdoor", "khalil tahan"}


def test_workers_order_memory_and_merging_change_no_byte(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(str(path) for path in archive.iterdir())
    mixed = files[::-2] + files[-2::-2]
    assert sorted(mixed) == files
    assert main(["names", "build", "-o", "one.jsonl", "--jobs", "1", *files]) == 0
    assert main(["names", "build", "-o", "four.jsonl", "--jobs", "4", *mixed]) == 0
    assert main(["names", "build", "-o", "half.jsonl", *mixed[:9]]) == 0
    assert main(["names", "build", "-o", "rest.jsonl", *mixed[9:]]) == 0
    assert main(["names", "build", "-o", "merged.jsonl", "rest.jsonl", "half.jsonl"]) == 0
    assert main(["names", "build", "-o", "added.jsonl", "half.jsonl", *mixed[9:]]) == 0
    monkeypatch.setattr(lint.cli.names, "_MOST", 1)
    assert main(["names", "build", "-o", "small.jsonl", *files]) == 0
    wanted = Path("one.jsonl").read_bytes()
    assert len(wanted) > 200
    for name in ("four", "merged", "added", "small"):
        assert Path(f"{name}.jsonl").read_bytes() == wanted


def test_near_names_are_listed_with_their_articles(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["names", "check", "articles"]) == 1
    text = capsys.readouterr().out
    assert "“Yasser Mahdoor” (1 article), “Yasser Al-Makhdour” (44 articles): one name?" in text
    assert "odd.html" in text
    assert main(["names", "check", "articles", "--output-format", "json", "--exit-zero"]) == 0
    pairs = json.loads(capsys.readouterr().out)["pairs"]
    assert [pair["majority"] for pair in pairs] == ["Yasser Al-Makhdour"]
    assert pairs[0]["found-in"] == [str(Path("articles", "odd.html"))]


def test_first_names_and_divisions_are_compared_with_evidence(
    archive: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in archive.iterdir():
        path.unlink()
    names = {
        "Bryan Hollister": 6, "Brian Hollister": 2, "Anna Hollister": 1,
        "Zhang Xiaomin": 2, "Zhang Xiao Min": 2, "Zhang Xiaoming": 9,
        "Mohammadreza Tahani": 1, "Mohammad Reza Tahani": 4,
        # A surname of many: no evidence.
        "Bryan Wellfort": 6, "Brian Wellfort": 2, "Anna Wellfort": 1, "Carl Wellfort": 1,
        "Dora Wellfort": 1, "Emil Wellfort": 1,
    }  # fmt: skip
    for name, count in names.items():
        for number in range(count):
            _write(archive / f"{name} {number}.html", name, "2019-03-01")
    for most in (50_000, 2):  # names in memory
        monkeypatch.setattr(lint.cli.names, "_MOST", most)
        assert main(["names", "check", "articles", "--output-format", "json"]) == 1
        pairs = json.loads(capsys.readouterr().out)["pairs"]
        assert [(each["form"], each["majority"], each["evidence"]) for each in pairs] == [
            ("Brian Hollister", "Bryan Hollister", "surname"),
            ("Mohammadreza Tahani", "Mohammad Reza Tahani", "letters"),
            ("Zhang Xiao Min", "Zhang Xiaomin", "letters"),
        ]
    assert main(["names", "check", "articles"]) == 1
    text = " ".join(capsys.readouterr().out.split())
    assert "the same surname, which 1 else here has; most articles write “Bryan Holl" in text
    assert "the same letters, divided in another way; most articles write “Zhang Xiaomin”" in text


def test_check_uses_the_index_beside_the_configuration(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive / "odd.html").unlink()
    Path("copydesk.toml").write_text("", "utf-8")
    assert main(["names", "build", "articles"]) == 0
    _write(Path("new.html"), "Yasser Mahdoor", "2019-05-01")
    assert main(["check", "new.html", "--select", "name-index", "--fail-on", "warning"]) == 1
    assert "“Yasser Al-Makhdour” in 44 articles" in " ".join(capsys.readouterr().out.split())
    lines = (
        Path("names.jsonl")
        .read_text("utf-8")
        .replace('"Yasser Makhdour": 6}', '"Yasser Makhdour": 6}, "others": ["yasser mahdoor"]')
    )
    Path("names.jsonl").write_text(lines, "utf-8")
    assert main(["check", "new.html", "--select", "name-index", "--fail-on", "warning"]) == 0


@pytest.mark.parametrize(
    "line",
    ["{}", '{"name": "a b"}', '{"name": "a b", "articles": 0, "forms": {"A B": 1}}', "[]", "x"],
)
def test_a_damaged_index_is_refused(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.jsonl").write_text(f"{line}\n", "utf-8")
    assert main(["names", "check", "--index", "bad.jsonl"]) == 2
    assert "bad.jsonl: line 1" in capsys.readouterr().err


def test_an_index_outside_the_configurations_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("copydesk.toml").write_text('names-index = "../names.jsonl"\n', "utf-8")
    assert main(["check", "."]) == 2
    Path("copydesk.toml").write_text('[rules.name-index]\narchive = "names.jsonl"\n', "utf-8")
    assert main(["check", "."]) == 2
    assert "names-index" in capsys.readouterr().err
