import json
from datetime import date

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from archive.search.entries import rebuild_index
from archive.search.evaluation import Judged, Measures, evaluate, measure
from archive.search.named import named_recommendations
from tests import factories
from tests.factories_of_meaning import make_article, make_citation, make_instrument


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


@pytest.mark.django_db
def test_what_a_reference_leads_to_comes_before_what_its_words_find() -> None:
    body = factories.make_body("CTOC/COP/WG.7")
    paper = factories.make_document("CTOC/COP/WG.7/2019/5")
    earlier = factories.make_meeting(3, body=body, start=date(2015, 11, 18), end=date(2015, 11, 20))
    later = factories.make_meeting(4, body=body, start=date(2017, 9, 11), end=date(2017, 9, 13))
    about = factories.make_recommendation(1, "ينبغي تنفيذ المادة 6 في عام 2017.", meeting=earlier, document=paper)
    cited = factories.make_recommendation(1, "وفقاً لأحكامها.", meeting=later)
    article = make_article(6, instrument=make_instrument("som-protocol"))
    make_citation(cited, kind="treaty_article", instrument=article.instrument, article=article)
    rebuild_index()
    asked = (
        ("توصيات عام 2017", [cited.pk]),
        ("WG.7 2019/5", [about.pk]),
        ("الاجتماع الثالث", [about.pk]),
        ("4/1", [cited.pk]),
        ("المادة 6", [cited.pk]),
        # What only mentions a thing, or names several, leads nowhere.
        ("تنفيذ المادة 6", []),
        ("التوصية 1", []),
    )
    assert [named_recommendations(query) for query, _ in asked] == [keys for _, keys in asked]
    judged = [Judged("توصيات عام 2017", "", {"4.1": 2}), Judged("المادة 6", "", {"4.1": 2, "3.1": 1})]
    assert [found.ndcg_10 for found in evaluate(judged)] == [1.0, 1.0]


def test_a_file_that_is_none_is_refused(tmp_path):
    file = tmp_path / "judged.json"
    file.write_text('[{"query": "x"}]')
    with pytest.raises(CommandError):
        call_command("evaluate_search", str(file))
