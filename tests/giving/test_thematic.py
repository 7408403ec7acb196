"""The thematic index as Word file: topics in the order of the tree, each with its recommendations, and two tables."""

import io

from django.test import Client
from docx import Document

from archive.models import OperativeAddressee, Recommendation, Topic
from tests import factories_of_meaning as meaning
from tests.giving.archives import DIFFICULT, fill
from tests.giving.reading import given, paragraphs

INDEX = "/recommendations/export.index.docx"


def classify(rows: list[Recommendation]) -> None:
    """Two topics, one of them under a third; an article and an addressee."""
    canals = meaning.make_topic("canals", label_ar="القنوات", position=1)
    locks = meaning.make_topic("locks", label_ar="الأقفال", position=1, parent=canals)
    repair = meaning.make_topic("repair", label_ar="الإصلاح", position=2)
    meaning.make_assignment(rows[0], locks)
    meaning.make_assignment(rows[1], repair)
    meaning.make_assignment(rows[4], repair)
    meaning.make_assignment(rows[4], locks)
    article = meaning.make_article(6)
    meaning.make_citation(rows[2], kind="treaty_article", instrument=article.instrument, article=article)
    meaning.make_citation(rows[4], kind="treaty_article", instrument=article.instrument, article=article)


def test_topics_stand_in_the_order_of_the_tree_with_their_numbers(client: Client) -> None:
    classify(fill())
    assert Topic.objects.count() == 3
    shown = [
        (one.style, one.label, one.text)
        for one in paragraphs(given(client, INDEX))
        if one.style in ("Heading1", "Heading2", "Sources", "Meeting", "Recommendation")
    ]
    assert shown == [
        ("Heading1", "", "القنوات"),
        ("Sources", "", "انظر أيضاً: الإصلاح"),
        ("Heading2", "", "الأقفال"),
        ("Sources", "", "انظر أيضاً: الإصلاح"),
        ("Meeting", "", "الاجتماع الأول"),
        ("Recommendation", "1-", DIFFICULT.partition(" &")[0] + "\u00a0…"),
        ("Meeting", "", "الاجتماع الثاني"),
        ("Recommendation", "1-", "ينبغي للدول أن تحفظ القناة رقم 1."),
        ("Heading1", "", "الإصلاح"),
        ("Sources", "", "انظر أيضاً: القنوات، الأقفال"),
        ("Meeting", "", "الاجتماع الأول"),
        ("Recommendation", "2-", "ينبغي: (أ) الأولى؛ (ب) الثانية؛ (ج) الثالثة."),
        ("Meeting", "", "الاجتماع الثاني"),
        ("Recommendation", "1-", "ينبغي للدول أن تحفظ القناة رقم 1."),
        ("Heading1", "", "بلا موضوع"),
        ("Meeting", "", "الاجتماع الأول"),
        ("Recommendation", "5-", "الخامسة."),
        ("Recommendation", "5\u200e-2-", "الخامسة أيضاً."),
        ("Heading1", "", "التوصيات التي تستشهد بمواد الصكوك"),
    ]  # fmt: skip


def test_full_texts_come_with_their_letters(client: Client) -> None:
    classify(fill())
    shown = paragraphs(given(client, f"{INDEX}?full=1&topic=repair&meeting=itc-conf-wg1.1"))
    labelled = [(one.label, one.text) for one in shown if one.label]
    assert labelled == [("2-", "ينبغي:"), ("(أ)", "الأولى؛"), ("(ب)", "الثانية؛"), ("(ج)", "الثالثة.")]


def test_articles_and_addressees_have_tables_of_numbers(client: Client) -> None:
    rows = fill()
    classify(rows)
    for row in rows[:2]:
        meaning.make_clause(row, addressees=[OperativeAddressee.Code.UNODC])
    _facts, articles, addressees = (
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in Document(io.BytesIO(given(client, INDEX))).tables
    )
    assert [row[1] for row in articles] == ["التوصيات", "الاجتماع الأول: 5؛ الاجتماع الثاني: 1"]
    assert addressees == [
        ["الجهة المخاطَبة", "التوصيات"],
        ["مكتب الأمم المتحدة المعني بالمخدرات والجريمة", "الاجتماع الأول: 1، 2"],
    ]
