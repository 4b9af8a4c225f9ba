"""Run copydesk as ``python -m lint``."""

from lint.cli import run

if __name__ == "__main__":
    run()
