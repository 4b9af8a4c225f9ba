"""The house list of names: read strictly, merged with a newsroom's own, shown to people."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from lint.cli import main
from lint.desk import check_text, fix_text
from lint.rulebook import RuleError, builtin_rules, load_rules
from lint.rulebook.house import house_lists, read_house_list

OWN = """# Ours.
["Moira Kellow"]
variants = ["Moria Kellow", "Moira Kellowe"]
note     = "Mayor of Eastport."

["Qadhafi"]
variants = ["Gaddafi"]
note     = "As the desk has written him since 1970."

["Hilary Clinton"]
"""


def _folder(root: Path, text: str = OWN) -> Path:
    (root / "house-rules" / "names").mkdir(parents=True, exist_ok=True)
    path = root / "house-rules" / "names" / "house.toml"
    path.write_text(text, "utf-8")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    return root / "house-rules"


def _fixed(folder: Path, text: str, cache: Path | None = None) -> str:
    return fix_text(text, load_rules([folder], cache=cache).select(["name-house"]), unsafe=True)[0]


def test_our_list_is_read_and_each_name_has_variants() -> None:
    ((path, names),) = house_lists([builtin_rules()])
    assert path.name == "house.toml"
    assert len(names) > 40
    assert all(name.variants for name in names)
    written = {variant: name.form for name in names for variant in name.variants}
    assert load_rules()["name-house"].options.names == written


def test_an_own_list_adds_and_goes_before_ours(tmp_path: Path) -> None:
    folder, cache = _folder(tmp_path), tmp_path / "cache"
    text = "<p>Moria Kellow met Gaddafi, Khadafy and Hilary Clinton, and Barak Obama’s aide.</p>"
    wanted = "<p>Moira Kellow met Qadhafi, Qadhafi and Hilary Clinton, and Barack Obama’s aide.</p>"
    for _ in range(3):  # parsed, remembered, recalled
        assert _fixed(folder, text, cache) == wanted
    assert len(list(cache.glob("rules-*.json"))) == 2


def test_a_list_needs_no_rule_beside_it_and_a_change_is_seen(tmp_path: Path) -> None:
    folder, cache = _folder(tmp_path), tmp_path / "cache"
    assert _fixed(folder, "<p>Moria Kellow left.</p>", cache) == "<p>Moira Kellow left.</p>"
    _folder(tmp_path, '["Moria Kellow"]\nvariants = ["Moria Kelow"]\n')
    assert _fixed(folder, "<p>Moria Kellow left.</p>", cache) == "<p>Moria Kellow left.</p>"


def test_the_configuration_goes_before_the_lists(tmp_path: Path) -> None:
    settings = {"name-house": {"names": {"Moria Kellow": "", "Moira Kellow": "Moria Kellow"}}}
    book = load_rules([_folder(tmp_path)], settings=settings).select(["name-house"])
    checked = check_text("<p>Moria Kellow met Moira Kellow and Moira Kellowe.</p>", book)
    assert [each.message for each in checked.findings] == [
        "The house writes “Moria Kellow”, not “Moira Kellow”",
        "The house writes “Moria Kellow”, not “Moira Kellowe”",
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('["A Kell"]\nvariant = ["A Kel"]', 2, "unknown key “variant”; did you mean “variants”"),
        ('["A Kell"]\nvariants = "A Kel"', 2, "“variants” must be a list of texts, as in"),
        ('["A Kell"]\nvariants = [\n  "A Kel",\n  "A  Kl",\n]', 4, "“A  Kl” is no name; write it"),
        ('["A Kell"]\nvariants = ["A Kel", "A Kel"]', 2, "“A Kel” stands twice; take one out"),
        ('["A Kell"]\nvariants = ["A Kell"]', 2, "stands as its own form; take one out"),
        ('["A Kell"]\n\nvariants = ["Kell"]', 3, "contains “Kell”, and would be changed again"),
        ('["A Kell"]\nnote = 7', 2, "“note” must be a text"),
        ('["..."]\nnote = "x"', 1, "“...” is no name"),
        ('["A"]\nvariants = ["B"]\n["C"]\nvariants = ["B"]', 4, "stands under “A” already; keep"),
        ('["A"]\nvariants = ["C"]\n["C"]\nnote = "x"', 2, "“C” is a form of this list; make it no"),
        ("[Moira Kell]\nnote = 'x'", 1, "put “Moira Kell” between quotes"),
        ("[U.Thant]\nnote = 'x'", None, "put the whole name between quotes"),
        ('["A"]\nnote = "x"\n["A"]\nnote = "y"', 3, "twice"),
        ('"A Kell" = "A Kel"', None, "a name is a table of its own: write"),
        ('check = "pattern"\ntitle = "x"', None, "kept for a list of names; call the rule"),
    ],
)
def test_a_bad_entry_is_named_with_its_line(
    tmp_path: Path, text: str, line: int | None, message: str
) -> None:
    folder = _folder(tmp_path, text)
    with pytest.raises(RuleError) as caught:
        load_rules([folder])
    said = str(caught.value)
    assert said.startswith(str(folder / "names" / "house.toml"))
    assert message in said
    assert "\n" not in said
    assert line is None or f"line {line}" in said


def test_lists_that_change_a_name_for_ever_are_refused(tmp_path: Path) -> None:
    for names in ({"Kell": "A Kell"}, {"A Kell": "B Kell", "B Kell": "A Kell"}):
        with pytest.raises(RuleError, match="A Kell"):
            load_rules(settings={"name-house": {"names": names}})
    load_rules(settings={"name-house": {"names": {"Kell": "Kellow", "Al": "Alan Kell"}}})


def test_explain_shows_names_variants_and_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _folder(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPYDESK_CACHE_DIR", "")
    Path("copydesk.toml").write_text('rule-folders = ["house-rules"]\n', "utf-8")
    assert main(["explain", "name-house"]) == 0
    text = capsys.readouterr().out
    assert "  Moira Kellow\n    not Moria Kellow, Moira Kellowe\n    Mayor of Eastport.\n" in text
    assert "  Hilary Clinton\n" in text
    assert "not Hilary Clinton" not in text
    assert "\n  Gaddafi\n" not in text
    assert "  Emmanuel Macron\n    not Emanuel Macron" in text
    assert max(map(len, text.splitlines())) <= 80 + len(str(tmp_path))


def test_a_list_on_a_pull_request_reaches_nowhere_else(tmp_path: Path) -> None:
    secret = tmp_path / "secret.toml"
    secret.write_text("not = a list", "utf-8")
    folder = _folder(tmp_path)
    (folder / "names" / "house.toml").unlink()
    (folder / "names" / "house.toml").symlink_to(secret)
    with pytest.raises(RuleError, match="leads out of the folder"):
        load_rules([folder])


def test_a_note_is_one_line_and_the_list_is_plain_data(tmp_path: Path) -> None:
    folder = _folder(tmp_path, '["A Kell"]\nnote = """\nFirst.\n  Second.\n"""\n')
    (name,) = read_house_list(folder / "names" / "house.toml")
    assert (
        json.dumps(name._asdict()) == '{"form": "A Kell", "variants": [], "note": "First. Second."}'
    )
