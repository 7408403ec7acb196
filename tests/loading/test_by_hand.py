"""What staff write and decide in the admin."""

from dataclasses import replace

import pytest

from archive.derivations.by_hand import (
    decide_conflict,
    decide_erratum,
    delete_by_hand,
    differences,
    save_by_hand,
)
from archive.models import (
    ArchiveState,
    Conflict,
    Document,
    Erratum,
    FormerSlug,
    Meeting,
    Paragraph,
    Recommendation,
    Subparagraph,
)
from tests import factories

from .papers import erratum, load, meeting, paragraph, passage, recommendation, report

pytestmark = pytest.mark.django_db


def test_a_whole_meeting_is_entered_by_hand():
    body = factories.make_body("ITC/CONF/WG.1", name_ar="الفريق العامل")
    entered = Meeting(body=body, number=9, place="جنيف")
    save_by_hand(entered)
    row = Recommendation(meeting=entered, number=1, chapeau="ينبغي للدول:")
    save_by_hand(row)
    save_by_hand(Subparagraph(recommendation=row, position=1, label="أ", text="أن تقيس؛"))
    save_by_hand(Subparagraph(recommendation=row, position=2, label="ب", text="أن تنشر."))
    held = Recommendation.objects.get()
    assert (held.locator, held.text, held.printed_text, held.printed_number, held.entered_by_hand) == (
        "itc-conf-wg1.9.1",
        "ينبغي للدول:\n(أ) أن تقيس؛\n(ب) أن تنشر.",
        "ينبغي للدول:\n(أ) أن تقيس؛\n(ب) أن تنشر.",
        "1",
        True,
    )


def test_what_was_entered_by_hand_is_printed_as_it_reads_until_told_otherwise():
    row = Recommendation(meeting=factories.make_meeting(), number=1, chapeau="نص.")
    save_by_hand(row)
    row.chapeau = "نص آخر."
    save_by_hand(row)
    assert (row.printed_chapeau, row.printed_text) == ("نص آخر.", "نص آخر.")
    row.printed_chapeau = "نصّ آخر."
    save_by_hand(row)
    row.chapeau = "ثالث."
    save_by_hand(row)
    assert (row.chapeau, row.printed_text) == ("ثالث.", "نصّ آخر.")


def test_the_printed_text_of_a_source_is_not_touched_by_a_new_reading():
    load(report())
    row = Recommendation.objects.get(number=1)
    row.chapeau = "نص الموظف."
    save_by_hand(row)
    row.refresh_from_db()
    assert (row.text, row.printed_text) == ("نص الموظف.", "ينبغي للدول أن تحفظ القنوات.")
    assert differences(row) == [("chapeau", "ينبغي للدول أن تحفظ القنوات.", "نص الموظف.")]


def test_a_body_that_gets_another_symbol_moves_its_meetings_and_recommendations():
    row = factories.make_recommendation(3)
    body = row.meeting.body
    body.symbol = "ITC/CONF/WG.2"
    save_by_hand(body)
    row.refresh_from_db()
    assert (row.meeting.slug, row.locator) == ("itc-conf-wg2.1", "itc-conf-wg2.1.3")


def test_a_document_that_gets_a_symbol_gets_its_address_and_keeps_the_old_one():
    document = Document(title="ورقة", job_number="V.20-01234")
    save_by_hand(document)
    assert document.slug == "v20-01234"
    document.symbol = "ITC/CONF/2020/1"
    save_by_hand(document)
    assert document.slug == "itc-conf-2020-1"
    assert list(FormerSlug.objects.values_list("slug", flat=True)) == ["v20-01234"]


def test_every_saving_raises_the_data_version():
    factories.make_state(data_version=5)
    save_by_hand(factories.make_body())
    assert ArchiveState.objects.get().data_version == 6


def test_what_a_source_gave_is_not_deleted_and_what_was_entered_by_hand_is():
    load(report())
    with pytest.raises(ValueError, match="لا يُحذف"):
        delete_by_hand(Recommendation.objects.get(number=1))
    row = factories.make_recommendation(9, "ينبغي:", meeting=Meeting.objects.get(), subparagraphs=("أولى", "ثانية"))
    delete_by_hand(row.subparagraphs.get(position=2))
    row.refresh_from_db()
    assert row.text == "ينبغي:\n(أ) أولى"
    delete_by_hand(row)
    assert Recommendation.objects.count() == 2


