"""Whatever staff edit, nothing is left stale: every editable field of every form, on a loaded archive.

After each edit all rules read everything anew and must find nothing to do, and the index must be as a new one would
be. On the specimen corpus that is done after each edit; on the real sources, where they are, once after all edits of a
row, since there it takes seconds.
"""

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import transaction
from django.db.models import Count, Model, Q
from django.test import Client

from archive.derivations.deriving import derive_everything
from archive.loading.archive import load_archive
from archive.models import (
    Citation,
    Conflict,
    Document,
    EarlierText,
    Errand,
    Erratum,
    FormerLocator,
    FormerSlug,
    LanguageText,
    LanguageVersion,
    Meeting,
    Paragraph,
    PendingWord,
    Recommendation,
    SearchEntry,
    Topic,
    Upload,
)
from archive.models.provenance import Sourced
from archive.record.saving import compose_whole_texts
from archive.record.scope import Scope
from archive.search.record_texts import all_texts
from tests import surroundings
from tests.factories import make_user

from .every_field import Edit, address_of, batches, edits_in, edits_of, post, registered

pytestmark = pytest.mark.django_db

ON_THE_SPECIMEN = pytest.mark.parametrize("archive", ["specimen"], indirect=True)
#: Of these the specimen has no row when it is loaded.
WITHOUT_ROWS = (
    *(Conflict, EarlierText, Errand, FormerLocator, FormerSlug, LanguageText, LanguageVersion, PendingWord, Upload),
)

SPECIMEN = Path(__file__).resolve().parents[2] / "sources"


class Archive:
    """A loaded archive, and two who may edit it: a superuser, and one who has every permission one by one."""

    def __init__(self, sources: Path) -> None:
        load_archive([sources])
        self.is_specimen = sources == SPECIMEN
        self.people = [make_user("salma"), make_user("karim")]
        self.people[1].is_superuser = False
        self.people[1].save()
        self.people[1].user_permissions.set(Permission.objects.filter(content_type__app_label="archive"))
        self.clients = []
        for person in self.people:
            client = Client()
            client.force_login(person)
            self.clients.append(client)


@pytest.fixture(scope="module", params=["specimen", "real"])
def archive(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any) -> Iterator[Archive]:
    """Loaded once, in a transaction; every test takes back what it wrote."""
    sources = SPECIMEN if request.param == "specimen" else surroundings.real_sources()
    if sources is None:
        pytest.skip(surroundings.NO_SOURCES)
    with django_db_blocker.unblock(), transaction.atomic():
        yield Archive(sources)
        transaction.set_rollback(True)


@pytest.mark.parametrize("rights", [("view",), ("view", "change"), ("view", "add", "change")], ids="-".join)
def test_every_list_and_form_opens_with_the_rights_of_a_task(archive: Archive, rights: tuple[str, ...]) -> None:
    """Rows of a loaded archive have what factories' rows lack, and who is no superuser sees values for fields."""
    with transaction.atomic():
        reader = make_user("-".join(rights))
        reader.is_superuser = False
        reader.save()
        may = Q(codename__regex=f"^({'|'.join(rights)})_")
        reader.user_permissions.set(Permission.objects.filter(may, content_type__app_label="archive"))
        client = Client(raise_request_exception=False)
        client.force_login(reader)
        answers = {}
        for model in registered():
            name = f"/admin/archive/{model._meta.model_name}/"
            rows = [f"{name}{key}/change/" for key in model._default_manager.values_list("pk", flat=True)[:3]]
            answers |= {path: client.get(path).status_code for path in (name, f"{name}?q=2", *rows)}
        transaction.set_rollback(True)
    assert {path: status for path, status in answers.items() if status != 200} == {}
    assert len(answers) > 80


def stale(*, anew: bool) -> dict[str, Any]:
    """What a full derivation and a new index would change; nothing of it is left."""
    with transaction.atomic():
        found: dict[str, Any] = {
            one.kind: (one.tally, one.refusal)
            for one in derive_everything(anew=anew)
            if one.tally.writes or one.refusal
        }
        transaction.set_rollback(True)
    keys = frozenset(Recommendation.objects.values_list("pk", flat=True))
    with transaction.atomic():
        if compose_whole_texts(Scope(keys, frozenset())).rows:
            found["whole_text"] = True
        transaction.set_rollback(True)
    entries = dict(SearchEntry.objects.values_list("pk", "digest"))
    wanted = {one.entry: one.digest for one in all_texts()}
    if entries != wanted:
        found["search"] = sorted(key for key in {*entries, *wanted} if entries.get(key) != wanted.get(key))
    return found


