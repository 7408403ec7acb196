"""Plan and apply together, on parsed documents built by hand."""

from dataclasses import replace
from datetime import date

import pytest

from archive.derivations.by_hand import save_by_hand
from archive.loading.changes import Refusal
from archive.models import (
    AgendaItem,
    Body,
    Conflict,
    Document,
    Erratum,
    FormerSlug,
    Meeting,
    Paragraph,
    Recommendation,
    Section,
    Subparagraph,
)
from archive.parsing.structure import ParsedAgendaItem, ParsedFootnote, ParsedReference
from tests import factories

from .papers import (
    CONFERENCE,
    GROUP,
    erratum,
    load,
    meeting,
    outcomes,
    paragraph,
    passage,
    recommendation,
    report,
    section,
)

pytestmark = pytest.mark.django_db


def texts() -> dict[str, str]:
    return dict(Recommendation.objects.values_list("locator", "text"))


def open_conflicts() -> list[tuple[str, str, str, str]]:
    rows = Conflict.objects.filter(state="open").order_by("locator", "field")
    return list(rows.values_list("locator", "field", "held", "offered"))


# First load, second load ---------------------------------------------------------------------------------------


def test_a_report_becomes_rows():
    plan = load(report())
    assert plan.status == "created"
    assert list(Body.objects.values_list("symbol", "parent__symbol")) == [
        ("ITC/CONF", None),
        ("ITC/CONF/WG.1", "ITC/CONF"),
    ]
    held = Meeting.objects.get()
    assert (held.slug, held.place, held.start, held.end, held.ground) == (
        "itc-conf-wg1.4",
        "فيينا",
        date(2016, 5, 2),
        date(2016, 5, 4),
        "report",
    )
    document = Document.objects.get()
    assert (document.slug, document.meeting, document.source_file) == ("itc-conf-wg1-2016-5", held, "report.txt")
    assert texts() == {
        "itc-conf-wg1.4.1": "ينبغي للدول أن تحفظ القنوات.",
        "itc-conf-wg1.4.2": "ينبغي للدول:\n(أ) أن تقيس الماء؛\n(ب) أن تنشر القياس.",
    }
    assert [item.locator for item in Subparagraph.objects.order_by("position")] == [
        "itc-conf-wg1.4.2.a",
        "itc-conf-wg1.4.2.b",
    ]


def test_the_second_load_changes_nothing():
    load(report())
    before = Document.objects.get().updated_at
    plan = load(report())
    assert (plan.status, plan.writes, set(outcomes(plan))) == ("unchanged", False, {"unchanged"})
    assert Document.objects.get().updated_at == before


def test_a_new_version_of_the_file_updates_the_rows_that_differ_and_keeps_their_ids():
    load(report())
    ids = dict(Recommendation.objects.values_list("locator", "pk"))
    new = recommendation(2, "ينبغي للدول:", "أن تقيس الماء كل عام؛", "أن تنشر القياس.", "أن تحفظه.")
    plan = load(report(recommendations=(recommendation(1, "ينبغي للدول أن تحفظ القنوات."), new)))
    assert plan.status == "updated"
    assert texts()["itc-conf-wg1.4.2"] == (
        "ينبغي للدول:\n(أ) أن تقيس الماء كل عام؛\n(ب) أن تنشر القياس.\n(ج) أن تحفظه."
    )
    assert dict(Recommendation.objects.values_list("locator", "pk")) == ids


def test_a_doubled_number_counts_up():
    load(report(recommendations=(recommendation(1, "أولى."), recommendation(1, "ثانية.", copy=2))))
    assert texts() == {"itc-conf-wg1.4.1": "أولى.", "itc-conf-wg1.4.1-2": "ثانية."}


def test_headings_keep_their_ids_when_one_comes_between_them():
    load(report(sections=(section("أولا", "مقدمة"), section("ثانيا", "التوصيات"))))
    ids = dict(Section.objects.values_list("title", "pk"))
    load(
        report(
            sections=(
                section("أولا", "مقدمة"),
                section("ألف", "تمهيد", level=2, parent=0),
                section("ثانيا", "التوصيات"),
            )
        )
    )
    rows = list(Section.objects.values_list("position", "title", "parent__title"))
    assert rows == [(1, "مقدمة", None), (2, "تمهيد", "مقدمة"), (3, "التوصيات", None)]
    assert {title: pk for title, pk in Section.objects.values_list("title", "pk") if title != "تمهيد"} == ids