# Conflicts -----------------------------------------------------------------------------------------------------


@pytest.fixture
def changed_by_both() -> object:
    """A report whose first recommendation staff and the source have changed."""
    load(report())
    row = Recommendation.objects.get(number=1)
    row.chapeau = "نص الموظف."
    save_by_hand(row)
    new = report(recommendations=(recommendation(1, "نص جديد."), report().recommendations[1]))
    load(new)
    return new


def test_the_source_is_taken(changed_by_both):
    user = factories.make_user()
    decide_conflict(Conflict.objects.get(field="chapeau"), take=True, by=user)
    row = Recommendation.objects.get(number=1)
    assert (row.chapeau, row.text) == ("نص جديد.", "نص جديد.")
    conflict = Conflict.objects.get(field="chapeau")
    assert (conflict.state, conflict.decided_by) == ("taken", user)
    assert not load(changed_by_both).writes


def test_the_held_text_is_kept_and_the_question_is_not_asked_again(changed_by_both):
    decide_conflict(Conflict.objects.get(field="chapeau"), take=False)
    load(changed_by_both)
    assert Recommendation.objects.get(number=1).text == "نص الموظف."
    assert not Conflict.objects.filter(state="open").exists()


def test_a_conflict_is_decided_once(changed_by_both):
    conflict = Conflict.objects.get(field="chapeau")
    decide_conflict(conflict, take=False)
    with pytest.raises(ValueError, match="سبق"):
        decide_conflict(conflict, take=True)


def test_a_difference_of_a_copy_that_staff_refused_stays_refused():
    load(report())
    copy = report("copy.txt", recommendations=(recommendation(1, "نص آخر."), report().recommendations[1]))
    load(copy, beside=["report.txt"])
    decide_conflict(Conflict.objects.get(), take=False)
    load(copy, beside=["report.txt"])
    assert list(Conflict.objects.values_list("state", flat=True)) == ["kept"]
    assert not load(report()).writes


def test_a_difference_of_a_copy_that_staff_took_survives_the_next_load():
    load(report())
    copy = report("copy.txt", recommendations=(recommendation(1, "نص آخر."), report().recommendations[1]))
    load(copy, beside=["report.txt"])
    decide_conflict(Conflict.objects.get(), take=True)
    load(report())
    row = Recommendation.objects.get(number=1)
    assert (row.text, row.printed_text) == ("نص آخر.", "ينبغي للدول أن تحفظ القنوات.")


def test_a_row_that_only_a_copy_has_comes_by_loading_only():
    load(report())
    load(
        report("copy.txt", recommendations=(*report().recommendations, recommendation(3, "زيادة."))),
        beside=["report.txt"],
    )
    with pytest.raises(ValueError, match="«اعتمده»"):
        decide_conflict(Conflict.objects.get(field="row"), take=True)
    assert Conflict.objects.get().state == "open"


def test_two_reports_that_date_a_meeting_otherwise_are_decided_by_staff():
    load(report())
    other = report(
        "other.txt",
        cover={"symbol": "ITC/CONF/WG.1/2017/1", "kind": "compendium", "title": passage("خلاصة")},
        meetings=(meeting(place="جنيف"),),
        paragraphs=(),
        recommendations=(recommendation(1, "نص.", of=5),),
    )
    load(other)
    decide_conflict(Conflict.objects.get(field="place"), take=True)
    assert Meeting.objects.get(number=4).place == "جنيف"
    assert not load(other).writes
    assert not load(report()).writes
    assert not Conflict.objects.filter(state="open").exists()


# Errata --------------------------------------------------------------------------------------------------------

ACCEPTED, REJECTED, WAITING = Erratum.Decision.ACCEPTED, Erratum.Decision.REJECTED, Erratum.Decision.WAITING
ROWS = [erratum(11, "القنات", "القنوات"), erratum(11, "الماه", "الماء", "doubtful")]


@pytest.fixture
def damaged() -> object:
    found = report(paragraphs=(paragraph(1, "حفظ القنات و الماه.", errata=ROWS),))
    load(found, errata=ROWS)
    return found


def test_a_doubtful_erratum_that_staff_accept_is_applied_now_and_at_every_load(damaged):
    decide_erratum(Erratum.objects.get(printed="الماه"), ACCEPTED, by=factories.make_user())
    assert Paragraph.objects.get().text == "حفظ القنوات و الماء."
    assert not load(damaged, errata=ROWS).writes
    assert Paragraph.objects.get().text == "حفظ القنوات و الماء."


