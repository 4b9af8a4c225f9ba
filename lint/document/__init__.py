"""The document station: a Source into tokens that tile it, a tree, and texts with a map back."""

from lint.document.document import Document, Element, Run, read_document
from lint.document.pieces import IN_ATTRIBUTE, IN_JSON, IN_TEXT, Piece
from lint.document.text import MappedText

__all__ = [
    "IN_ATTRIBUTE",
    "IN_JSON",
    "IN_TEXT",
    "Document",
    "Element",
    "MappedText",
    "Piece",
    "Run",
    "read_document",
]