def test_footnotes_are_joined_to_their_paragraphs():
    notes = (ParsedFootnote("1", 2, 1, passage("انظر الوثيقة.")), ParsedFootnote("*", None, 1, passage("أُعيد.")))
    load(report(footnotes=notes))
    load(report(footnotes=notes))
    document = Document.objects.get()
    rows = list(document.footnotes.values_list("marker", "paragraph__number", "text"))
    assert rows == [("1", 2, "انظر الوثيقة."), ("*", None, "أُعيد.")]


# Staff's changes -----------------------------------------------------------------------------------------------


def edit(locator: str, chapeau: str) -> None:
    row = Recommendation.objects.get(locator=locator)
    row.chapeau = chapeau
    save_by_hand(row)


def test_a_text_that_staff_changed_is_kept():
    load(report())
    edit("itc-conf-wg1.4.1", chapeau="نص الموظف.")
    plan = load(report())
    assert outcomes(plan)["kept"] == 1
    assert texts()["itc-conf-wg1.4.1"] == "نص الموظف."


def test_a_text_that_both_changed_is_a_conflict_that_is_reported_once_and_again():
    load(report())
    edit("itc-conf-wg1.4.1", chapeau="نص الموظف.")
    new = report(recommendations=(recommendation(1, "نص جديد."), report().recommendations[1]))
    for _ in range(2):
        assert outcomes(load(new))["conflict"] == 1
    assert Recommendation.objects.get(locator="itc-conf-wg1.4.1").chapeau == "نص الموظف."
    assert open_conflicts() == [("itc-conf-wg1.4.1", "chapeau", "نص الموظف.", "نص جديد.")]


def test_a_conflict_closes_when_the_source_goes_back():
    load(report())
    edit("itc-conf-wg1.4.1", chapeau="نص الموظف.")
    load(report(recommendations=(recommendation(1, "نص جديد."), report().recommendations[1])))
    load(report())
    assert open_conflicts() == []


def test_a_recommendation_entered_by_hand_is_taken_over_when_it_says_the_same():
    group = factories.make_body(GROUP.symbol, name_ar=GROUP.name_ar, name_en=GROUP.name_en)
    by_hand = factories.make_recommendation(
        1, "ينبغي للدول أن تحفظ القنوات.", meeting=factories.make_meeting(4, body=group, start=None, end=None)
    )
    load(report())
    by_hand.refresh_from_db()
    assert by_hand.document == Document.objects.get()
    assert by_hand.first_line == 101
    assert by_hand.meeting.start == date(2016, 5, 2)


def test_a_recommendation_entered_by_hand_that_differs_is_a_conflict():
    group = factories.make_body(GROUP.symbol, name_ar=GROUP.name_ar, name_en=GROUP.name_en)
    factories.make_recommendation(1, "نص آخر.", meeting=factories.make_meeting(4, body=group, start=None, end=None))
    load(report())
    assert texts()["itc-conf-wg1.4.1"] == "نص آخر."
    assert ("itc-conf-wg1.4.1", "chapeau", "نص آخر.", "ينبغي للدول أن تحفظ القنوات.") in open_conflicts()


# Rows that go and come back ------------------------------------------------------------------------------------


def test_a_row_gone_from_the_middle_is_marked_and_never_removed():
    load(report())
    without = report(recommendations=(report().recommendations[1],))
    plan = load(without)
    assert outcomes(plan)["missing"] == 1
    gone = Recommendation.objects.get(locator="itc-conf-wg1.4.1")
    assert gone.missing_since is not None
    since = gone.missing_since
    assert outcomes(load(without))["missing"] == 1
    gone.refresh_from_db()
    assert gone.missing_since == since
    load(report())
    gone.refresh_from_db()
    assert gone.missing_since is None


def test_a_heading_that_goes_moves_behind_the_last_one():
    load(report(sections=(section("أولا", "مقدمة"), section("ثانيا", "التوصيات"))))
    shorter = report(sections=(section("ثانيا", "التوصيات"),))
    load(shorter)
    assert list(Section.objects.values_list("position", "title")) == [(1, "التوصيات"), (2, "مقدمة")]
    assert not load(shorter).writes


@pytest.mark.parametrize("name", ["report.txt", "other.txt"])
def test_a_truncated_copy_never_shortens(name):
    load(report())
    before = texts()
    for cut in (
        report(name, recommendations=(report().recommendations[0],)),
        report(name, recommendations=()),
        report(name, recommendations=(), paragraphs=()),
        report(name, recommendations=(report().recommendations[0], recommendation(2, "ينبغي للدول:", "أن تقيس"))),
    ):
        plan = load(cut, accept=True)
        assert (plan.status, [one.code for one in plan.problems]) == ("truncated", ["truncated_copy"])
        assert not plan.writes
    assert texts() == before
    assert not Recommendation.objects.filter(missing_since__isnull=False).exists()


