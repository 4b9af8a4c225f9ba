"""Build data/names.tsv, the spellings of Arabic, Persian and Urdu names, for `name_groups`.

Run ``pip install --no-deps arabic-name-romanizer==0.2.0``, then
``python -m lint.prose.build_name_groups [--held-back FILE]``. Source and checksum go into NOTICE.

Only what the package has from Wikidata is read, which is CC0. Of the Arabic keys every fifth (by
checksum) is held back: none of its spellings is put together in the table, so that recall can be
measured on names that copydesk has not seen. ``--held-back`` writes those that a benchmark can
use: one name a line, each spelling with the number of people.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from zlib import crc32

from lint.prose.words import fold

_DATA = Path(__file__).parent / "data"
_PACKAGE = "arabic_name_romanizer"
_FILE = "resources/names.sqlite3"
_ARTICLE = re.compile(r"^(?:[AE]l|A[dnrtz]|As|Ash)[- ](?=\w)", re.IGNORECASE)
_HELD_BACK = 5  # one name of so many
_SHORTEST = 3  # letters
_RAREST = 0.03  # of the most frequent spelling: less is a mistake in the source
_ONCE = 0.05  # the same for a spelling that one person has
_ALONE = 5  # people, for a name with one spelling

Groups = dict[str, Counter[str]]


def build(held_back: Path | None) -> None:
    """Write the table: spelling, people, names that it belongs to; sorted by spelling."""
    known, held = _split(_spellings())
    people: Counter[str] = Counter()
    names: dict[str, list[int]] = defaultdict(list)
    for number, (_, counts) in enumerate(sorted(known.items())):
        for form in counts:
            names[form].append(number)
        people.update(counts)
    lines = (f"{form}\t{people[form]}\t{' '.join(map(str, names[form]))}\n" for form in names)
    data = b"".join(sorted(line.encode() for line in lines))
    (_DATA / "names.tsv").write_bytes(data)
    sys.stdout.write(f"names.tsv  {len(names)} spellings  sha256 {sha256(data).hexdigest()}\n")
    if held_back is not None:
        text = "".join(_unseen(held, names))
        held_back.write_text(text, "utf-8")
        sys.stdout.write(f"{held_back}  {text.count(chr(10))} names\n")


def _spellings() -> Groups:
    """Spellings of one word by Arabic key, with the number of people, the article left out."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"missing: {_PACKAGE}; see the top of this file")
    path = Path(spec.origin).parent / _FILE
    groups: Groups = defaultdict(Counter)
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        for key, latin, count in database.execute(
            "select arabic_key, latin, sum(count) from units where source = 'wikidata'"
            " group by arabic_key, latin order by arabic_key, latin"
        ):
            form = _ARTICLE.sub("", latin)
            if not re.search(r"[-\s]", form) and form[0].isupper() and len(fold(form)) >= _SHORTEST:
                groups[key.removeprefix("ال") if len(key) > 4 else key][form] += count
    return groups


def _split(spellings: Groups) -> tuple[Groups, Groups]:
    """The table's names, spellings folded, and those held back, as people write them."""
    known: Groups = {}
    held: Groups = {}
    for key, counts in spellings.items():
        folded: Counter[str] = Counter()
        for form, count in counts.items():
            folded[fold(form)] += count
        top = max(folded.values())
        kept = {
            form: count for form, count in folded.items()
            if count >= max(2, _RAREST * top) or count >= _ONCE * top
        }  # fmt: skip
        if crc32(key.encode()) % _HELD_BACK == 0:
            held[key] = Counter({f: n for f, n in counts.items() if n >= max(2, _RAREST * top)})
        elif len(kept) > 1 or top >= _ALONE:
            known[key] = Counter(kept)
    return known, held


def _unseen(held: Groups, names: dict[str, list[int]]) -> list[str]:
    """The held-back names with two spellings and more that the table does not put together."""
    lines = []
    for counts in held.values():
        forms = {fold(form): form for form, _ in sorted(counts.items(), key=lambda each: each[1])}
        numbers = [set(names.get(each, ())) for each in forms]
        if len(forms) > 1 and len(set().union(*numbers)) == sum(map(len, numbers)):
            lines.append("\t".join(f"{each} {counts[each]}" for each in sorted(forms.values())))
    return sorted(f"{line}\n" for line in lines)


def main() -> None:
    """Build the table, and the file of held-back names where one is named."""
    parser = argparse.ArgumentParser(description="Build the table of spellings of names.")
    parser.add_argument("--held-back", type=Path, metavar="FILE")
    build(parser.parse_args().held_back)


if __name__ == "__main__":
    main()
