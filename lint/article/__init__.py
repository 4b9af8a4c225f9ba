"""The article station: a Document into blocks by role, pictures, and what the metadata says."""

from lint.article.model import Article, Block, Inline, Link, Passage, Picture
from lint.article.read import read_article

__all__ = ["Article", "Block", "Inline", "Link", "Passage", "Picture", "read_article"]
