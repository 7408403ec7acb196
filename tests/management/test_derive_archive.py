"""derive_archive: everything anew, and what it says of it (CONTRACT)."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from archive.derivations import deriving
from archive.loading.archive import load_archive
from archive.models import ArchiveState, Derivation, OperativeClause, TopicAssignment

pytestmark = pytest.mark.django_db

SPECIMEN = Path(__file__).resolve().parents[2] / "sources"


def counts(*options: str) -> dict[str, dict[str, int]]:
    out = StringIO()
    call_command("derive_archive", "--json", *options, stdout=out)
    found: dict[str, dict[str, int]] = json.loads(out.getvalue())
    return found


def test_a_loaded_archive_is_as_the_rules_make_it_and_a_dry_run_writes_nothing() -> None:
    load_archive([SPECIMEN])
    kept = {kind.name: kind.model._default_manager.count() for kind in deriving.KINDS}
    assert counts() == {
        name: {"created": 0, "updated": 0, "unchanged": count, "missing": 0} for name, count in kept.items()
    }
    gone = TopicAssignment.objects.order_by("pk").first()
    wrong = OperativeClause.objects.order_by("pk").first()
    assert gone is not None and wrong is not None
    gone.delete()
    OperativeClause.objects.filter(pk=wrong.pk).update(verb_class="could" if wrong.verb_class != "could" else "urged")
    before = (ArchiveState.objects.get().data_version, list(Derivation.objects.order_by("pk").values()))
    told = counts("--dry-run")
    assert (told["topic_assignment"]["created"], told["operative_clause"]["updated"]) == (1, 1)
    assert (ArchiveState.objects.get().data_version, list(Derivation.objects.order_by("pk").values())) == before
    assert TopicAssignment.objects.count() == kept["topic_assignment"] - 1
    assert counts() == told
    assert counts()["topic_assignment"] == {
        "created": 0, "updated": 0, "unchanged": kept["topic_assignment"], "missing": 0,
    }  # fmt: skip


def test_a_rule_that_fails_is_told_and_the_others_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(scope: object, reading: object) -> Any:
        raise ZeroDivisionError

    broken = tuple(kind._replace(derive=fail) if kind.name == "citation" else kind for kind in deriving.KINDS)
    monkeypatch.setattr(deriving, "KINDS", broken)
    out, complaints = StringIO(), StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("derive_archive", "--json", stdout=out, stderr=complaints)
    assert (ended.value.code, "ZeroDivisionError" in complaints.getvalue()) == (1, True)
    assert [*json.loads(out.getvalue())] == ["operative_clause", "topic_assignment", "kinship", "follow_up"]


def test_an_unknown_option_is_a_wrong_usage() -> None:
    with pytest.raises(CommandError):
        call_command("derive_archive", "--wrong")
