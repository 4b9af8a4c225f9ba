"""The article station: a Document into blocks by role, pictures, and what the metadata says."""

from lint.article.block import Block, Inline, Link
from lint.article.model import Article, Passage, Picture
from lint.article.read import read_article

__all__ = ["Article", "Block", "Inline", "Link", "Passage", "Picture", "read_article"]
