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
    from typing import NoReturn

_INTERRUPTED = 130  # 128 + SIGINT, as shells count
_BROKEN_PIPE = 141  # 128 + SIGPIPE


def run() -> NoReturn:
    """Run copydesk as a command: :func:`main`, and the end of the process."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever called: nobody wants to know
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
    code = main()
    if "concurrent.futures" in sys.modules or code in (_INTERRUPTED, _BROKEN_PIPE):
        sys.exit(code)
    # All is written; to take modules and rules apart one by one takes 4 ms, for nothing.
    sys.stderr.flush()
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run copydesk; give 0 (nothing at or above fail-on), 1 (findings) or 2 (the run failed)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read the results has seen enough
        _discard_output()
        return _BROKEN_PIPE
    except OSError as error:
        if os.environ.get("COPYDESK_TRACEBACK") == "1":
            raise
        from lint.cli.streams import complain

        complain(f"{error.filename or 'standard output'}: {error.strerror or error}")
        _discard_output()
        return 2
    return code


def _discard_output() -> None:
    """Let the interpreter's last flush of standard output succeed."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    if arguments[:1] in (["-V"], ["--version"]):
        sys.stdout.write(f"copydesk {__version__}\n")
        return 0
    # Modules and rules stay: looking for garbage among them takes a tenth of a short run.
    gc.disable()
    try:
        return _run_arguments(arguments)
    finally:
        gc.enable()


def _run_arguments(arguments: list[str]) -> int:
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
    return _run_command(command, options)


def _run_command(command: str, options: Namespace) -> int:
    if command in ("check", "fix"):
        from lint.cli.check import run_check

        return run_check(options)
    if command == "names":
        from lint.cli.names import run_names

        return run_names(options)
    if command == "train":
        from lint.cli.train import run_train

        return run_train(options)
    from lint.cli.explain import run_explain, run_rules

    return run_explain(options) if command == "explain" else run_rules(options)
