"""Every line accounted for: what must hold of any text whatever."""

from collections import Counter

from archive.arabic.clean import clean
from archive.parsing.lines import clean_lines
from archive.parsing.structure import ParsedDocument


def assert_accounted_for(document: ParsedDocument, lines: tuple[str, ...]) -> None:
    """One role for each line, none of them «blank» where there are words, and no letter lost or doubled."""
    assert len(document.roles) == len(lines)
    blank = [role == "blank" for role in document.roles]
    assert blank == [not clean(line).replace("\n", " ").strip() for line in lines]
    in_body = ("heading", "paragraph", "clause", "footnote", "unplaced")
    said = [
        line.content
        for line, role in zip(clean_lines(lines).lines, document.roles, strict=True)
        if role in in_body
    ]
    assert _letters(_texts(document)) <= _letters(said)
    # what is said and stands in no text are labels and headings of recommendations
    assert not _letters(said) - _letters(_texts(document)) - _labels(document)


def _texts(document: ParsedDocument) -> list[str]:
    return [
        *(s.title.printed for s in document.sections),
        *(p.text.printed for p in document.paragraphs),
        *(r.chapeau.printed for r in document.recommendations),
        *(s.text.printed for r in document.recommendations for s in r.subparagraphs),
        *(f.text.printed for f in document.footnotes),
        *(c.text.printed for c in document.clauses),
        *(u.printed for u in document.unplaced),
    ]


def _labels(document: ParsedDocument) -> Counter[str]:
    headings = sum(p.code == "empty_text" for p in document.problems) + len(document.recommendations)
    labels = [s.printed_label for s in document.sections]
    labels += [s.printed_label for r in document.recommendations for s in r.subparagraphs]
    return _letters([*labels, *["التوصية"] * headings])


def _letters(texts: list[str]) -> Counter[str]:
    return Counter(char for text in texts for char in text if char.isalpha() and char != "ـ")
