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


def forget_other_names(row: Citation) -> None:
    """What named a thing of another kind goes: who makes it a citation of a treaty cites no article any more."""
    own = CITATION_NAMES[row.kind]
    for name in {name for names in CITATION_NAMES.values() for name in names} - set(own):
        setattr(row, name, None if Citation._meta.get_field(name).is_relation else "")
