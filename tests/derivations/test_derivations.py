"""What texts mean, through loads and edits: read again when something changed, and never against staff's word."""

import shutil
from pathlib import Path

import pytest

from archive.derivations import digests
from archive.derivations.by_hand import change_by_staff, confirm, give_back, reject, save_by_hand
from archive.derivations.deriving import KINDS
from archive.derivations.settling import relocate, settle
from archive.loading.archive import load_archive
from archive.models import (
    ArchiveState,
    Article,
    Citation,
    Derivation,
    FollowUp,
    Kinship,
    LoadMemory,
    OperativeClause,
    Recommendation,
    Topic,
    TopicAssignment,
    TopicRule,
)
from archive.vocabulary.addressees import ADDRESSEES
from archive.vocabulary.operative_phrases import VERB_CLASSES
from tests import factories
from tests.factories_of_meaning import (
    derive,
    make_assignment,
    make_clause,
    make_instrument,
    make_kinship,
    make_topic,
    make_topic_rule,
)

pytestmark = pytest.mark.django_db

SPECIMEN = Path(__file__).resolve().parents[2] / "sources"
DERIVED = [kind.name for kind in KINDS]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the specimen corpus, loaded."""
    copy = tmp_path / "sources"
    shutil.copytree(SPECIMEN, copy)
    load_archive([copy])
    return copy


def outcomes(folder: Path) -> dict[str, dict[str, int]]:
    """What a load did to what is derived, by kind; nothing else than «unchanged» is left out."""
    counts = load_archive([folder]).outcomes()
    found = {kind: {name: n for name, n in counts[kind].items() if n and name != "unchanged"} for kind in counts}
    return {kind: told for kind, told in found.items() if told}


def clauses_of(row: Recommendation) -> list[tuple[str, str, str, list[str]]]:
    rows = row.operative_clauses.order_by("position", "pk")
    return [(one.verb_class, one.phrase, one.decision, [str(who.code) for who in one.addressees.all()]) for one in rows]


def test_the_first_load_derives_every_kind_and_the_second_changes_nothing(folder: Path) -> None:
    models = (OperativeClause, Citation, TopicAssignment, Kinship, FollowUp)
    assert [model.objects.exists() for model in models] == [True] * 5
    version = ArchiveState.objects.get().data_version
    assert outcomes(folder) == {}
    assert ArchiveState.objects.get().data_version == version


def test_every_recommendation_has_one_main_clause_at_its_place(folder: Path) -> None:
    for row in Recommendation.objects.filter(subparagraphs=None):
        (main,) = row.operative_clauses.filter(is_main=True)
        assert row.chapeau[main.start : main.end] == main.phrase


def test_codes_are_those_of_the_vocabulary() -> None:
    assert tuple(OperativeClause.Verb.values) == VERB_CLASSES
    assert {*ADDRESSEES} == {code for code, _name in OperativeClause.addressees.rel.related_model.Code.choices}


def test_what_staff_said_stands_through_a_load_with_other_rules(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirmed, rejected, changed = OperativeClause.objects.order_by("pk")[:3]
    confirm(confirmed)
    reject(rejected)
    changed.verb_class = "urged"
    change_by_staff(changed, addressees=["unodc"])
    wrong = TopicAssignment.objects.order_by("pk").first()
    reject(wrong)
    before = [clauses_of(one.recommendation) for one in (confirmed, rejected, changed)]
    monkeypatch.setattr(digests, "rules_digest", lambda: "other rules")
    told = outcomes(folder)
    assert (told["operative_clause"], told["topic_assignment"]) == ({"kept": 3}, {"kept": 1})
    assert [clauses_of(one.recommendation) for one in (confirmed, rejected, changed)] == before
    assert TopicAssignment.objects.get(pk=wrong.pk).decision == "rejected"


def test_only_what_changed_is_read_again(folder: Path) -> None:
    row = Recommendation.objects.filter(subparagraphs=None).first()
    others = dict(Derivation.objects.exclude(recommendation=row).values_list("pk", "digest"))
    row.chapeau = "يمكن للأمانة أن تعد دليلاً."
    save_by_hand(row)
    assert clauses_of(row) == [("could", "يمكن", "", ["secretariat"])]
    whole = Derivation.objects.filter(recommendation=None, paragraph=None).values_list("pk", flat=True)
    same = {pk: digest for pk, digest in others.items() if pk not in whole}
    assert dict(Derivation.objects.filter(pk__in=same).values_list("pk", "digest")) == same


def test_a_broken_rule_leaves_what_is_held_and_lets_the_others_work(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Citation.objects.count()

    def fail(scope: object, reading: object) -> None:
        Citation.objects.all().delete()
        raise ZeroDivisionError

    from archive.derivations import deriving

    broken = tuple(kind._replace(derive=fail) if kind.name == "citation" else kind for kind in KINDS)
    monkeypatch.setattr(deriving, "KINDS", broken)
    LoadMemory.objects.all().delete()  # else nothing would be read again
    report = load_archive([folder])
    assert [(one.file, "ZeroDivisionError" in one.reason) for one in report.refused] == [("citation", True)]
    assert Citation.objects.count() == held
    assert report.outcomes()["kinship"]["unchanged"] == Kinship.objects.count()


# Clauses -------------------------------------------------------------------------------------------------------


def test_a_lettered_item_inherits_or_asks_for_itself() -> None:
    row = factories.make_recommendation(
        1, "ينبغي للدول أن تقوم بما يلي:", subparagraphs=("صون القنوات؛", "يُطلب إلى الأمانة أن تقيس الماء.")
    )
    derive(row)
    found = row.operative_clauses.order_by("position")
    items = {one.pk: one.position for one in row.subparagraphs.all()}
    told = [(items.get(one.subparagraph_id), one.verb_class, one.is_main, one.overrides) for one in found]
    assert told == [(None, "should", True, False), (2, "requested", False, True)]


def test_a_confirmed_clause_moves_with_its_words() -> None:
    row = factories.make_recommendation(1, "ينبغي للدول أن تصون القنوات.")
    derive(row)
    confirm(row.operative_clauses.get())
    row.chapeau = "عملاً بالمادة 6، ينبغي للدول أن تصون القنوات."
    save_by_hand(row)
    clause = row.operative_clauses.get()
    assert (row.chapeau[clause.start : clause.end], clause.decision, clause.is_main) == ("ينبغي", "confirmed", True)


def test_words_are_found_again_nearest_to_where_they_stood() -> None:
    assert relocate("ب", "ب ا ب", 3) == (4, 5)
    assert relocate("ب", "ب ا ب", None) == (0, 1)
    assert (relocate("ت", "ب ا ب", 0), relocate("", "ب", 0)) == (None, None)


def test_settling_sorts_every_pair_out() -> None:
    row = factories.make_recommendation(1)
    suggested = make_clause(row)
    decided = make_clause(row, is_main=False, decision="confirmed")
    pairs = [(None, "new"), (None, None), (suggested, "same"), (suggested, "other"), (suggested, None), (decided, None)]
    settled = settle(pairs, lambda _row, found: found == "same")
    assert (settled.new, settled.changed, settled.unchanged, settled.gone, settled.standing) == (
        ["new"], [(suggested, "other")], [suggested], [suggested], [decided],
    )  # fmt: skip


# Citations -----------------------------------------------------------------------------------------------------


def test_a_cited_recommendation_is_joined_when_it_comes() -> None:
    meeting = factories.make_meeting(4)
    row = factories.make_recommendation(12, "ينبغي للدول، مع مراعاة التوصية 11، أن تصون القنوات.", meeting=meeting)
    derive(row)
    citation = row.citations.get()
    assert (citation.kind, citation.locator, citation.cited_recommendation) == (
        "recommendation", f"{meeting.slug}.11", None,
    )  # fmt: skip
    cited = factories.make_recommendation(11, meeting=meeting)
    derive(cited)
    assert row.citations.get().cited_recommendation == cited
    assert [one.recommendation for one in Citation.objects.in_force().filter(cited_recommendation=cited)] == [row]


def test_an_article_that_no_file_describes_gets_a_row_without_a_title() -> None:
    make_instrument()
    row = factories.make_recommendation(1, "ينبغي للدول أن تطبق المادة 40 من بروتوكول صون القنوات.")
    derive(row)
    article = Article.objects.get()
    assert (article.locator, article.label, row.citations.get().article) == (
        "canal-protocol:40", "المادة 40", article,
    )  # fmt: skip


# Subjects ------------------------------------------------------------------------------------------------------


def rewrite(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_reload_adds_subjects_and_leaves_staff_their_edits(folder: Path) -> None:
    topic = Topic.objects.get(slug="restoration")
    topic.label_ar, topic.position = "الترميم وحده", 1
    save_by_hand(topic)
    new = '[[subject]]\nslug = "harbours"\nlabel_ar = "الموانئ"\nlabel_en = "Harbours"\n\n[[subject]]'
    rewrite(folder, "subjects.toml", "[[subject]]", new)
    told = outcomes(folder)
    assert (told["topic"]["created"], told["topic"]["kept"]) == (1, 1)
    assert "conflict" not in told["topic"]
    topic.refresh_from_db()
    assert (topic.label_ar, topic.position) == ("الترميم وحده", 1)
    assert TopicRule.objects.filter(topic__slug="harbours").exists()


def test_a_file_of_subjects_that_cannot_be_read_is_refused_with_a_sentence(folder: Path) -> None:
    from archive.loading.changes import Refusal

    rewrite(folder, "subjects.toml", "slug =", "slag =")
    with pytest.raises(Refusal) as refused:
        load_archive([folder])
    assert "subjects.toml" in refused.value.sentence


def test_rules_that_staff_changed_dropped_or_added_stay(folder: Path) -> None:
    first, second, third = TopicRule.objects.order_by("pk")[:3]
    TopicRule.objects.filter(pk=first.pk).update(weight=first.weight % 10 + 1)
    TopicRule.objects.filter(pk=second.pk).update(is_used=False)
    own = make_topic_rule(third.topic, "كلمة من عندنا")
    third.delete()
    told = outcomes(folder)["topic_rule"]
    assert told == {"created": 1, "kept": 2}
    assert TopicRule.objects.get(pk=first.pk).weight == first.weight % 10 + 1
    assert not TopicRule.objects.get(pk=second.pk).is_used
    assert TopicRule.objects.filter(pk=own.pk).exists()


def test_an_untouched_rule_that_the_data_drop_goes(folder: Path) -> None:
    topic = Topic.objects.get(slug="restoration")
    given = make_topic_rule(topic, "كلمة قديمة", given="كلمة قديمة", given_weight=8)
    kept = make_topic_rule(topic, "كلمة عدلناها", given="كلمة أقدم", given_weight=8)
    assert outcomes(folder)["topic_rule"] == {"missing": 1, "kept": 1}
    assert set(TopicRule.objects.filter(pk__in=[given.pk, kept.pk])) == {kept}


def test_a_topic_out_of_use_is_assigned_to_nothing(folder: Path) -> None:
    topic = TopicAssignment.objects.order_by("pk").first().topic
    topic.is_used = False
    save_by_hand(topic)
    load_archive([folder])
    assert not topic.assignments.exists()


def test_a_topic_that_staff_assigned_is_theirs_until_they_give_it_back() -> None:
    row = factories.make_recommendation(1)
    assignment = make_assignment(row, make_topic())
    change_by_staff(assignment, by=None)
    derive(row)
    assert TopicAssignment.objects.get().origin == "staff"
    give_back(TopicAssignment.objects.get())
    assert not TopicAssignment.objects.exists()


# Pairs ---------------------------------------------------------------------------------------------------------


def test_a_pair_that_staff_made_has_the_earlier_recommendation_first() -> None:
    first = factories.make_recommendation(1, meeting=factories.make_meeting(1))
    second = factories.make_recommendation(1, meeting=factories.make_meeting(2))
    pair = make_kinship(second, first)
    change_by_staff(pair)
    pair.refresh_from_db()
    assert (pair.earlier, pair.later, pair.score, pair.decision) == (first, second, 1.0, "confirmed")
