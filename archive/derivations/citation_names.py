"""What a citation of each kind names its thing by."""

from archive.models import Citation

_KIND = Citation.Kind
#: Fields of the model; one of them must be filled, and those of other kinds are empty.
CITATION_NAMES: dict[str, tuple[str, ...]] = {
    _KIND.TREATY: ("instrument",),
    _KIND.TREATY_ARTICLE: ("article", "instrument"),
    _KIND.RECOMMENDATION: ("cited_recommendation", "locator"),
    _KIND.MEETING: ("cited_meeting", "locator"),
    _KIND.DOCUMENT: ("cited_document", "symbol"),
    _KIND.RESOLUTION: ("resolution", "organ"),
    _KIND.TOOL: ("tool",),
}
#: Of these the first alone tells which thing it is.
_FIRST_ALONE = (_KIND.TREATY_ARTICLE, _KIND.RESOLUTION)


def needed_names(kind: str) -> tuple[str, ...]:
    """The fields of which one must be filled."""
    return CITATION_NAMES[kind][:1] if kind in _FIRST_ALONE else CITATION_NAMES[kind]


def shared_names(one: str, other: str) -> tuple[str, ...]:
    """What stays when staff say that a citation is of another kind: an article's treaty."""
    both = [name for name in CITATION_NAMES[one] if name in CITATION_NAMES[other]]
    return tuple(name for name in both if name != "locator")


def forget_other_names(row: Citation, before: str) -> None:
    """What named a thing of another kind goes: who makes it a citation of a treaty cites no article any more."""
    for name in set(CITATION_NAMES[before]) - set(shared_names(before, row.kind)):
        setattr(row, name, None if Citation._meta.get_field(name).is_relation else "")
