import pytest
from django.core.management import call_command

from tests import factories


@pytest.mark.django_db
def test_the_index_is_built_and_then_in_order(capsys, client):
    factories.make_recommendation(1, "حماية الأطفال.")
    response = client.get("/readyz")
    assert (response.status_code, "rebuild_search_index" in response.json()["problems"][0]) == (503, True)
    call_command("rebuild_search_index")
    assert capsys.readouterr().out.startswith("1 texts indexed in ")
    assert client.get("/readyz").status_code == 200
    call_command("rebuild_search_index", "--if-needed")
    assert capsys.readouterr().out == "The search index is in order.\n"
