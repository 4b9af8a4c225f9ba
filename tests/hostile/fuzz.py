"""A coverage-guided fuzz target for atheris, which finds inputs that no list of mutations has.

    .venv-dev/bin/pip install atheris      # wheels: Linux
    .venv-dev/bin/python tests/hostile/fuzz.py -max_total_time=600 [FOLDER]

Any bytes are checked soundly or named, in every format, within 2 seconds, and their safe fixes
settle. It begins with the samples and the examples of the rules, keeps in FOLDER (else nowhere) what
reached new code, and leaves an input that fails in a file "crash-…". Other options are libFuzzer's.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

try:
    import atheris
except ImportError:
    atheris = None

if atheris is not None:
    with atheris.instrument_imports(include=["lint"]):
        from importlib import import_module

        from lint.checks import CHECKS, load_check
        from lint.report import FORMATS

        for each in CHECKS:  # what is loaded when it is first used, now, to be instrumented
            load_check(each)
        for each in FORMATS.values():
            import_module(f"lint.report.{each}")

from mutating import ODD, seeds
from sound import check_soundly

from lint.desk import builtin_layouts, fix_text
from lint.rulebook import load_rules

SECONDS = 2.0  # of processor time; inputs are at most LONGEST bytes
LONGEST = 20_000
_BOOK = load_rules().select()
_LAYOUTS = builtin_layouts()


def one_input(data: bytes) -> None:
    """Check one input in every way. Raises AssertionError, or whatever copydesk stumbles over."""
    began = time.process_time()
    checked = check_soundly(data, _BOOK)
    assert time.process_time() - began < SECONDS, f"more than {SECONDS} seconds"
    if checked.source is not None and any(each.safe_fix for each in checked.findings):
        text, _ = fix_text(checked.source, _BOOK, layouts=_LAYOUTS)
        if not checked.source.guessed:
            checked.source.encode(text)


def main() -> int:
    """Fuzz until something fails or the time is over."""
    if atheris is None:
        sys.stderr.write("this needs atheris: pip install atheris (wheels: Linux)\n")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        begin, words = Path(folder, "seeds"), Path(folder, "words")
        begin.mkdir()
        for number, data in enumerate(seeds()):
            (begin / str(number)).write_bytes(data)
        words.write_text("".join(f'"{_quoted(each)}"\n' for each in ODD), "ascii")
        options = [f"-dict={words}", f"-max_len={LONGEST}", "-timeout=20"]
        atheris.Setup([*sys.argv, str(begin), *options], one_input)
        atheris.Fuzz()
    return 0


def _quoted(data: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in data)


if __name__ == "__main__":
    sys.exit(main())
