"""Recommendations before they are built: which text, with which number, in which form; and what is left of a paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from .body_text import BodyText, Item, Part
from .passages import PassageBuilder
from .problems import Problem
from .structure import Form, ParsedClause


@dataclass(frozen=True, slots=True)
class Draft:
    """A recommendation as its place tells it. `printed` is None where no number is printed.

    `counting` names the run of numbers that it stands in, `meeting` the one that is cited behind it.
    """

    number: int
    printed: str | None
    form: Form
    section: int | None
    line: int
    last_line: int
    parts: tuple[Part, ...]
    counting: tuple[str, int]
    meeting: int | None = None


@dataclass(frozen=True, slots=True)
class SharedOut:
    """What the items of a paper are: paragraphs, and recommendations.

    `introducing` are the first lines of paragraphs whose letters are recommendations; `taken` those of texts without
    a number that are recommendations; `left` is what tables hold beside theirs.
    """

    paragraphs: tuple[Item, ...]
    drafts: tuple[Draft, ...]
    introducing: frozenset[int] = frozenset()
    taken: frozenset[int] = frozenset()
    left: tuple[ParsedClause, ...] = ()
    problems: tuple[Problem, ...] = ()


def draft_of_item(item: Item, *, meeting: int | None = None) -> Draft:
    """The item as a recommendation, in the form of its mark."""
    headed = item.mark.opens == "recommendation"
    form: Form = ("inline" if item.mark.inline else "heading") if headed else "paragraph"
    return Draft(
        number=item.mark.number,
        printed=item.mark.printed,
        form=form,
        section=item.section,
        line=item.line,
        last_line=item.last_line,
        parts=tuple(item.parts),
        counting=("headings" if headed else "numbers", item.mark.series),
        meeting=meeting,
    )


def drafts_of_list(item: Item) -> list[Draft]:
    """The letters of an item, or the numbers of its list, each a recommendation with what belongs to it."""
    kind = next((part.kind for part in item.parts if part.kind in ("letter", "list")), "letter")
    found: list[Draft] = []
    run = 0
    for part in item.parts[1:]:
        if part.kind == kind:
            run += part.position == 1 and bool(found)
            last = part.text.last or item.line
            found.append(
                Draft(
                    number=part.position,
                    printed=part.label if kind == "letter" else part.printed_label,
                    form="letter" if kind == "letter" else "paragraph",
                    section=item.section,
                    line=part.text.first or item.line,
                    last_line=last,
                    parts=(replace(part, kind="text", whole=part.text),),
                    counting=("letters", item.line * 100 + run),
                )
            )
        elif found:
            last = part.whole.last or found[-1].last_line
            found[-1] = replace(found[-1], parts=(*found[-1].parts, part), last_line=last)
    return found


def own_words(item: Item) -> PassageBuilder:
    """The words of an item before its letters and lists, tables among them."""
    words = PassageBuilder()
    for part in item.parts:
        if part.kind in ("letter", "list"):
            break
        words.append(part.whole, new_line=True)
    return words


def by_test(is_recommendation: Callable[[Item], bool]) -> Callable[[BodyText], SharedOut]:
    """Share out by a test of each numbered item."""

    def share(text: BodyText) -> SharedOut:
        drafts = tuple(draft_of_item(item) for item in text.items if is_recommendation(item))
        return SharedOut(tuple(item for item in text.items if not is_recommendation(item)), drafts)

    return share


def none_at_all(text: BodyText) -> SharedOut:
    """A paper that adopts nothing."""
    return SharedOut(tuple(text.items), ())


def series_of(drafts: Sequence[Draft]) -> list[int]:
    """For each recommendation its series: that of the numbers of the paper, where no other run has it."""
    given: dict[tuple[str, int], int] = {}
    for draft in drafts:
        if draft.counting in given:
            continue
        kind, wanted = draft.counting
        taken = set(given.values())
        free = 0 if not taken else max(taken) + 1
        given[draft.counting] = wanted if kind in ("numbers", "headings") and wanted not in taken else free
    return [given[draft.counting] for draft in drafts]
