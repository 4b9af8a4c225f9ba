"""Copydesk: checks the HTML of news articles against editorial conventions."""

__version__ = "0.1.0"
