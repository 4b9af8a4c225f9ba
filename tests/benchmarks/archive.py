"""What an archive is worth: `copydesk train` on half of the articles, alerts on the other half.

``python tests/benchmarks/archive.py PATH…`` takes files or folders of published articles (see
planted.py) and sentences with one error planted in each. The articles are cut in two, each half is
counted for the other, and alerts are given without and with the counts; so is what is found of the
errors that were planted in the half that is checked.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from planted import Published, Sentence, count_words, finders, read
from words import Chosen, check_article, rules_of

from lint.cli import main as copydesk
from lint.desk import check_text
from lint.rulebook import Rule

RULES = ("likely-word", "misspelling")


def counted(articles: Sequence[Published], folder: Path) -> str:
    """Count articles; give the path of the counts."""
    pages = folder / "pages"
    pages.mkdir()
    for number, each in enumerate(articles):
        (pages / f"{number:04}.html").write_text(each.page, "utf-8")
    file = folder / "words.jsonl"
    if copydesk(["train", str(pages), "-o", str(file), "--isolated", "--no-cache"]):
        raise SystemExit("the articles could not be counted")
    return str(file)


def with_counts(rules: Sequence[Rule], file: str) -> tuple[Rule, ...]:
    """Give rules that know the counts of a file."""
    return tuple(each._replace(options=each.options._replace(archive=file)) for each in rules)


def found(sentences: Sequence[Sentence], rules: Sequence[Rule]) -> Counter[str]:
    """Count by rule the planted errors that are found."""
    from words import Alert, html  # as words.py checks a sentence

    def alerts(text: str) -> list[Alert]:
        source = f"<p>{html.escape(text, quote=False)}</p>"
        return [
            Alert(*(len(html.unescape(source[3:at])) for at in each.span), each.rule)
            for each in check_text(source, rules).findings
        ]

    hits: Counter[str] = Counter()
    for each in sentences:
        hits.update({alert.rule for alert in finders(each, alerts(each.bad), alerts(each.clean))})
    return hits


def main() -> int:
    """Print alerts and finds, without and with counts."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("path", type=Path, nargs="+")
    options = parser.parse_args()
    articles, sentences = read(options.path)
    halves = [articles[0::2], articles[1::2]]
    for strength in ("strict", "balanced"):
        chosen = rules_of(Chosen(RULES[:1], strength)) + rules_of(Chosen(RULES[1:], ""))
        alerts = {name: (Counter[str](), Counter[str]()) for name in ("without", "with counts")}
        for own, other in (halves, halves[::-1]):
            names = {each.name for each in own}
            planted = [each for each in sentences if each.article in names]
            with tempfile.TemporaryDirectory() as folder:
                knowing = with_counts(chosen, counted(other, Path(folder)))
                for name, rules in (("without", chosen), ("with counts", knowing)):
                    for each in own:
                        alerts[name][0].update(a.rule for a in check_article(each, rules))
                    alerts[name][1].update(found(planted, rules))
        sys.stdout.write(f"{strength}, {sum(map(count_words, articles))} words\n")
        for name, (clean, hits) in alerts.items():
            for rule in RULES:
                sys.stdout.write(
                    f"  {name:<12} {rule:<12} {clean[rule]:>4} alerts {hits[rule]:>5} found\n"
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
