"""Planning what instruments.toml and subjects.toml declare: treaties with their articles, and the tree of subjects.

Like the bodies of a manifest: what is new is made, what staff have changed stays, what a file no longer says is left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db import transaction

from archive.models import Article, Topic
from archive.models import Instrument as InstrumentRow
from archive.record import kinds
from archive.record.history.journal import recording, watch_stored
from archive.record.stored import StoredRow, stored_row
from archive.record.values import ArticleValues, InstrumentValues, Link, Offering, TopicValues
from archive.sources.instruments import FILE_NAME as INSTRUMENTS_FILE
from archive.sources.instruments import DeclaredInstrument
from archive.sources.subjects import FILE_NAME as SUBJECTS_FILE
from archive.sources.subjects import Subject

from .apply import apply_plan
from .changes import Change, Plan
from .offered import Offered
from .rows import plan_merge, plan_new

_NO_QUESTIONS = frozenset({"position", "articles", "written_as"})


@transaction.atomic
def load_instruments(instruments: Sequence[DeclaredInstrument]) -> list[Change]:
    plan = Plan(INSTRUMENTS_FILE, "unchanged")
    stored = {row.slug: stored_row(kinds.INSTRUMENT, row) for row in InstrumentRow.objects.all()}
    offered = [_instrument_offered(one, place) for place, one in enumerate(instruments, 1)]
    _plan_all(plan, offered, stored)
    articles = {
        row.locator: stored_row(kinds.ARTICLE, row)
        for row in Article.objects.filter(instrument__slug__in=[one.slug for one in instruments]).select_related(
            "instrument"
        )
    }
    _plan_all(plan, [row for one in instruments for row in _articles_offered(one)], articles)
    apply_plan(plan)
    return plan.changes


def _instrument_offered(one: DeclaredInstrument, place: int) -> Offered:
    values = InstrumentValues(
        name_ar=one.name_ar,
        short_ar=one.short_ar,
        name_en=one.name_en,
        written_as=list(one.written_as),
        position=place,
    )
    return Offered(kinds.INSTRUMENT, one.slug, (), values, owners={"slug": one.slug})


def _articles_offered(one: DeclaredInstrument) -> Iterable[Offered]:
    for article in one.articles:
        owners: dict[str, Offering] = {"instrument": Link(kinds.INSTRUMENT, one.slug), "number": article.number}
        values = ArticleValues(title_ar=article.title_ar, title_en=article.title_en)
        yield Offered(kinds.ARTICLE, f"{one.slug}:{article.number}", (), values, owners=owners)


@transaction.atomic
@recording()
def load_subjects(subjects: Sequence[Subject]) -> list[Change]:
    """Articles of which the archive does not know the treaty are left out."""
    plan = Plan(SUBJECTS_FILE, "unchanged")
    known = {row.locator: row.pk for row in Article.objects.select_related("instrument")}
    rows = Topic.objects.select_related("parent").prefetch_related("articles__instrument")
    stored = {row.slug: stored_row(kinds.TOPIC, row) for row in rows}
    _plan_all(plan, [_topic_offered(one, place, known) for place, one in enumerate(subjects, 1)], stored)
    articles = {change.locator: change.write.pop("articles") for change in plan.changes if "articles" in change.write}
    apply_plan(plan)
    for topic in Topic.objects.filter(slug__in=articles):
        watch_stored(kinds.TOPIC, [topic.pk])
        locators = articles[topic.slug]
        topic.articles.set([known[one] for one in locators] if isinstance(locators, list) else [])
    return plan.changes


def _topic_offered(one: Subject, place: int, known: dict[str, int]) -> Offered:
    locators = [f"{one.instrument}:{number}" for number in one.articles]
    values = TopicValues(
        label_ar=one.label_ar,
        label_en=one.label_en,
        description_ar=one.description_ar,
        description_en=one.description_en,
        position=place,
        articles=[locator for locator in locators if locator in known],
    )
    if one.parent:
        values["parent"] = Link(kinds.TOPIC, one.parent)
    return Offered(kinds.TOPIC, one.slug, (), values, owners={"slug": one.slug})


def _plan_all(plan: Plan, offered: Iterable[Offered], stored: dict[str, StoredRow]) -> None:
    plan.known.update({Link(row.kind, locator): row.pk for locator, row in stored.items()})
    for one in offered:
        row = stored.get(one.locator)
        if row is None:
            plan_new(plan, one)
        else:
            plan_merge(plan, one, row)
    _leave_to_staff(plan)


def _leave_to_staff(plan: Plan) -> None:
    """What staff have put in another order, or in other lists, asks for no decision when the file changes too."""
    plan.conflicts = [one for one in plan.conflicts if one.field not in _NO_QUESTIONS]
    asked = {(one.kind, one.locator) for one in plan.conflicts}
    plan.changes = [
        replace(change, outcome="updated" if change.write else "kept")
        if change.outcome == "conflict" and (change.kind, change.locator) not in asked
        else change
        for change in plan.changes
    ]
