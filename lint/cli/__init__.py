"""The command line: arguments in, results to stdout, problems to stderr, an exit code."""

from __future__ import annotations

import gc
import os
import sys

from lint.version import __version__

TYPE_CHECKING = False  # as checkers of types read it: typing is not imported for --version
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

_INTERRUPTED = 130  # 128 + SIGINT, as shells count
_BROKEN_PIPE = 141  # 128 + SIGPIPE


def main(argv: Sequence[str] | None = None) -> int:
    """Run copydesk; give 0 (nothing at or above fail-on), 1 (findings) or 2 (the run failed)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read the results has seen enough; the interpreter's last flush must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    return code


def _run(arguments: list[str]) -> int:
    if arguments[:1] in (["-V"], ["--version"]):
        sys.stdout.write(f"copydesk {__version__}\n")
        return 0
    from lint.cli.arguments import COMMANDS, HELP, ArgumentError, parse  # argparse: not for that

    if not arguments:
        sys.stderr.write(HELP)
        return 2
    first = arguments[0]
    if first in ("-h", "--help", "help"):
        sys.stdout.write(HELP)
        return 0
    command = first if first in COMMANDS else "check"
    try:
        options = parse(command, arguments[1:] if first in COMMANDS else arguments)
    except ArgumentError as error:
        from lint.cli.streams import complain

        complain(str(error))
        return 2
    # Modules and rules stay: looking for garbage among them takes a tenth of a short run.
    gc.disable()
    try:
        return _run_command(command, options)
    finally:
        gc.enable()


def _run_command(command: str, options: Namespace) -> int:
    if command in ("check", "fix"):
        from lint.cli.check import run_check

        return run_check(options)
    if command == "names":
        from lint.cli.names import run_names

        return run_names(options)
    from lint.cli.explain import run_explain, run_rules

    return run_explain(options) if command == "explain" else run_rules(options)
