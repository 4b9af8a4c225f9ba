"""Prose: what can be told from a text alone. Knows nothing of HTML, articles or rules."""
