"""An English paper whose Arabic is not held: it stands alone; in whatever order they come the archive is the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.forms import modelform_factory
from django.test import Client

from archive.admin.sourced import SourcedForm
from archive.loading.archive import load_archive
from archive.models import (
    AgendaItem,
    Citation,
    Conflict,
    Document,
    Footnote,
    LanguageText,
    LanguageVersion,
    Meeting,
    OperativeClause,
    Paragraph,
    Recommendation,
    SearchEntry,
    SearchWord,
    Section,
    Subparagraph,
    TopicAssignment,
)
from archive.search.match import search_recommendations
from tests import surroundings
from tests.views.page import Page

pytestmark = pytest.mark.django_db

SPECIMEN = Path(surroundings.ROOT) / "sources"
ENGLISH = SPECIMEN / "en"
SECOND_FIFTH = "xlib-conf-wg2.2.5"
#: What a load makes of papers, by what names its rows; keys and moments say nothing of the texts.
SAID: dict[type[Any], str] = {
    Meeting: "slug place start end held_in ground",
    AgendaItem: "meeting__slug number title title_en label position parent__number",
    Document: "slug symbol job_number kind title printed_title summary language author date distribution source_file",
    Section: "document__slug position level label printed_label title printed_title missing_since first_line",
    Paragraph: "document__slug series number copy position text printed_text missing_since section__position part",
    Footnote: "document__slug position marker text printed_text paragraph__number missing_since",
    Recommendation: "locator chapeau text printed_text printed_number missing_since document__slug agenda_item__number",
    Subparagraph: "recommendation__locator position label printed_label text printed_text missing_since",
    LanguageVersion: "document__slug language job_number title source_file disagreements unjoined",
    LanguageText: "version__document__slug recommendation__locator subparagraph__recommendation__locator "
    "subparagraph__position paragraph__number paragraph__copy section__position text first_line",
    OperativeClause: "recommendation__locator subparagraph__position phrase start",
    Citation: "recommendation__locator paragraph__number kind text",
    TopicAssignment: "recommendation__locator topic__slug",
    SearchEntry: "digest exact stem title level english english_exact",
    SearchWord: "exact language",
    Conflict: "kind locator field held offered",
}


def said() -> dict[str, list[str]]:
    return {
        model.__name__: sorted(map(repr, model.objects.values_list(*names.split()))) for model, names in SAID.items()
    }


def after(*loads: list[Path]) -> dict[str, list[str]]:
    with transaction.atomic():
        for folders in loads:
            assert load_archive(folders).refused == []
        found = said()
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize(
    "loads",
    [
        ([ENGLISH], [SPECIMEN]),
        ([ENGLISH], [ENGLISH], [SPECIMEN], [SPECIMEN]),
        ([ENGLISH, SPECIMEN],),
        ([ENGLISH / "report-of-the-fourth-meeting.en.txt"], [SPECIMEN, ENGLISH]),
    ],
)
def test_in_whatever_order_the_languages_come_the_archive_is_the_same(loads: tuple[list[Path], ...]) -> None:
    assert after(*loads) == after([SPECIMEN], [ENGLISH])


def test_the_keys_and_addresses_of_what_stood_alone_stay() -> None:
    load_archive([ENGLISH])
    before = dict(Recommendation.objects.values_list("locator", "pk"))
    documents = dict(Document.objects.held().values_list("pk", "slug"))
    load_archive([SPECIMEN])
    now = dict(Recommendation.objects.values_list("locator", "pk"))
    assert {locator: now.get(locator) for locator in before} == before
    for pk, slug in documents.items():
        document = Document.objects.get(pk=pk)
        former = document.former_slugs.values_list("slug", flat=True)
        assert (document.language, slug in (document.slug, *former)) == ("ar", True)


def test_an_arabic_report_takes_the_place_of_what_another_paper_says_in_english_alone(tmp_path: Path) -> None:
    load_archive([ENGLISH])
    arabic = (SPECIMEN / "compendium-of-three-meetings.txt").read_text("utf-8").replace("XLIB/CONF/WG.2/2034/5", "")
    (tmp_path / "other.txt").write_text(arabic, "utf-8")
    facts = (SPECIMEN / "manifest.toml").read_text("utf-8")
    facts = facts.replace("compendium-of-three-meetings.txt", "other.txt").replace(
        'symbol = "XLIB/CONF/WG.2/2034/5"', 'symbol = "XLIB/CONF/WG.2/2034/8"'
    )
    (tmp_path / "manifest.toml").write_text(facts, "utf-8")
    assert load_archive([tmp_path]).refused == []
    row = Recommendation.objects.get(locator=SECOND_FIFTH)
    assert (row.document.symbol if row.document else "", row.language) == ("XLIB/CONF/WG.2/2034/8", "ar")
    assert row.language_texts.get().text == "States parties in which floods have occurred should do the following:"
    assert not Conflict.objects.exists()


def test_english_recommendations_beside_those_of_another_arabic_paper_are_their_second_text(tmp_path: Path) -> None:
    load_archive([SPECIMEN])
    held = dict(Recommendation.objects.values_list("locator", "text"))
    english = (ENGLISH / "compendium-of-three-meetings.en.txt").read_text("utf-8").replace("2034/5", "2034/9")
    (tmp_path / "compendium-of-three-meetings.en.txt").write_text(english, "utf-8")
    facts = (ENGLISH / "manifest.toml").read_text("utf-8").replace("2034/5", "2034/9")
    (tmp_path / "manifest.toml").write_text(facts, "utf-8")
    assert load_archive([tmp_path]).refused == []
    assert dict(Recommendation.objects.values_list("locator", "text")) == held
    row = Recommendation.objects.get(locator=SECOND_FIFTH)
    assert [one.text for one in LanguageText.objects.filter(subparagraph__recommendation=row).order_by("pk")][:1] == [
        "Assess the damage to the collections within thirty days;"
    ]
    assert not Conflict.objects.exists()


# What readers see ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def alone(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([ENGLISH])
        yield
        transaction.set_rollback(True)


@pytest.mark.usefixtures("alone")
def test_what_stands_alone_is_read_by_no_rule() -> None:
    assert (Recommendation.objects.count(), Paragraph.objects.count(), Subparagraph.objects.count()) == (26, 22, 10)
    assert [model.objects.count() for model in (OperativeClause, Citation, TopicAssignment)] == [0, 0, 0]
    assert set(SearchWord.objects.values_list("language", flat=True)) == {"en"}


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("prefix", "sentence"),
    [
        ("", "النص العربي غير محفوظ في الأرشيف بعد، والنص المعروض هو النص الإنكليزي."),
        ("/en", "The Arabic text is not held in the archive yet; the text shown is the English one."),
    ],
)
def test_its_pages_say_in_both_languages_that_the_arabic_is_not_held(
    client: Client, prefix: str, sentence: str
) -> None:
    for address in (f"/recommendations/{SECOND_FIFTH}/", "/documents/x34-01235/"):
        page = Page(client.get(prefix + address))
        (note,) = page.words("p", class_="original")
        assert note.startswith(sentence)
    recommendation = Page(client.get(f"{prefix}/recommendations/{SECOND_FIFTH}/"))
    assert recommendation.one("div", class_="matn", lang="en", dir="ltr").words.startswith(
        "States parties in which floods have occurred should do the following:"
    )
    assert recommendation.words("details", class_="tongue") == []
    title = Page(client.get(f"{prefix}/documents/x34-01235/")).one("h1", lang="en", dir="ltr").words
    assert title.startswith("Report on the meeting of the Working Group")


@pytest.mark.usefixtures("alone")
def test_it_is_found_in_english_once_and_marked(client: Client) -> None:
    # three by their texts, three by the title of their agenda item
    assert len(search_recommendations("floods").members) == 6
    for address in ("/recommendations/?q=sailors", "/en/recommendations/?q=sailors"):
        answer = client.get(address).content.decode()
        assert answer.count("<mark>sailors</mark>") == 1


@pytest.mark.usefixtures("alone")
def test_json_has_no_arabic_text_and_files_say_so(client: Client) -> None:
    told = client.get(f"/api/v1/recommendations/{SECOND_FIFTH}/").json()
    assert (set(told["texts"]), told["topics"], told["operative"], told["citations"]) == ({"en"}, [], [], [])
    address = f"/recommendations/export.csv?items={SECOND_FIFTH}"
    table = b"".join(client.get(address).streaming_content).decode()  # type: ignore[attr-defined]
    assert "States parties in which floods have occurred" in table
    akn = client.get(f"/recommendations/export.xml?items={SECOND_FIFTH}")
    text = b"".join(akn.streaming_content).decode() if akn.streaming else akn.content.decode()  # type: ignore[attr-defined]
    assert text.count("[لا نص عربي محفوظ]") == 5
    assert '<p xml:lang="en">' in text


@pytest.mark.usefixtures("alone")
def test_the_desk_shows_its_words_and_edits_none() -> None:
    row = Recommendation.objects.get(locator=SECOND_FIFTH)
    form = modelform_factory(Recommendation, form=SourcedForm, fields=["chapeau", "agenda_item"])(instance=row)
    assert {name: field.disabled for name, field in form.fields.items()} == {"chapeau": True, "agenda_item": False}
    item = row.subparagraphs.all()[0]
    letter = modelform_factory(Subparagraph, form=SourcedForm, fields=["text", "position"])(instance=item)
    assert {name: field.disabled for name, field in letter.fields.items()} == {"text": True, "position": False}


@pytest.mark.usefixtures("alone")
def test_the_agenda_of_an_english_report_has_english_titles_under_the_numbers_of_the_archive(client: Client) -> None:
    rows = AgendaItem.objects.filter(meeting__slug="xlib-conf-wg2.4").in_order()
    assert list(rows.values_list("number", "title", "title_en")) == [
        ("1", "", "Organizational matters"),
        ("1 (أ)", "", "Opening of the meeting"),
        ("1 (ب)", "", "Adoption of the agenda and organization of work"),
        ("2", "", "Keeping manuscript collections in port cities from damp and floods"),
        ("3", "", "Joint catalogues and the lending of books between ports"),
        ("4", "", "Other matters"),
        ("5", "", "Adoption of the report"),
    ]
    assert Recommendation.objects.get(locator="xlib-conf-wg2.4.6").item_number == "3"
    page = Page(client.get("/en/recommendations/xlib-conf-wg2.4.6/"))
    assert "Joint catalogues and the lending of books between ports" in page.words("span", lang="en", dir="ltr")
