"""Letters that copies exchange: those that differ by their dots alone, by position in the abjad order."""

from archive.arabic.normalize import bare

from . import abjad

#: Shapes without dots; a letter at the end of a word may look otherwise, in a label it stands alone or begins a name.
_SHAPES = ("بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق")
_SHAPE_OF = {letter: index for index, letters in enumerate(_SHAPES) for letter in letters}


def look_alike(one: int, other: int) -> bool:
    """Whether the letters at two positions are one shape with other dots: ي and ب, خ and ج."""
    shapes = [_SHAPE_OF.get(bare(abjad.letter(position))[:1]) for position in (one, other)]
    return shapes[0] is not None and shapes[0] == shapes[1]
