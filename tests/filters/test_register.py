"""The register as a selection: its usual actors stand in no address."""

from django.http import QueryDict

from archive.filters.page_parameters import REGISTER
from archive.filters.parameters import read_parameters
from archive.filters.register import FACET, USUAL_ACTORS, RegisterSelection, register_of


def asked_for(query: str) -> RegisterSelection:
    return register_of(read_parameters(QueryDict(query), REGISTER))


def test_the_usual_actors_are_chosen_where_none_is_and_stand_in_no_address() -> None:
    selection = asked_for("topic=locks&page=2")
    assert (selection.chosen(FACET), selection.is_usual) == (USUAL_ACTORS, True)
    assert selection.address == "?topic=locks&page=2"
    assert selection.toggled("topic", "locks").address == ""
    assert selection.toggling("topic")("water") == "?topic=locks&topic=water"


def test_others_stand_in_it_and_the_usual_ones_come_back_with_the_last_of_them() -> None:
    selection = asked_for("actor=conference&topic=locks")
    assert (selection.is_usual, selection.address) == (False, "?actor=conference&topic=locks")
    rest = selection.toggled(FACET, "conference")
    assert (rest.chosen(FACET), rest.address) == (USUAL_ACTORS, "?topic=locks")
    assert selection.cleared().address == ""
    assert asked_for("actor=unodc&actor=secretariat").is_usual
    assert asked_for("").toggled(FACET, "unodc").address == "?actor=secretariat"
