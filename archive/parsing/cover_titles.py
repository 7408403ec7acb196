"""Which texts of a cover are the agenda item's title, the paper's own title, its body's name and its summary.

A title is recognised: by its place (behind the agenda item, before the author, under the number of a resolution) or by
the word it opens with. One that only remains is given as doubtful.
"""

from collections.abc import Sequence

from archive.vocabulary.cover_terms import begins_with, is_one_of

from .cover import Cover, Piece
from .lines import Line, stops
from .passages import PassageBuilder, join_lines
from .printed_text import NOTHING, Passage

#: A block that ends with a full stop and is longer than this is prose, no title: the longest title of the papers has
#: 190 letters, and titles end without a stop.
_LONGEST_STOPPED_TITLE = 60
#: No title is longer: that of 000 has 230 letters.
LONGEST_TITLE = 500
#: What stands below a title and belongs to it («أوروغواي») is no longer than this.
_LONGEST_SUBTITLE = 40
#: A body's name is no longer; the longest of the list has 110 letters.
_LONGEST_NAME = 200


def settle_titles(cover: Cover) -> None:
    """Share the texts out."""
    _join_what_goes_on(cover)
    _take_names(cover)
    texts = [at for at, piece in enumerate(cover.pieces) if piece.kind == "text"]
    heading = cover.place_of("summary")
    summary = [at for at in texts if heading is not None and at > heading]
    texts = [at for at in texts if at not in summary]
    prose = next((at for at in texts if is_prose(cover.pieces[at])), None)
    if prose is not None:
        summary = [at for at in texts if at >= prose] + summary
        texts = [at for at in texts if at < prose]
    title, item, rest = _shared_out(cover, texts)
    cover.title = _passage(cover, title)
    cover.agenda_item_title = _passage(cover, item)
    cover.summary = _summary([line for at in sorted({*rest, *summary}) for line in cover.pieces[at].lines])
    if cover.title.printed.endswith("*"):
        cover.has_star = True
        cover.title = Passage(cover.title.printed.rstrip("* "), cover.title.corrections, cover.title.span)


def _shared_out(cover: Cover, texts: Sequence[int]) -> tuple[list[int], list[int], list[int]]:
    """The texts of the title, of the agenda item's title, and those of neither."""
    adopted, item, author = cover.place_of("adopted"), cover.place_of("item"), cover.place_of("author")
    if len(cover.items) > 1 and (author is not None or item is not None):
        # two organs, each with its session and its item: the first item's title stands right behind it
        own = _right_behind(cover, texts, cover.items[0])
        last = [at for at in texts if item is not None and at > item and (author is None or at < author)]
        return last[-1:], own, [at for at in texts if author is not None and at > author]
    if adopted is not None and any(at > adopted for at in texts):
        behind = [at for at in texts if at > adopted]
        return behind[:1], _between(texts, item, adopted), behind[1:]
    before = [at for at in texts if author is None or at < author]
    behind_author = [at for at in texts if author is not None and at > author]
    behind_item = [at for at in before if item is None or at > item]
    named = next((at for at in behind_item if begins_with("title", cover.pieces[at].text)), None)
    if author is not None or item is not None:
        if not before:
            return behind_author[:1], [], behind_author[1:]
        if behind_item:
            if author is None and named is not None:
                end = _with_subtitles(cover, behind_item, named)
                return end, [at for at in behind_item if at < named], _others(behind_item, end, named)
            return behind_item[-1:], (behind_item[:-1] if item is not None else []), behind_author
        return before[-1:], [], behind_author
    if named is not None:
        found = _with_subtitles(cover, before, named)
        return found, [], _others(before, found, named)
    cover.is_doubtful = len(before) > 1
    return before[:1], [], before[1:]


def _right_behind(cover: Cover, texts: Sequence[int], at: int) -> list[int]:
    found: list[int] = []
    while at + 1 in texts:
        at += 1
        found.append(at)
    return found


def _others(texts: Sequence[int], title: Sequence[int], named: int) -> list[int]:
    return [at for at in texts if at > named and at not in title]


def _between(texts: Sequence[int], first: int | None, last: int) -> list[int]:
    return [at for at in texts if first is not None and first < at < last]


def _with_subtitles(cover: Cover, texts: Sequence[int], title: int) -> list[int]:
    """The title and what stands right below it, short and without an end of its own: the State it is about."""
    found = [title]
    while found[-1] + 1 in texts:
        below = cover.pieces[found[-1] + 1].text
        if len(below) > _LONGEST_SUBTITLE or stops(below) or begins_with("title", below):
            break
        found.append(found[-1] + 1)
    return found


def _join_what_goes_on(cover: Cover) -> None:
    """A title cut by the end of a line goes on with «من», «يومي», «المعقود»."""
    joined: list[Piece] = []
    for piece in cover.pieces:
        last = joined[-1] if joined else None
        if (
            piece.kind == "text"
            and last is not None
            and last.kind == "text"
            and (begins_with("goes_on", piece.text) or is_one_of("goes_on", last.text.rsplit(" ", 1)[-1]))
            and not stops(last.text)
        ):
            joined[-1] = Piece("text", [*last.lines, *piece.lines])
        else:
            joined.append(piece)
    cover.pieces = joined


def _take_names(cover: Cover) -> None:
    """Organs and bodies whose names are not known: above the distribution, or below it and before all titles.

    The name nearest to the title is that of the body.
    """
    distribution = cover.place_of("distribution")
    gathering = next(
        (at for at, p in enumerate(cover.pieces) if p.kind in ("gathering", "place", "item")), None
    )
    texts = [at for at, piece in enumerate(cover.pieces) if piece.kind == "text"]
    for at in texts:
        piece = cover.pieces[at]
        above = distribution is not None and at < distribution
        opens = begins_with("organ", piece.text) is not None
        # below the distribution a name is followed by session, place or item, or by the title of its report
        below = opens and (
            (gathering is not None and at < gathering)
            or any(begins_with("title", cover.pieces[after].text) for after in texts if after > at)
        )
        if len(piece.text) > _LONGEST_NAME or stops(piece.text) or begins_with("title", piece.text):
            continue
        if above or below:
            piece.kind = "body"
            if opens:
                cover.named = piece.text.strip(" *.")


def is_prose(piece: Piece) -> bool:
    """A text that runs: longer than any title, or longer than a short one and closed by a full stop."""
    text = piece.text
    return len(text) > LONGEST_TITLE or (len(text) > _LONGEST_STOPPED_TITLE and stops(text))


def _passage(cover: Cover, pieces: Sequence[int]) -> Passage:
    return join_lines([line for at in pieces for line in cover.pieces[at].lines]) if pieces else NOTHING


def _summary(lines: list[Line]) -> Passage:
    builder = PassageBuilder()
    for line in lines:
        builder.add(line, new_line=line.after_break and builder.tail.rstrip().endswith("."))
    return builder.build()