def row_of(model: type[Model]) -> Any:
    """One of which much is made, as far as there is any."""
    articles = Citation.objects.filter(article__isnull=False, recommendation__isnull=False)
    rows: dict[type[Model], Any] = {
        Citation: articles,
        Document: Document.objects.filter(paragraphs__follow_ups__isnull=False),
        Meeting: Meeting.objects.filter(recommendations__isnull=False, start__isnull=False),
        Paragraph: Paragraph.objects.filter(follow_ups__isnull=False),
        Recommendation: Recommendation.objects.filter(
            topic_assignments__isnull=False, pk__in=first_cites_an_article()
        ).annotate(items=Count("subparagraphs")),
        Topic: Topic.objects.filter(assignments__isnull=False, rules__isnull=False),
    }
    order = ["-items", "pk"] if model is Recommendation else ["pk"]
    found = rows[model].order_by(*order).first() if model in rows else None
    return found or model._default_manager.order_by("pk").first()


@ON_THE_SPECIMEN
@pytest.mark.parametrize("by_hand", [False, True], ids=["of a source", "by hand"])
@pytest.mark.parametrize("model", registered(), ids=lambda model: model.__name__)
def test_no_edit_of_a_field_leaves_anything_stale(archive: Archive, model: type[Model], by_hand: bool) -> None:
    """Fields that cannot hide one another are edited at once; where that leaves something, one by one, to name it."""
    row = row_of(model)
    assert (row is None) == (model in WITHOUT_ROWS)
    if row is None or (by_hand and not isinstance(row, Sourced)):
        return  # nothing more to edit than in the other case
    before: set[str] = set()
    if by_hand:
        before = {edit.name for edit in edits(archive, row)}
        model._default_manager.filter(pk=row.pk).update(source_values={})
    assert left_one_by_one(archive, row, batches([one for one in edits(archive, row) if one.name not in before])) == {}


@pytest.mark.once  # the declarations know no database; the specimen is edited on both
@pytest.mark.parametrize("archive", ["real"], indirect=True)
@pytest.mark.parametrize("model", registered(), ids=lambda model: model.__name__)
def test_all_edits_of_a_row_together_leave_nothing_stale(archive: Archive, model: type[Model]) -> None:
    """Each on what the one before it left; what the form does not take after them is edited by itself."""
    row = row_of(model)
    assert (row is None) == (model in WITHOUT_ROWS)
    if row is None:
        return
    refused: list[list[Edit]] = []
    with transaction.atomic():
        for place, batch in enumerate(batches(edits(archive, row))):
            if post(archive.clients[place % 2], row, batch) != 302:
                refused.append(batch)
        told = stale(anew=True)
        transaction.set_rollback(True)
    assert told == {}
    assert left_one_by_one(archive, row, refused) == {}


