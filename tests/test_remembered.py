"""Rules remembered between runs: the same rules, and made anew whenever there is a doubt."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from lint.rulebook import RuleError, load_rules
from lint.rulebook.remembered import cache_folder

RULE = """title = "A spade"
severity = "{severity}"
check = "house-words"
message = "Write {{wanted}}"
why = "So."
do = "Do."

[options.words]
spade = "shovel"
"""


def _rule(folder: Path, severity: str, *, seconds: int = 100) -> None:
    path = folder / "mine" / "spade.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RULE.format(severity=severity), "utf-8")
    now = path.stat().st_mtime
    os.utime(path, (now - seconds, now - seconds))


def _severity(folder: Path, cache: Path) -> str:
    return load_rules([folder], cache=cache)["spade"].severity


def _remembered(cache: Path) -> list[Path]:
    return sorted(cache.glob("*.json"))


def test_what_is_remembered_is_what_was_read(tmp_path: Path) -> None:
    house, cache = tmp_path / "house", tmp_path / "cache"
    _rule(house, "note")
    first = load_rules([house], cache=cache)
    assert _remembered(cache)
    again, afresh = load_rules([house], cache=cache), load_rules([house])
    assert again.rules == first.rules == afresh.rules
    assert again.names == first.names == afresh.names


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    house, cache = tmp_path / "house", tmp_path / "cache"
    _rule(house, "note")
    assert _severity(house, cache) == "note"
    _rule(house, "error", seconds=50)
    assert _severity(house, cache) == "error"


def test_a_new_and_a_removed_file_are_noticed(tmp_path: Path) -> None:
    house, cache = tmp_path / "house", tmp_path / "cache"
    _rule(house, "note")
    _severity(house, cache)
    (house / "mine" / "broken.toml").write_text("title = ", "utf-8")
    with pytest.raises(RuleError):
        load_rules([house], cache=cache)
    (house / "mine" / "broken.toml").unlink()
    assert _severity(house, cache) == "note"


def test_a_file_just_written_is_not_remembered(tmp_path: Path) -> None:
    house, cache = tmp_path / "house", tmp_path / "cache"
    _rule(house, "note", seconds=0)
    _severity(house, cache)
    assert not any("spade" in path.read_text("utf-8") for path in _remembered(cache))


@pytest.mark.parametrize(
    "damage",
    ["", "{", "[]", "null", '{"state": 1}', "\xff", '{"tables": {}}', "[" * 100_000],
)
def test_a_damaged_memory_is_passed_over(damage: str, tmp_path: Path) -> None:
    house, cache = tmp_path / "house", tmp_path / "cache"
    _rule(house, "note")
    _severity(house, cache)
    for path in _remembered(cache):
        path.write_bytes(damage.encode("latin-1"))
    assert _severity(house, cache) == "note"


def test_what_is_remembered_is_checked_again(tmp_path: Path) -> None:
    house, cache = tmp_path / "house", tmp_path / "cache"
    _rule(house, "note")
    _severity(house, cache)
    for path in _remembered(cache):
        path.write_text(path.read_text("utf-8").replace('"note"', '"fatal"'), "utf-8")
    with pytest.raises(RuleError, match="fatal"):
        _severity(house, cache)


def test_tables_that_are_none_are_passed_over(tmp_path: Path) -> None:
    house, cache = tmp_path / "house", tmp_path / "cache"
    _rule(house, "note")
    _severity(house, cache)
    for path in _remembered(cache):
        known = json.loads(path.read_text("utf-8"))
        known["tables"] = dict.fromkeys(known["tables"], 1)
        path.write_text(json.dumps(known), "utf-8")
    assert _severity(house, cache) == "note"


def test_where_nothing_can_be_kept_rules_are_read_all_the_same(tmp_path: Path) -> None:
    house, cache = tmp_path / "house", tmp_path / "cache"
    _rule(house, "note")
    cache.write_text("a file, no folder", "utf-8")
    assert _severity(house, cache) == "note"


def test_the_place_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.setenv("COPYDESK_CACHE_DIR", "")
    assert cache_folder() is None
