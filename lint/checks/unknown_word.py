"""What excuses a word that no dictionary has: another language, a mention, a drop cap before it."""

from __future__ import annotations

from lint.article import Block, model
from lint.article.language import FOREIGN
from lint.checks.copy_words import neighbour
from lint.prose.dictionary import is_known
from lint.prose.words import Word, Words

_AROUND = 5  # words on each side, among which two of another language show a sentence of it
_FEW = 3  # unknown words among those, the word itself among them, that may be slips
_OPENING = (model.PARAGRAPH, model.LIST_ITEM)


def is_foreign(block: Block, found: Words, at: int) -> bool:
    """Tell whether an unknown word stands beside another one, or among words of other languages."""
    near = [text.lower() for text in found.texts[max(0, at - _AROUND) : at + _AROUND + 1]]
    if sum(map(FOREIGN.__contains__, near)) > 1:
        return True
    quoted = next((each for each in block.quoted if each[0] < found[at].start < each[1]), (0, 0))
    strange = [
        word
        for word in found[max(0, at - _AROUND) : at + _AROUND + 1]
        if word.text.islower() and word.text.isalpha() and not is_known(word.text)
    ]
    if len(strange) > _FEW or sum(quoted[0] < word.start < quoted[1] for word in strange) > 1:
        return True
    for offset in (-1, 1):
        beside = neighbour(found, at, offset)
        if beside.isalpha() and found[at + offset].text.islower() and not is_known(beside):
            return True
    return False


def is_cut(block: Block, word: Word) -> bool:
    """Tell whether a word lacks the capital that its place wants: behind a drop cap, or a term."""
    return block.kind in _OPENING and word.start == 0 and word.text[0].islower()


def is_mentioned(block: Block, word: Word) -> bool:
    """Tell whether a word stands alone in quotation marks: spoken of, and spelt on purpose."""
    for start, end in block.quoted:
        if start < word.start and word.end < end:
            return not block.text[start + 1 : end - 1].rstrip(",.?!")[word.end - word.start :]
    return False