# Copies --------------------------------------------------------------------------------------------------------


def test_a_copy_under_another_name_makes_no_rows_and_reports_what_differs():
    load(report())
    copy = report(
        "copy.txt",
        recommendations=(
            recommendation(1, "ينبغي للدول أن تحرس القنوات."),
            report().recommendations[1],
            recommendation(3, "زيادة."),
        ),
    )
    plan = load(copy, beside=["report.txt"])
    assert (plan.status, plan.writes) == ("copy", False)
    assert texts() == {
        "itc-conf-wg1.4.1": "ينبغي للدول أن تحفظ القنوات.",
        "itc-conf-wg1.4.2": "ينبغي للدول:\n(أ) أن تقيس الماء؛\n(ب) أن تنشر القياس.",
    }
    assert open_conflicts() == [
        ("itc-conf-wg1.4.1", "chapeau", "ينبغي للدول أن تحفظ القنوات.", "ينبغي للدول أن تحرس القنوات."),
        ("itc-conf-wg1.4.3", "row", "", "زيادة."),
    ]


def test_a_copy_that_only_looks_different_is_no_conflict():
    load(report())
    copy = report("copy.txt", paragraphs=(paragraph(1, "عُقـــد الاجتماعُ."), paragraph(2, "افتُتح  الاجتماع.")))
    assert load(copy, beside=["report.txt"]).status == "copy"
    assert open_conflicts() == []


def test_a_copy_is_taken_when_it_is_accepted():
    load(report())
    copy = report("copy.txt", recommendations=(recommendation(1, "نص آخر."), report().recommendations[1]))
    load(copy, accept=True)
    assert texts()["itc-conf-wg1.4.1"] == "نص آخر."
    assert Document.objects.get().source_file == "copy.txt"


def test_a_renamed_file_stays_the_source_of_record():
    load(report())
    assert load(report("renamed.txt")).status == "updated"
    assert Document.objects.get().source_file == "renamed.txt"
    assert set(outcomes(load(report("renamed.txt")))) == {"unchanged"}


def test_what_an_accepted_copy_says_of_a_meeting_is_said_by_the_same_source():
    load(report())
    load(report("copy.txt", meetings=(meeting(place="جنيف"),)), accept=True)
    held = Meeting.objects.get()
    assert (held.place, held.source_values["_stated_by"]["place"]) == ("جنيف", ["report", "copy.txt"])
    assert open_conflicts() == []


def test_a_copy_loaded_alone_leaves_corrected_texts_as_they_are():
    rows = [erratum(11, "عُقد", "انعقد")]
    load(report(paragraphs=(paragraph(1, "عُقد الاجتماع.", errata=rows),)), errata=rows)
    assert load(report("copy.txt", paragraphs=(paragraph(1, "عُقد الاجتماع."),))).status == "copy"
    assert Paragraph.objects.get().text == "انعقد الاجتماع."


def test_recommendations_of_another_document_are_compared_and_not_taken():
    load(report())
    compendium = report(
        "compendium.txt",
        cover={"symbol": "ITC/CONF/WG.1/2017/2", "kind": "compendium", "title": passage("خلاصة التوصيات")},
        paragraphs=(),
        recommendations=(recommendation(1, "نص آخر."), recommendation(1, "ينبغي قياس الماء.", of=5)),
    )
    load(compendium)
    assert Recommendation.objects.get(locator="itc-conf-wg1.4.1").document.source_file == "report.txt"
    assert Recommendation.objects.get(locator="itc-conf-wg1.5.1").document.source_file == "compendium.txt"
    assert open_conflicts() == [("itc-conf-wg1.4.1", "chapeau", "ينبغي للدول أن تحفظ القنوات.", "نص آخر.")]


# Refusals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "parsed",
    [
        report(cover={"kind": "unknown"}),
        report(recommendations=(replace(recommendation(1, "نص."), meeting=None),)),
        report(recommendations=(replace(recommendation(1, "نص."), body=None),)),
        report(cover={"body": "XYZ/UNKNOWN"}),
    ],
)
def test_what_cannot_be_placed_is_refused_and_leaves_nothing(parsed):
    with pytest.raises(Refusal):
        load(parsed)
    assert Document.objects.count() == Body.objects.count() == Meeting.objects.count() == 0


def test_another_language_is_refused():
    load(report())
    with pytest.raises(Refusal, match="بلغة أخرى"):
        load(report("report_fr.txt", cover={"language": "fr"}), accept=True)


