"""Rule files are read strictly: each mistake is one line that names file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.rulebook import RuleError, load_rules

RULE = """
title    = "Write it so"
severity = "warning"
check    = "pattern"
message  = "“{text}” is not written so"
why      = "Readers stumble."
do       = "Write “{wanted}”."

[options]
pattern = "ad-hoc"
replacement = "ad hoc"

[[bad]]
html = '''<p>An ⟦ad-hoc⟧ alliance.</p>'''
fixed = '''<p>An ad hoc alliance.</p>'''
[[good]]
html = '''<p>An ad hoc alliance.</p>'''
"""


def _write(folder: Path, text: str = RULE, name: str = "ad-hoc.toml") -> Path:
    group = folder / "words"
    group.mkdir(exist_ok=True)
    (group / name).write_text(text, "utf-8")
    return folder


def _load(folder: Path, *, examples: bool = True) -> None:
    load_rules([folder], examples=examples)


def test_a_house_adds_a_folder_of_its_own_rules(tmp_path: Path) -> None:
    book = load_rules([_write(tmp_path)], examples=True)
    rule = book["ad-hoc"]
    assert (rule.group, rule.severity, rule.fixable) == ("words", "warning", True)
    assert rule.bad[0].marks == ((6, 12),)


def test_without_examples_a_file_is_read_up_to_the_first(tmp_path: Path) -> None:
    _write(tmp_path, RULE + "\n[[good]]\nhtml = not TOML at all\n")
    assert load_rules([tmp_path])["ad-hoc"].bad == ()
    with pytest.raises(RuleError, match=r"ad-hoc\.toml"):
        _load(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title ", "titel ", "unknown key “titel”; did you mean “title”"),
        ('severity = "warning"', 'severity = "fatal"', "“severity” must be one of error, warning"),
        ('"pattern"\n', '"patern"\n', "unknown check “patern”; did you mean “pattern”"),
        ("why      =", "# why    =", "“why” is missing"),
        ("not written so", "not written so.", "a message ends without a full stop"),
        ("not written so", "x" * 90, "at most 80 characters"),
        ("{text}", "{txet}", "unknown placeholder {txet}"),
        ("{text}", "{text.__class__}", "unknown placeholder {text.__class__}"),
        ("replacement", "replacment", "unknown key “replacment”; did you mean “replacement”"),
        ('pattern = "ad-hoc"', "pattern = 7", "option “pattern” must be a text"),
        ('pattern = "ad-hoc"', 'pattern = "a(b"', "no RE2 pattern"),
        ('pattern = "ad-hoc"', 'pattern = "(?=a)b"', "no RE2 pattern"),
        ('pattern = "ad-hoc"', 'kinds = ["captoin"]\npattern = "x"', "unknown kind “captoin”"),
        ('"ad hoc"', "'\\2'", "is a group that the pattern does not have"),
        (
            "[options]",
            "[cases.odd]\nseverity = 'note'\n[options]",
            "case “odd”: the check has no such case",
        ),
        ("why      =", "yields-to = 7\nwhy =", "“yields-to” must be a list of texts"),
        ("why      =", "yields-to = ['sick']\nwhy =", "unknown rule “sick”; did you mean “sic”"),
        ("⟦ad-hoc⟧", "ad-hoc", "this example marks the fault"),
        ("⟦ad-hoc⟧", "⟦ad-hoc", "each ⟦ needs its ⟧"),
        ("[[good]]\nhtml", "[[good]]\nhtm", "unknown key “htm”"),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in RULE
    _write(tmp_path, RULE.replace(old, new))
    with pytest.raises(RuleError) as caught:
        _load(tmp_path)
    assert message in str(caught.value)
    assert "ad-hoc.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_rule_cannot_take_the_name_of_another(tmp_path: Path) -> None:
    _write(tmp_path, name="missing-credit.toml")
    with pytest.raises(RuleError, match="there is a rule “missing-credit” already"):
        _load(tmp_path)


def test_a_file_name_is_a_rule_id(tmp_path: Path) -> None:
    _write(tmp_path, name="Ad Hoc.toml")
    with pytest.raises(RuleError, match="small letters and hyphens only"):
        _load(tmp_path)


def test_a_table_beside_the_rule_is_read_and_nothing_else(tmp_path: Path) -> None:
    rule = RULE.replace('"pattern"\n', '"name-house"\n').replace("{text}", "{name}")
    options = '[options]\nnames = {{ table = "{}" }}\n'
    head = rule[: rule.index("[options]")]
    _write(tmp_path, head + options.format("names.tsv"))
    (tmp_path / "words" / "names.tsv").write_text("# comment\nJo Blake\tJoe Blake\n", "utf-8")
    assert load_rules([tmp_path])["ad-hoc"].options.names == {"Jo Blake": "Joe Blake"}
    for name in ("../names.tsv", "/etc/passwd", ""):
        _write(tmp_path, head + options.format(name))
        with pytest.raises(RuleError, match="a table is a file beside the rule"):
            _load(tmp_path)
    _write(tmp_path, head + options.format("other.tsv"))
    with pytest.raises(RuleError, match=r"other\.tsv: No such file"):
        _load(tmp_path)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    outside.write_text(RULE, "utf-8")
    inside = tmp_path / "rules" / "words"
    inside.mkdir(parents=True)
    (inside / "linked.toml").symlink_to(outside)
    with pytest.raises(RuleError, match="leads out of the folder"):
        _load(tmp_path / "rules")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xff\xfe", "not UTF-8 at byte 0"),
        (b"title = ", "ad-hoc.toml"),
        (b"", "“title” is missing"),
    ],
)
def test_what_is_no_rule_file_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    _write(tmp_path)
    (tmp_path / "words" / "ad-hoc.toml").write_bytes(data)
    with pytest.raises(RuleError, match=message):
        _load(tmp_path)


def test_rules_are_chosen_by_id_by_group_and_all() -> None:
    book = load_rules()
    assert {rule.group for rule in book.select(["dates"]).rules} == {"dates"}
    assert [rule.id for rule in book.select(["a-an"]).rules] == ["a-an"]
    ignored = book.select(ignore=["typos", "date-mixed"])
    assert not {"a-an", "date-mixed"} & {rule.id for rule in ignored.rules}
    assert [*book.select(["all"]).rules] == [r for r in book.rules if r.severity != "off"]
    extended = book.select(["dates"], extend_select=["a-an"])
    assert {"a-an", "date-mixed"} <= {rule.id for rule in extended.rules}


def test_a_rule_that_is_off_runs_only_when_named() -> None:
    book = load_rules(settings={"a-an": {"severity": "off"}})
    assert "a-an" not in {rule.id for rule in book.select().rules}
    assert "a-an" not in {rule.id for rule in book.select(["typos"]).rules}
    assert book.select(["a-an"])["a-an"].severity == "warning"


def test_an_unknown_name_is_refused_with_a_near_match() -> None:
    with pytest.raises(RuleError, match="unknown rule “date-fromat”; did you mean “date-format”"):
        load_rules().select(["date-fromat"])
    with pytest.raises(RuleError, match="no rule is left"):
        load_rules().select(ignore=["all"])


def test_settings_for_an_unknown_rule_or_option_are_refused() -> None:
    with pytest.raises(RuleError, match="unknown rule “a-nn”; did you mean “a-an”"):
        load_rules(settings={"a-nn": {"severity": "off"}})
    with pytest.raises(RuleError, match=r"\[rules.date-format\].*“order” must be one of"):
        load_rules(settings={"date-format": {"order": "year-first"}})
