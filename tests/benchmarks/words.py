"""How many planted errors of words are found, at how many alerts on clean text: copydesk and peers.

``python tests/benchmarks/words.py PATH…`` takes files or folders of articles as published and of
sentences with one error planted in each (see planted.py for the format). Each sentence is checked
as a paragraph of its own; an error counts as found if a finding lies on it, is hardly longer, and is
not reported about the clean sentence too. Every alert on the articles is a false alarm, or an error
that was published: ``words-verdicts.tsv`` says which, and ``--alerts`` shows them. Harper, proselint,
codespell and typos are run as well where they are installed.
"""

from __future__ import annotations

import argparse
import html
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from peers import PEERS, alerts_of, columns, installed
from planted import Alert, Published, Sentence, count_words, finders, read, sample
from words_tables import Column, by_rule, print_alerts, print_missed, read_verdicts, table

from lint.desk import check_text
from lint.rulebook import Rule, load_rules
from lint.rulebook.loading import with_options

GROUP = "typos"
NOTE = "note"
_LENGTH = 800  # words of an article, for the cost
# The country that an article's name begins with, where one does: which English a peer is to expect.
_DIALECTS = {"us": "us", "readability": "us", "ca": "ca", "au": "au", "ind": "in", "mx": "us", "jp": "us", "tw": "us"}  # fmt: skip


class Chosen(NamedTuple):
    """The rules of a run: ids or groups, and how strong they are to be."""

    names: tuple[str, ...]
    strength: str


def rules_of(chosen: Chosen) -> tuple[Rule, ...]:
    """Load the chosen rules; those that are off too, if they are named themselves."""
    rules = load_rules().select(chosen.names).rules
    if not chosen.strength:
        return rules
    able = {each.id for each in rules if "strength" in type(each.options)._fields}
    if not able:
        raise SystemExit("none of the chosen rules has an option “strength”")
    options = {"strength": chosen.strength}
    return tuple(with_options(each, options) if each.id in able else each for each in rules)


@lru_cache(maxsize=1)
def _rules(chosen: Chosen) -> tuple[Rule, ...]:
    return rules_of(chosen)


def check_sentence(work: tuple[Chosen, str]) -> list[Alert]:
    """Check a sentence as a paragraph by itself; places are those in the sentence."""
    chosen, text = work
    source = f"<p>{html.escape(text, quote=False)}</p>"
    alerts = []
    for each in check_text(source, _rules(chosen)).findings:
        start, end = (len(html.unescape(source[3:at])) for at in each.span)
        alerts.append(Alert(start, end, each.rule, each.severity, each.message))
    return alerts


def check_article(article: Published, rules: Sequence[Rule]) -> list[Alert]:
    """Check an article; places are those in its ``page``."""
    findings = check_text(article.page, rules).findings
    return [Alert(*each.span, each.rule, each.severity, each.message) for each in findings]


def run_copydesk(
    articles: Sequence[Published], sentences: Sequence[Sentence], chosen: Chosen, jobs: int
) -> list[Column]:
    """Give two columns: errors and warnings alone, and with notes."""
    texts = sorted({each.bad for each in sentences} | {each.clean for each in sentences})
    if jobs > 1:
        with ProcessPoolExecutor(jobs) as pool:
            results = list(pool.map(check_sentence, [(chosen, t) for t in texts], chunksize=50))
    else:
        results = [check_sentence((chosen, text)) for text in texts]
    alerts_by_text = dict(zip(texts, results, strict=True))
    found = [finders(s, alerts_by_text[s.bad], alerts_by_text[s.clean]) for s in sentences]
    rules = _rules(chosen)
    for each in articles[:3]:  # opens what is opened once
        check_article(each, rules)
    start = time.process_time()
    for each in articles:
        check_article(each, ())
    middle = time.process_time()
    alerts = [check_article(each, rules) for each in articles]
    seconds = (time.process_time() - middle) - (middle - start)
    cost = _per_article(seconds, articles)
    return [
        Column("copydesk", _loud(found), _loud(alerts), cost),
        Column("with notes", found, alerts, cost),
    ]


def _loud(alerts: Iterable[Sequence[Alert]]) -> list[list[Alert]]:
    return [[each for each in some if each.severity != NOTE] for some in alerts]


def _per_article(seconds: float, articles: Sequence[Published]) -> float:
    return 1000 * seconds * _LENGTH / max(1, sum(map(count_words, articles)))


def run_peers(articles: Sequence[Published], sentences: Sequence[Sentence]) -> Iterator[Column]:
    """Yield the columns of each peer that is installed; a line says which are not."""
    texts = [(a.name, text) for a in articles for text in (a.title, *(p for _, p in a.paragraphs))]
    for peer in PEERS:
        program = installed(peer)
        if program is None:
            _out(f"{peer.name} is not installed: skipped")
            continue
        before = _children()
        clean = alerts_of(peer, program, [t for _, t in texts], [_dialect(a) for a, _ in texts])
        cost = _per_article(_children() - before, articles)
        dialects = [_dialect(each.article) for each in sentences]
        bad = alerts_of(peer, program, [each.bad for each in sentences], dialects)
        good = alerts_of(peer, program, [each.clean for each in sentences], dialects)
        found = [columns(peer, finders(*each)) for each in zip(sentences, bad, good, strict=True)]
        alerts = [columns(peer, each) for each in clean]
        for name in columns(peer, ()):
            yield Column(
                name, [each[name] for each in found], [each[name] for each in alerts], cost
            )


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _dialect(article: str) -> str:
    return _DIALECTS.get(article.partition("/")[0], "uk")


def _out(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "path", type=Path, nargs="+", help="*.jsonl, *.jsonl.gz, or folders of them"
    )
    parser.add_argument("--sample", type=int, metavar="N", help="at most N sentences of a class")
    parser.add_argument(
        "--class", dest="kinds", action="append", help="only this class, such as F01"
    )
    parser.add_argument(
        "--rule", action="append", help=f"only this rule (default: all of “{GROUP}”)"
    )
    parser.add_argument("--strength", choices=("strict", "balanced"), default="")
    parser.add_argument("--alone", action="store_true", help="copydesk only, no peers")
    parser.add_argument("--missed", metavar="CLASS", help="print what was not found; “all” for all")
    parser.add_argument("--alerts", action="store_true", help="print the alerts on the articles")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args()
    articles, sentences = read(options.path)
    if options.kinds:
        sentences = [each for each in sentences if each.kind.split()[0] in options.kinds]
    if options.sample:
        sentences = sample(sentences, options.sample)
    chosen = Chosen(tuple(options.rule or [GROUP]), options.strength)
    found = run_copydesk(articles, sentences, chosen, options.jobs)
    if not options.alone:
        found += run_peers(articles, sentences)
    for each in table(found, articles, sentences, options.markdown):
        _out(each)
    verdicts = read_verdicts()
    _out("")
    for each in by_rule(found[1], articles, verdicts):
        _out(each)
    if options.alerts:
        print_alerts(found[1], articles, verdicts)
    if options.missed:
        print_missed(found[1], sentences, options.missed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
