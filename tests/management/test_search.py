import io
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


def test_it_answers_references_as_the_page_does(db: None) -> None:
    """One thing, a list with a lettered item, and what may be meant by a number of some meeting."""
    for meeting in (4, 5):
        row = factories.make_recommendation(
            12, "ينبغي:", meeting=factories.make_meeting(meeting), subparagraphs=("أول؛", "ثان.")
        )
    rebuild_index()
    whole = row.locator

    def told(query: str) -> dict[str, object]:
        out = io.StringIO()
        call_command("search", query, "--json", stdout=out)
        answer = json.loads(out.getvalue())
        return {name: answer[name] for name in ("reference", "meant") if name in answer}

    assert told("5/12 (ب)") == {
        "reference": {"locator": f"{whole}.b", "symbol": None, "url": f"/recommendations/{whole}/#b"}
    }
    assert told("5/12 و5/12 (ب)")["reference"] == {
        "locator": None, "symbol": None, "url": f"/list/?items={whole},{whole}.b", "items": [whole, f"{whole}.b"],
    }  # fmt: skip
    assert told("التوصية 12") == {"meant": ["itc-conf-wg1.4.12", "itc-conf-wg1.5.12"]}
