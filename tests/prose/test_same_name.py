"""Spellings are likened by degrees, from typing to consonants; names known as two are two."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

import lint.prose
from lint.prose.name_groups import are_two, is_listed, spelling
from lint.prose.pinyin import are_two as are_two_given
from lint.prose.same_name import (
    ALIKE,
    ENDING,
    LISTED,
    OTHER,
    OUTLINE,
    SLIP,
    SOUND,
    TYPING,
    likeness,
)  # fmt: skip
from lint.prose.sorted_lines import lines_with
from lint.prose.transcription import is_alike, outline

DATA = Path(lint.prose.__file__).parent / "data"


@pytest.mark.parametrize(
    ("one", "other", "degree"),
    [
        ("Ja’afari", "Jaafari", TYPING), ("Erdoğan", "Erdogan", TYPING), ("Yıldız", "Yildiz", TYPING),
        ("Søren", "Soren", TYPING), ("Tšosele", "Tosele", TYPING), ("Abu-Deeb", "Abudeeb", TYPING),
        ("Alloush", "Aloush", SOUND), ("Lavrentiev", "Lavrentyev", ALIKE),
        ("Khaled", "Khalid", LISTED), ("Hussein", "Hussain", LISTED), ("Youcef", "Yusuf", LISTED),
        ("Agab", "Ajab", ALIKE), ("Troitskiy", "Troitsky", SOUND), ("Sergeyev", "Sergeev", SLIP),
        ("Guindi", "Joundi", OUTLINE), ("Makanda", "Makinda", SLIP), ("Narker", "Narkel", OTHER),
        ("Rushdiyah", "Rushiyah", SLIP), ("Clark", "Clarke", ENDING),
        ("Khalid", "Khalil", OTHER), ("Mohammed", "Mahmoud", OTHER), ("Hassan", "Hussein", OTHER),
        ("Israel", "Israeli", OTHER), ("Karim", "Karima", OTHER), ("Mario", "Maria", OTHER),
        ("Sergei", "Sergey", SOUND), ("Andrej", "Andrei", ALIKE), ("Evgeny", "Yevgeny", ALIKE),
        ("Fyodor", "Fedor", ALIKE), ("Müller", "Mueller", TYPING), ("Djaziri", "Jaziri", ALIKE),
        ("Daniel", "Danielle", OTHER), ("Malkonsky", "Malkonskaya", OTHER), ("Paul", "Paula", OTHER),
        ("Park", "Bark", OTHER), ("Weller", "Miller", OTHER),
    ],
)  # fmt: skip
def test_likeness_has_degrees(one: str, other: str, degree: str) -> None:
    assert likeness(one, other) == degree
    assert likeness(other, one) == degree


@pytest.mark.parametrize(
    ("one", "other"),
    [("Qadhafi", "Gaddafi"), ("Jamal", "Gamal"), ("Sleem", "Salim"), ("Abdurrahman", "Abdelrahman"),
     ("Nureddine", "Nuraldin"), ("Salameh", "Salama"), ("Daoud", "Dawood"), ("Chafik", "Shafiq")],
)  # fmt: skip
def test_what_is_alike_shares_an_outline(one: str, other: str) -> None:
    assert is_alike(one, other)
    assert outline(one) == outline(other)


def test_groups_tell_one_name_from_two() -> None:
    assert is_listed("Khaled", "KHALID")
    assert not is_listed("Khaled", "Khalil")
    assert are_two("Khaled", "Khalil")
    assert not are_two("Khaled", "Zzyzx")
    assert spelling("Zzyzx").people == 0
    assert spelling("a\tb\n").people == 0


def test_chinese_given_names_differ_by_a_letter() -> None:
    assert are_two_given("zhang", "Xiaoming", "Xiaomin")
    assert not are_two_given("zhang", "Xiaoming", "Xiao-ming")
    assert not are_two_given("omar", "Tahan", "Tahen")
    assert not are_two_given("wang", "Kristin", "Kristina")


def test_the_table_is_the_one_that_the_notice_names() -> None:
    data = (DATA / "names.tsv").read_bytes()
    assert sha256(data).hexdigest() in (DATA / "NOTICE").read_text("utf-8")
    assert data.splitlines() == sorted(data.splitlines())


def test_lines_are_found_by_their_beginning() -> None:
    lines = b"a 1\nab 2\nab 3\nb 4"
    assert list(lines_with(lines, b"ab")) == [b"ab 2", b"ab 3"]
    assert list(lines_with(lines, b"a")) == [b"a 1", b"ab 2", b"ab 3"]
    assert list(lines_with(lines, b"b")) == [b"b 4"]
    assert list(lines_with(lines, b"c")) == list(lines_with(lines, b"aa")) == []
    assert list(lines_with(b"", b"a")) == []
