"""The page about the archive: what it says is computed from the record."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from archive.display.names.citation import build_citation
from archive.display.overview.completeness import count_errata
from archive.models import Erratum, Recommendation
from tests import factories
from tests.views.page import Page

pytestmark = pytest.mark.django_db

PATH = "/about/"


def fill(size: int = 1) -> None:
    """Meetings with a gap, a double and nothing; a report that lacks a paragraph."""
    body = factories.make_body(name_ar="فريق القنوات", name_en="Working Group on Canals")
    first, second = factories.make_meeting(1, body=body), factories.make_meeting(2, body=body)
    factories.make_meeting(3, body=body)
    document = factories.make_document(
        "ITC/CONF/WG.1/2019/5", title="تقرير القنوات", source_file="a.txt", source_sha256="ab" * 32
    )
    for number in (1, 2, 5):
        factories.make_recommendation(number, meeting=first, document=document, first_line=3, last_line=40)
    factories.make_recommendation(1, meeting=second)
    factories.make_recommendation(1, meeting=second, copy=2)
    for number in (1, 3):
        factories.make_paragraph(document, number)
    factories.make_document("ITC/CONF/WG.1/2019/6", source_file="")
    factories.make_run(finished_at=timezone.now())
    for number in range(1, size):
        factories.make_recommendation(2, meeting=factories.make_meeting(number + 3, body=body))
        factories.make_paragraph(factories.make_document(), 2)


def test_it_says_what_is_held_of_each_meeting_and_whether_its_numbers_are_whole(client: Client) -> None:
    fill()
    page = Page(client.get(PATH))
    assert page.words("dd", class_="num")[:4] == ["5 توصيات", "وثيقة واحدة", "فقرتان", "وثيقة واحدة"]
    assert page.words("th", scope="row") == [
        "الاجتماع الأول فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2011",
        "الاجتماع الثاني فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2012",
        "الاجتماع الثالث فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2013",
    ]
    assert page.words("td") == [
        "3 توصيات", "ينقص: 3، 4", "توصيتان", "مكرر: 1", "نصها غير متاح هنا", "",
    ]  # fmt: skip


def test_what_is_missing_is_named_one_by_one(client: Client) -> None:
    fill()
    document = factories.make_document("ITC/CONF/WG.1/2019/7")
    factories.make_erratum(document)
    factories.make_paragraph(document, 1, missing_since=timezone.now())
    (holes,) = Page(client.get(PATH)).all("ul", class_="holes")
    assert holes.words == (
        "الاجتماع الأول، فريق القنوات: أرقام التوصيات: ينقص: 3، 4 "
        "الاجتماع الثاني، فريق القنوات: أرقام التوصيات: مكرر: 1 "
        "تقرير القنوات ITC/CONF/WG.1/2019/5: أرقام الفقرات: ينقص: 2 "
        "الاجتماع الثالث، فريق القنوات: لم يرد نص التوصيات في أي من المصادر. "
        "itc-conf-wg1-2019-7#p1: لم يعد في مصدره؛ وقد أُبقي عليه. "
        "تصويبات مشكوك فيها تنتظر المراجعة، ولم تُطبَّق: تصويب واحد. "
        "وثائق تذكرها المصادر ولا نص لها هنا: وثيقة واحدة."
    )


def test_an_archive_without_a_fault_says_so(client: Client) -> None:
    factories.make_recommendation(1, meeting=factories.make_meeting(1))
    (holes,) = Page(client.get(PATH)).all("ul", class_="holes")
    assert holes.words == "الأرقام كلها متسلسلة."


def test_an_empty_archive_claims_nothing(client: Client) -> None:
    page = Page(client.get(PATH))
    assert page.all("table") == []
    assert [one.words for one in page.all("ul", class_="holes")] == [""]
    assert "لا مصادر محمّلة بعد." in page.words("p")
    assert page.all("div", class_="cite") == []


def test_a_source_has_its_checksum_its_lines_and_its_day(client: Client) -> None:
    fill()
    (sources,) = Page(client.get(PATH)).all("ol", class_="sources")
    (today,) = {row.created_at.date() for row in factories.Document.objects.held()}
    assert today == date.today()
    assert sources.words.startswith(
        "تقرير القنوات ITC/CONF/WG.1/2019/5 التاريخ 16 تموز/يوليه 2019 المحتوى 3 توصيات، فقرتان "
        "أرقام الفقرات ينقص: 2 أُضيفت في"
    )
    assert sources.words.endswith(f"آخر سطر مأخوذ 40 الملف a.txt SHA-256 {'ab' * 32}")


def test_the_examples_of_citing_are_from_the_archive(client: Client) -> None:
    fill()
    page = Page(client.get(PATH))
    rows = Recommendation.objects.select_related("meeting__body", "document")
    citation = build_citation(rows.get(locator="itc-conf-wg1.2.1-2"))
    assert [one.words for one in page.all("div", class_="cite")] == [
        f"{citation.ar} {citation.en}",
        "الفقرة 1 من الوثيقة ITC/CONF/WG.1/2019/5. ITC/CONF/WG.1/2019/5, para. 1.",
    ]
    assert "http://testserver/recommendations/itc-conf-wg1.2.1-2/" in page.links()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_part_has_its_anchor(client: Client, prefix: str) -> None:
    fill()
    page = Page(client.get(prefix + PATH))
    wanted = ["held", "completeness", "sources", "corrections", "cite", "reuse", "accessibility", "privacy", "report"]
    assert [one.attributes["id"] for one in page.all("section") if "id" in one.attributes] == wanted
    assert [link for link in page.links() if link.startswith("#")] == ["#main", *(f"#{name}" for name in wanted)]
    assert page.foreign == []


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("archive@example.org", ["mailto:archive@example.org"]),
        ("https://example.org/contact", ["https://example.org/contact"]),
        ("", []),
    ],
)
def test_an_error_is_reported_to_whom_the_settings_name(
    client: Client, settings: Settings, contact: str, link: list[str]
) -> None:
    settings.ARCHIVE_CONTACT = contact
    page = Page(client.get(PATH))
    assert [one for one in page.links() if "example.org" in one] == link
    nobody = (
        "أبلغ القائمين على هذه النسخة من الأرشيف، أي من دلّك عليها أو يدير خادمها؛ "
        "فلم يذكروا هنا سبيلاً إلى مراسلتهم."
    )
    assert (nobody in page.words("p")) == (not contact)


def test_a_specimen_says_what_it_is(client: Client) -> None:
    factories.make_state("specimen")
    page = Page(client.get(PATH))
    assert page.words("p", class_="lede") == ["هذه نسخة للتجربة: هيئاتها ونصوصها مختلقة، والأرقام أدناه أرقامها هي."]
    assert "نصوص هذه النسخة مختلقة للتجربة، ولا يُستشهد بها." in page.words("p")


def test_errata_are_counted_by_what_became_of_them() -> None:
    document = factories.make_document()
    certain, decision = Erratum.Certainty.CERTAIN, Erratum.Decision
    factories.make_erratum(document, 1, certainty=certain, decision=decision.ACCEPTED)
    factories.make_erratum(document, 2, decision=decision.ACCEPTED)
    factories.make_erratum(document, 3)
    factories.make_erratum(document, 4, decision=decision.REJECTED)
    factories.make_erratum(document, 5, certainty=certain, decision=decision.ACCEPTED, matched=False)
    assert count_errata() == {"applied": 2, "waiting": 1, "rejected": 1, "unmatched": 1}


def test_readers_get_no_cookies(client: Client) -> None:
    fill()
    for path in ("/", PATH, "/matrix/", "/recommendations/", "/meetings/", "/documents/", "/list/", "/compare/"):
        assert client.get(path).cookies == {}


@pytest.mark.parametrize("size", [1, 3])
def test_the_number_of_queries_is_constant(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    fill(size)
    factories.make_state()
    client.get(PATH)
    with django_assert_num_queries(15):
        client.get(PATH)