def test_the_name_of_another_held_document_is_refused():
    load(report())
    other = report(cover={"symbol": "ITC/CONF/WG.1/2018/9", "meeting_number": 6}, recommendations=())
    with pytest.raises(Refusal, match="اسم ملف"):
        load(other)


# Papers that are named -----------------------------------------------------------------------------------------


def named(symbol: str, *, listed: bool = False, title: str = "") -> ParsedReference:
    return ParsedReference(symbol, title, GROUP.symbol, 2016, listed, 40)


def test_papers_of_known_bodies_become_known_documents():
    foreign = ParsedReference("A/74/148", "", "A", None, False, 5)
    load(report(references=(named("ITC/CONF/WG.1/2016/2", listed=True, title="جدول الأعمال"), foreign)))
    load(report(references=(named("ITC/CONF/WG.1/2016/2", listed=True, title="جدول الأعمال"), foreign)))
    known = Document.objects.only_known().get()
    assert (known.slug, known.title, known.kind, known.meeting.number) == (
        "itc-conf-wg1-2016-2",
        "جدول الأعمال",
        "other",
        4,
    )


def test_a_symbol_is_stored_in_the_case_of_its_print_and_its_address_stays():
    load(report(references=(named("ITC/CONF/WG.1/2016/2/REV.1"),)))
    known = Document.objects.only_known().get()
    load(report(references=(named("ITC/CONF/WG.1/2016/2/Rev.1"),)))
    known.refresh_from_db()
    assert (known.symbol, known.slug) == ("ITC/CONF/WG.1/2016/2/Rev.1", "itc-conf-wg1-2016-2-rev1")
    # another paper that prints it in capitals takes nothing back
    load(report(references=(named("ITC/CONF/WG.1/2016/2/REV.1"),)))
    known.refresh_from_db()
    assert known.symbol == "ITC/CONF/WG.1/2016/2/Rev.1"


def test_the_symbol_of_a_held_document_is_that_of_its_cover():
    load(report("revised.txt", cover={"symbol": "ITC/CONF/WG.1/2016/9/Rev.1"}))
    row = Document.objects.held().get(source_file="revised.txt")
    assert (row.symbol, row.slug) == ("ITC/CONF/WG.1/2016/9/Rev.1", "itc-conf-wg1-2016-9-rev1")


def test_a_paper_that_was_only_named_becomes_the_held_one():
    load(report(references=(named("ITC/CONF/WG.1/2017/2", title="الخلاصة"),)))
    known = Document.objects.only_known().get()
    plan = load(
        report(
            "compendium.txt",
            cover={"symbol": "ITC/CONF/WG.1/2017/2", "kind": "compendium", "title": passage("خلاصة التوصيات")},
            recommendations=(recommendation(1, "نص.", of=3),),
        )
    )
    assert plan.status == "created"
    known.refresh_from_db()
    assert (known.title, known.kind, known.source_file) == ("خلاصة التوصيات", "compendium", "compendium.txt")
    assert open_conflicts() == []


def test_a_better_identifier_gives_a_new_address_and_the_old_one_leads_there():
    load(report(cover={"symbol": None, "job_number": "V.16-01234"}))
    document = Document.objects.get()
    assert document.slug == "v16-01234"
    load(report(cover={"job_number": "V.16-01234"}))
    document.refresh_from_db()
    assert document.slug == "itc-conf-wg1-2016-5"
    assert list(FormerSlug.objects.values_list("slug", "document")) == [("v16-01234", document.pk)]
    assert not load(report(cover={"job_number": "V.16-01234"})).writes


def test_a_held_document_absorbs_the_paper_that_its_new_symbol_only_named():
    load(report(cover={"symbol": None}))
    held = Document.objects.get()
    load(
        report(
            "later.txt",
            cover={"symbol": "ITC/CONF/WG.1/2018/3", "meeting_number": 6, "title": passage("تقرير السادس")},
            recommendations=(),
            references=(named("ITC/CONF/WG.1/2016/5"),),
        )
    )
    load(report())
    held.refresh_from_db()
    assert (held.symbol, held.slug) == ("ITC/CONF/WG.1/2016/5", "itc-conf-wg1-2016-5")
    assert not Document.objects.only_known().exists()


def test_the_old_address_is_that_of_the_cover_when_there_is_neither_symbol_nor_job_number():
    load(
        report(
            cover={
                "symbol": None,
                "kind": "secretariat-report",
                "body": CONFERENCE.symbol,
                "meeting_number": 10,
                "agenda_item": "2 (ج)",
                "agenda_item_title": passage("القنوات"),
            },
            meetings=(),
            recommendations=(),
        )
    )
    assert Document.objects.get().slug == "itc-conf.10.item-2c"
    assert list(AgendaItem.objects.values_list("number", "title", "position")) == [("2 (ج)", "القنوات", 203)]


