import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from archive.search.entries import rebuild_index
from archive.search.evaluation import Measures, measure
from tests import factories


def test_the_measures_are_those_of_the_contract():
    assert measure(["1.1", "1.2"], {"1.1": 2, "1.2": 1}) == Measures(1.0, 0.4, 1.0, 0.0)
    assert measure([], {"1.1": 2}) == Measures(0.0, 0.0, 0.0, 1.0)
    found = measure(["9.9", "1.1"], {"1.1": 2, "1.2": 1})
    assert (found.recall_20, found.precision_5, round(found.ndcg_10, 4)) == (0.5, 0.2, 0.5213)


def test_recall_is_of_at_most_twenty():
    relevant = {f"1.{number}": 1 for number in range(40)}
    assert measure(list(relevant), relevant).recall_20 == 1.0


@pytest.mark.django_db
def test_a_file_of_judgements_is_measured(capsys, tmp_path):
    meeting = factories.make_meeting(3, body=factories.make_body("CTOC/COP/WG.7"))
    factories.make_recommendation(1, "حماية الأطفال.", meeting=meeting)
    rebuild_index()
    file = tmp_path / "judged.json"
    file.write_text(json.dumps([{"id": "a", "query": "طفل", "relevant": {"3.1": 2}}]))
    call_command("evaluate_search", str(file))
    assert capsys.readouterr().out.split() == [
        "queries", "1", "recall@20", "1.000", "precision@5", "0.200", "nDCG@10", "1.000", "empty", "0.000",
    ]  # fmt: skip


def test_a_file_that_is_none_is_refused(tmp_path):
    file = tmp_path / "judged.json"
    file.write_text('[{"query": "x"}]')
    with pytest.raises(CommandError):
        call_command("evaluate_search", str(file))
