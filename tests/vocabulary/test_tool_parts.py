import pytest

from archive.vocabulary.tool_parts import WHOLE_OF, with_wholes
from archive.vocabulary.tools import read_tools


def test_parts_and_wholes_are_known_tools() -> None:
    assert {*WHOLE_OF, *WHOLE_OF.values()} <= {tool.code for tool in read_tools()}


@pytest.mark.parametrize(
    ("codes", "found"),
    [
        ([], ()),
        (["revmod"], ("revmod",)),
        (["case-law-database", "revmod"], ("case-law-database", "revmod", "sherloc")),
        (["sherloc", "case-law-database", "case-law-database"], ("sherloc", "case-law-database")),
    ],
)
def test_with_wholes(codes: list[str], found: tuple[str, ...]) -> None:
    assert with_wholes(codes) == found