def test_a_certain_erratum_that_staff_reject_is_not_applied_any_more(damaged):
    decide_erratum(Erratum.objects.get(printed="القنات"), REJECTED)
    assert Paragraph.objects.get().text == "حفظ القنات و الماه."
    assert not load(damaged, errata=ROWS).writes
    assert Erratum.objects.get(printed="القنات").decision == "rejected"


def test_an_erratum_does_not_undo_what_staff_wrote(damaged):
    row = Paragraph.objects.get()
    row.text = "نص الموظف."
    save_by_hand(row)
    decide_erratum(Erratum.objects.get(printed="الماه"), ACCEPTED)
    assert Paragraph.objects.get().text == "نص الموظف."
    conflict = Conflict.objects.get()
    assert (conflict.locator, conflict.offered) == ("itc-conf-wg1-2016-5#p1", "حفظ القنوات و الماء.")


def test_a_decision_may_be_changed_and_taken_back_and_the_text_follows(damaged):
    row = Erratum.objects.get(printed="الماه")
    user = factories.make_user()
    without, with_it = "حفظ القنوات و الماه.", "حفظ القنوات و الماء."
    for decision, text in (
        (ACCEPTED, with_it), (REJECTED, without), (ACCEPTED, with_it), (WAITING, without), (REJECTED, without),
    ):  # fmt: skip
        decide_erratum(row, decision, by=user)
        held = Paragraph.objects.get()
        assert (held.text, held.source_values["text"], held.printed_text) == (text, text, "حفظ القنات و الماه.")
        row.refresh_from_db()
        assert (row.decision, row.decided_by) == (decision, None if decision == WAITING else user)
        assert (row.decided_at is None) == (decision == WAITING)
        assert not load(damaged, errata=ROWS).writes
    assert not Conflict.objects.exists()


def test_a_question_that_a_decision_raised_is_closed_by_the_decision_that_takes_it_back(damaged):
    row = Paragraph.objects.get()
    row.text = "نص الموظف."
    save_by_hand(row)
    found = Erratum.objects.get(printed="الماه")
    for decision, state in ((ACCEPTED, "open"), (WAITING, "kept"), (ACCEPTED, "open"), (REJECTED, "kept")):
        decide_erratum(found, decision)
        assert Conflict.objects.latest("pk").state == state
        assert Paragraph.objects.get().text == "نص الموظف."
    assert Conflict.objects.count() == 2


def test_what_staff_wrote_over_an_accepted_erratum_outlives_its_rejection(damaged):
    found = Erratum.objects.get(printed="الماه")
    decide_erratum(found, ACCEPTED)
    row = Paragraph.objects.get()
    row.text = "حفظ القنوات والماء."
    save_by_hand(row)
    decide_erratum(found, REJECTED)
    assert Paragraph.objects.get().text == "حفظ القنوات والماء."
    conflict = Conflict.objects.get()
    assert (conflict.state, conflict.offered) == ("open", "حفظ القنوات و الماه.")


def test_an_erratum_in_a_title_and_one_in_the_note_of_the_cover():
    rows = [erratum(1, "القنات", "القنوات", "doubtful"), erratum(2, "الماه", "الماء", "doubtful")]
    cover = {"title": passage("حفظ القنات", 1, rows), "summary": passage("عن الماه", 2, rows)}
    load(report(cover=cover), errata=rows)
    for row in Erratum.objects.all():
        decide_erratum(row, ACCEPTED)
    document = Document.objects.get()
    assert (document.title, document.summary) == ("حفظ القنوات", "عن الماء")
    assert not load(report(cover=cover), errata=rows).changes[0].fields


def test_an_erratum_in_a_recommendation_changes_its_whole_text():
    rows = [erratum(101, "القنات", "القنوات", "doubtful")]
    one = replace(recommendation(1, "", "نص."), chapeau=passage("ينبغي حفظ القنات:", 101, rows))
    load(report(recommendations=(one,)), errata=rows)
    decide_erratum(Erratum.objects.get(), ACCEPTED)
    row = Recommendation.objects.get()
    assert (row.text, row.printed_text) == ("ينبغي حفظ القنوات:\n(أ) نص.", "ينبغي حفظ القنات:\n(أ) نص.")