def left_one_by_one(archive: Archive, row: Any, some: list[list[Edit]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for place, batch in enumerate(some):
        client = archive.clients[place % 2]
        told = left_by(client, row, batch)
        if told and len(batch) > 1:
            alone = {edit.name: left for edit in batch if (left := left_by(client, row, [edit]))}
            found |= alone or ({"all at once": told} if "status" not in told else {})
        elif told:
            found[batch[0].name] = told
    return found


def left_by(client: Client, row: Any, batch: list[Edit]) -> dict[str, Any]:
    """What is stale when these fields were edited, or how the form answered if it did not take them."""
    with transaction.atomic():
        status = post(client, row, batch)
        told = stale(anew=True) if status == 302 else {"status": status}
        transaction.set_rollback(True)
    return told


def first_cites_an_article() -> list[int]:
    """Recommendations whose first citation is of an article: it may be made one of the treaty alone."""
    first: dict[int, Citation] = {}
    for citation in Citation.objects.of_recommendations().in_order():
        first.setdefault(citation.recommendation_id or 0, citation)
    return [pk for pk, citation in first.items() if citation.article_id is not None]


def edits(archive: Archive, row: Any) -> list[Edit]:
    response = archive.clients[0].get(address_of(row))
    return list(edits_of(response)) if response.status_code == 200 and "adminform" in response.context else []


@ON_THE_SPECIMEN
@pytest.mark.parametrize("model", registered(), ids=lambda model: model.__name__)
def test_no_action_of_a_list_leaves_anything_stale(archive: Archive, model: type[Model]) -> None:
    address = f"/admin/archive/{model._meta.model_name}/"
    page = archive.clients[1].get(address)
    if page.status_code != 200 or page.context.get("action_form") is None:
        return  # a list that is only read
    rows = [row.pk for row in page.context["cl"].result_list[:3]]
    actions = [name for name, _label in page.context["action_form"].fields["action"].choices if name]
    found: dict[str, Any] = {}
    for place, action in enumerate(actions):
        with transaction.atomic():
            if action == "delete_selected" and issubclass(model, Sourced):
                model._default_manager.filter(pk__in=rows).update(source_values={})
            data = {"action": action, "_selected_action": rows, "post": "yes"}
            status = archive.clients[place % 2].post(address, data).status_code
            if told := stale(anew=True):
                found[action] = told
            if status not in (200, 302, 403):  # 403: what stands below came from a source
                found[action] = status
            transaction.set_rollback(True)
    assert found == {}


@ON_THE_SPECIMEN
@pytest.mark.parametrize("model", registered(), ids=lambda model: model.__name__)
def test_no_field_edited_in_a_list_leaves_anything_stale(archive: Archive, model: type[Model]) -> None:
    names = list(admin.site._registry[model].list_editable)
    if not names:
        return
    address = f"/admin/archive/{model._meta.model_name}/"
    formset = archive.clients[0].get(address).context["cl"].formset
    for place, name in enumerate(names):
        data = {bound.html_name: bound.value() for bound in formset.management_form}
        data |= {bound.html_name: bound.value() for form in formset.forms for bound in form}
        (edited,) = [edit for edit in edits_in(formset.forms[0]) if edit.name.endswith(f"-{name}")]
        with transaction.atomic():
            response = archive.clients[place % 2].post(address, {**data, edited.name: edited.values[0], "_save": "1"})
            assert (response.status_code, stale(anew=False)) == (302, {})
            transaction.set_rollback(True)


def test_no_conflict_that_is_decided_leaves_anything_stale(archive: Archive) -> None:
    row = row_of(Document)
    conflict = Conflict.objects.create(
        kind="document", locator=row.slug, field="date", held=row.date or "", offered="2016-01-01",
        source_file=row.source_file, document=row,
    )  # fmt: skip
    response = archive.clients[1].post(address_of(conflict), {"choice": "take"})
    row.refresh_from_db()
    assert (response.status_code, str(row.date), stale(anew=False)) == (302, "2016-01-01", {})


def test_no_erratum_that_is_decided_leaves_anything_stale(archive: Archive) -> None:
    erratum = Erratum.objects.filter(certainty="doubtful", matched=True).exclude(corrected="").order_by("pk").first()
    if erratum is None:
        return
    for choice in ("accept", "reject", "reopen"):
        assert archive.clients[1].post(address_of(erratum), {"choice": choice}).status_code == 302
        assert stale(anew=False) == {}


def test_what_the_command_says_is_what_was_asserted(archive: Archive) -> None:
    """`derive_archive --dry-run` after an edit that nine places once left stale: the date of a document (issue 9)."""
    row = row_of(Document)
    edit = next(one for one in edits(archive, row) if one.name == "date")
    assert post(archive.clients[1], row, [edit]) == 302
    out = StringIO()
    call_command("derive_archive", "--dry-run", "--json", stdout=out)
    told = json.loads(out.getvalue())
    assert {kind: {**found, "unchanged": 0} for kind, found in told.items()} == {
        kind: {"created": 0, "updated": 0, "unchanged": 0, "missing": 0} for kind in told
    }
