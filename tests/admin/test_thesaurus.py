"""The thesaurus in the admin."""

from archive.models import ArchiveState, SearchSynonym
from archive.search.entries import rebuild_index
from archive.search.match import search_recommendations
from tests import factories


def test_a_line_that_staff_add_is_used_by_the_next_search(admin_client):
    row = factories.make_recommendation(1, "ينبغي حماية القنوات.")
    rebuild_index()
    version = ArchiveState.objects.get().data_version
    assert search_recommendations("ترعة").full == []
    answer = admin_client.post(
        "/admin/archive/searchsynonym/add/", {"words": "قناة، ترعة", "is_used": "on", "note": ""}
    )
    assert answer.status_code == 302
    assert ArchiveState.objects.get().data_version == version + 1
    assert [key for key, _ in search_recommendations("ترعة").full] == [row.pk]


def test_a_given_line_is_put_out_of_use_and_not_deleted(admin_client):
    rebuild_index()
    given = SearchSynonym.objects.order_by("pk")[0]
    assert admin_client.get("/admin/archive/searchsynonym/").status_code == 200
    assert admin_client.post(f"/admin/archive/searchsynonym/{given.pk}/delete/", {"post": "yes"}).status_code == 403
    own = SearchSynonym.objects.create(words="قناة، ترعة")
    assert admin_client.post(f"/admin/archive/searchsynonym/{own.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not SearchSynonym.objects.filter(pk=own.pk).exists()


def test_a_line_that_the_starting_data_has_no_more_may_be_deleted(admin_client):
    rebuild_index()
    gone = SearchSynonym.objects.create(words="قناة، ترعة، نهر", given="قناة، ترعة")
    rebuild_index()
    assert admin_client.post(f"/admin/archive/searchsynonym/{gone.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not SearchSynonym.objects.filter(pk=gone.pk).exists()
