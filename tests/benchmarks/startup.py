"""What one run costs, as a ratio to the imports that it cannot do without.

Run it with the Python that has copydesk installed: ``python tests/benchmarks/startup.py``. Commands
take turns, so that a change of the machine's speed meets all of them alike.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 15
FLOOR = [sys.executable, "-c", "import lxml.etree, argparse, tomllib, re"]


def _article() -> str:
    """A page of about 10 KB, made of the clean sample's own paragraphs."""
    page = (ROOT / "samples" / "clean.html").read_text("utf-8")
    start, end = page.index('<div class="article-body">') + 26, page.index("</div>\n</article>")
    body = page[start:end]
    while len(page) < 10_000:
        page = page[:start] + body + page[start:]
    return page


def _seconds(command: list[str]) -> float:
    """CPU seconds of a whole process, user and system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the median of each command, and its ratio to the floor."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.html"
        article.write_text(_article(), "utf-8")
        python = [sys.executable, "-m", "lint"]
        commands = {
            "imports alone": FLOOR,
            "bare Python": [sys.executable, "-c", "pass"],
            "copydesk --version": [*python, "--version"],
            "copydesk check, 10 KB": [*python, "check", "--isolated", str(article)],
            "… as SARIF": [
                *python,
                "check",
                "--isolated",
                "--output-format",
                "sarif",
                str(article),
            ],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(ROUNDS + 1):
            for name, command in commands.items():
                seconds = _seconds(command)
                if number:  # the first round warms caches and writes bytecode
                    times[name].append(seconds)
    floor = statistics.median(times["imports alone"])
    sys.stdout.write(f"{'CPU, median of ' + str(ROUNDS):<24} {'ms':>7} {'x imports':>10}\n")
    for name, values in times.items():
        median = statistics.median(values)
        sys.stdout.write(f"{name:<24} {1000 * median:>7.1f} {median / floor:>10.2f}\n")


if __name__ == "__main__":
    main()