# Meetings and agenda -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mention_first", [True, False])
def test_the_better_source_of_a_date_wins_in_either_order(mention_first):
    mention = report(
        "later.txt",
        cover={"symbol": "ITC/CONF/WG.1/2018/3", "meeting_number": 6, "title": passage("تقرير السادس")},
        meetings=(),
        mentioned_meetings=(meeting(4, start=date(2017, 5, 2), end=date(2017, 5, 4), ground="mention", line=9),),
        recommendations=(),
    )
    order = [mention, report()] if mention_first else [report(), mention]
    plans = [load(parsed) for parsed in order]
    assert Meeting.objects.get(number=4).start == date(2016, 5, 2)
    told = [one.code for plan in plans for one in plan.problems]
    told += [one.code for plan in plans for _, one in plan.problems_of_others]
    assert told == ["contradiction", "contradiction"]
    assert open_conflicts() == []
    assert not load(report()).writes
    assert not load(mention).writes


def test_an_agenda_becomes_a_tree_and_recommendations_stand_under_its_items():
    agenda = (
        ParsedAgendaItem("1", "1", passage("افتتاح الاجتماع"), None),
        ParsedAgendaItem("1 (أ)", "(أ)", passage("انتخاب الرئيس"), "1"),
        ParsedAgendaItem("2", "2", passage("القنوات"), None),
    )
    load(report(agenda=agenda, recommendations=(recommendation(1, "نص.", item="2"),)))
    rows = AgendaItem.objects.in_order().values_list("number", "position", "parent__number", "title")
    assert list(rows) == [
        ("1", 1, None, "افتتاح الاجتماع"),
        ("1 (أ)", 2, "1", "انتخاب الرئيس"),
        ("2", 3, None, "القنوات"),
    ]
    assert Recommendation.objects.get().agenda_item.title == "القنوات"


def test_an_item_known_from_a_cover_is_completed_by_the_agenda_of_the_report():
    load(
        report(
            "paper.txt",
            cover={
                "symbol": "ITC/CONF/WG.1/2016/3",
                "kind": "secretariat-report",
                "title": passage("ورقة"),
                "agenda_item": "2 (أ)",
                "agenda_item_title": passage("القنوات والماء"),
            },
            meetings=(),
            recommendations=(),
        )
    )
    agenda = (
        ParsedAgendaItem("2", "2", passage("مسائل"), None),
        ParsedAgendaItem("2 (أ)", "(أ)", passage("القنوات"), "2"),
    )
    plan = load(report(agenda=agenda))
    item = AgendaItem.objects.get(parent__isnull=False)
    assert (item.label, item.title, item.position, item.documents.count()) == ("(أ)", "القنوات", 2, 1)
    assert [(file, one.code) for file, one in plan.problems_of_others] == [("paper.txt", "contradiction")]
    assert open_conflicts() == []
    assert not load(report(agenda=agenda)).writes


# Errata --------------------------------------------------------------------------------------------------------


ROWS = [
    erratum(11, "القنات", "القنوات"),
    erratum(11, "الماه", "الماء", "doubtful"),
    erratum(12, "لا شيء", "شيء"),
]


def damaged() -> object:
    return report(paragraphs=(paragraph(1, "حفظ القنات والماه و الماه.", errata=ROWS), paragraph(2, "نص.")))


def test_certain_errata_are_applied_and_doubtful_ones_wait():
    load(damaged(), errata=ROWS)
    row = Paragraph.objects.get(number=1)
    assert (row.printed_text, row.text) == ("حفظ القنات والماه و الماه.", "حفظ القنوات والماه و الماه.")
    assert list(Erratum.objects.values_list("printed", "decision", "matched")) == [
        ("القنات", "accepted", True),
        ("الماه", "waiting", True),
        ("لا شيء", "accepted", False),
    ]
    assert not load(damaged(), errata=ROWS).writes


def test_a_row_taken_out_of_the_errata_gives_the_printed_word_back():
    load(damaged(), errata=ROWS)
    plain = report(paragraphs=(paragraph(1, "حفظ القنات والماه و الماه."), paragraph(2, "نص.")))
    load(plain)
    assert Paragraph.objects.get(number=1).text == "حفظ القنات والماه و الماه."
    assert set(Erratum.objects.values_list("matched", flat=True)) == {False}
