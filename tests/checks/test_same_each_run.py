"""What checks say does not depend on the order in which Python keeps a set."""

from __future__ import annotations

import os
import subprocess
import sys

# The last two words may each be meant as several others, equally common and equally likely here.
ASKED = """
import lint
book = lint.load_rules().select(["misspelling"])
for word in ("sligt", "bouy", "wors", "fles"):
    found = lint.check_text(f"<p>He zed 12 {word} 14 zed.</p>", book).findings
    print([each.message for each in found])
"""


def test_of_equal_words_the_same_one_is_meant_in_each_run() -> None:
    said = set()
    for seed in range(1, 7):
        run = subprocess.run(
            [sys.executable, "-c", ASKED],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        )
        said.add(run.stdout)
    assert len(said) == 1
    assert "fles" in said.pop()
