"""The configuration: found upwards, read strictly, never reaching outside its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.config import Config, ConfigError, load_config


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_the_nearest_file_upwards_counts(tmp_path: Path) -> None:
    _write(tmp_path / "copydesk.toml", 'preset = "ap"')
    _write(tmp_path / "desk" / "pyproject.toml", '[tool.copydesk]\nfail-on = "note"')
    deep = tmp_path / "desk" / "world" / "asia"
    deep.mkdir(parents=True)
    config = load_config(deep)
    assert (config.path, config.fail_on) == (tmp_path / "desk" / "pyproject.toml", "note")
    assert config.preset == "default"
    assert load_config(tmp_path).preset == "ap"


def test_in_one_folder_the_own_file_goes_first(tmp_path: Path) -> None:
    _write(tmp_path / "pyproject.toml", '[tool.copydesk]\npreset = "ap"')
    _write(tmp_path / "copydesk.toml", 'fail-on = "never"')
    assert load_config(tmp_path).path == tmp_path / "copydesk.toml"


@pytest.mark.parametrize(
    "text", ["[tool.other]\n", "# copydesk\n[tool.other]\n", "this is no TOML at all"]
)
def test_a_project_file_that_says_nothing_is_passed_over(tmp_path: Path, text: str) -> None:
    _write(tmp_path / "copydesk.toml", 'preset = "ap"')
    _write(tmp_path / "project" / "pyproject.toml", text)
    assert load_config(tmp_path / "project").preset == "ap"


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_config(tmp_path) == Config(root=tmp_path)


def test_every_key_arrives(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    _write(tmp_path / "layouts" / "daily.toml", 'match = ["div.daily"]')
    path = _write(
        tmp_path / "house.toml",
        """
        preset = "ap"
        fail-on = "warning"
        select = ["dates"]
        ignore = ["date-mixed"]
        extend-select = ["typos"]
        exclude = ["drafts"]
        rule-folders = ["own"]
        layouts = ["layouts"]
        [rules.date-format]
        severity = "error"
        """,
    )
    assert load_config(Path("/"), file=str(path)) == Config(
        path=path,
        root=tmp_path,
        preset="ap",
        fail_on="warning",
        select=("dates",),
        ignore=("date-mixed",),
        extend_select=("typos",),
        exclude=("drafts",),
        rule_folders=(tmp_path / "own",),
        layouts=(tmp_path / "layouts",),
        rules={"date-format": {"severity": "error"}},
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('presett = "ap"', "unknown key “presett”; did you mean “preset”?"),
        ("preset = 1", "“preset” must be a text"),
        ('select = "dates"', "“select” must be a list of texts"),
        ('ignore = [""]', "“ignore” must be a list of texts"),
        ('fail-on = "warn"', "“fail-on” must be one of error, warning, note, never"),
        ("fail-on = []", "“fail-on” must be one of"),
        ('rules = ["own"]', "folders go under “rule-folders”"),
        ('[rules]\ndate-format = "off"', "“rules.date-format” must be a table"),
        ('preset = "ap', "Unterminated string"),
        ('rule-folders = ["own"]', "there is no folder “own”"),
        ('layouts = ["own.toml"]', "there is no file “own.toml”"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    path = _write(tmp_path / "copydesk.toml", text)
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path)
    assert str(caught.value).startswith(f"{path}: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "name",
    ["..", "../own", "a/../../own", "/etc", "https://example.org/rules", "C:\\rules", "c:rules"],
)
@pytest.mark.parametrize("key", ["rule-folders", "layouts"])
def test_nothing_outside_the_configurations_folder_is_read(
    tmp_path: Path, key: str, name: str
) -> None:
    (tmp_path / "own").mkdir()
    _write(tmp_path / "desk" / "copydesk.toml", f"{key} = ['{name}']")
    with pytest.raises(ConfigError, match="must lie below"):
        load_config(tmp_path / "desk")


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    _write(tmp_path / "desk" / "copydesk.toml", 'rule-folders = ["own"]')
    (tmp_path / "desk" / "own").symlink_to(tmp_path / "own")
    with pytest.raises(ConfigError, match="leads out"):
        load_config(tmp_path / "desk")


def test_a_named_file_must_be_there_and_speak_of_copydesk(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path, file=str(tmp_path / "none.toml"))
    with pytest.raises(ConfigError, match="not a regular file"):
        load_config(tmp_path, file=str(tmp_path))
    path = _write(tmp_path / "pyproject.toml", "[tool.other]")
    with pytest.raises(ConfigError, match=r"has no \[tool.copydesk\]"):
        load_config(tmp_path, file=str(path))


def test_a_file_that_is_no_utf8_or_nested_too_deep_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "copydesk.toml"
    path.write_bytes(b'preset = "\xff"')
    with pytest.raises(ConfigError, match="not UTF-8 at byte 10"):
        load_config(tmp_path)
    path.write_bytes(b"x = " + b"[" * 100_000)
    with pytest.raises(ConfigError):
        load_config(tmp_path)
