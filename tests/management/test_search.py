import json

import pytest
from django.core.management import call_command

from archive.search.entries import rebuild_index
from tests import factories


@pytest.mark.django_db
def test_search_answers_as_the_contract_says(capsys):
    meeting = factories.make_meeting(5)
    factories.make_recommendation(1, "حماية الأطفال المهاجرين.", meeting=meeting)
    factories.make_recommendation(2, "حماية السفن والأطفال.", meeting=meeting)
    rebuild_index()
    call_command("search", "طفل سفينة", "--json")
    told = json.loads(capsys.readouterr().out)
    assert (told["query"], told["understood_as"]) == ("طفل سفينة", "طفل سفينة")
    assert [(one["locator"], one["full_match"]) for one in told["results"]] == [
        ("itc-conf-wg1.5.2", True),
        ("itc-conf-wg1.5.1", False),
    ]
    assert all(isinstance(one["rank"], float) for one in told["results"])
    call_command("search", "طفل", "--limit", "1", "--json")
    assert len(json.loads(capsys.readouterr().out)["results"]) == 1


@pytest.mark.django_db
def test_search_for_people_says_when_the_index_is_missing(capsys):
    factories.make_recommendation(1)
    call_command("search", "طفل")
    assert "rebuild_search_index" in capsys.readouterr().err
