"""The English side of the specimen corpus, joined to the Arabic by number and letter, and what staff are told of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from archive.derivations.undoing import undo
from archive.loading.archive import load_archive
from archive.loading.languages import heading_places
from archive.models import (
    Batch,
    LanguageText,
    LanguageVersion,
    Paragraph,
    Recommendation,
    SearchEntry,
)
from archive.search.evaluation import evaluate, mean, read_judgements
from archive.search.match import search_recommendations
from archive.search.record_texts import all_texts
from tests import surroundings
from tests.views.page import Page

pytestmark = pytest.mark.django_db

SPECIMEN = Path(surroundings.ROOT) / "sources"
ENGLISH = SPECIMEN / "en"
REPORT = ENGLISH / "report-of-the-fourth-meeting.en.txt"
DISAGREEMENTS = [
    "الفقرة 18: في النسخة الأخرى وحدها.",
    "التوصية 9 (xlib-conf-wg2.4): في العربية وحدها.",
    "الفقرة 21: في العربية وحدها XLIB/CONF/WG.2/2034/3.",
]
FLOODS = (
    "States parties in which floods have occurred should do the following:\n"
    "(a) Assess the damage to the collections within thirty days;\n"
    "(b) Publish a list of the manuscripts lost or damaged;\n"
    "(c) Inform the secretariat of the restorers that they need;\n"
    "(d) Draw lessons and share them with the other States parties."
)


@pytest.fixture(scope="module")
def both(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Loaded once for all tests below that ask for it; those that want an empty archive stand before them."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([SPECIMEN, ENGLISH])
        yield
        transaction.set_rollback(True)


def texts_of(name: str) -> dict[str, str]:
    rows = LanguageText.objects.filter(**{f"{name}__isnull": False}).select_related(name)
    return {str(getattr(row, name)): row.text for row in rows}


def stale_entries() -> list[int]:
    """Entries of the index that do not say what their records say now."""
    stored = dict(SearchEntry.objects.values_list("pk", "digest"))
    now = {one.entry: one.digest for one in all_texts()}
    return sorted(key for key in {*stored, *now} if stored.get(key) != now.get(key))


def locators_for(typed: str) -> set[str]:
    keys = search_recommendations(typed).members
    return set(Recommendation.objects.filter(pk__in=keys).values_list("locator", flat=True))


def test_the_letter_i_behind_h_is_the_ninth_and_elsewhere_a_roman_figure() -> None:
    labels = [(1, "I"), *((2, letter) for letter in "ABCDEFGHI"), (1, "II"), (2, "A"), (1, "V")]
    assert [place.position for place in heading_places(labels)] == [1, *range(1, 10), 2, 1, 5]
    arabic = [(1, "أولا"), (2, "ألف"), (2, "باء"), (1, "ثانيا"), (4, "")]
    assert [place.position for place in heading_places(arabic)] == [1, 1, 2, 2, 0]


def test_pairs_of_resolutions_are_joined_without_an_error() -> None:
    papers = Path(surroundings.ROOT).parent / "shared" / "papers" / "akn"
    files = sorted(papers.glob("*.en.xml"))
    if not files:
        pytest.skip(surroundings.NO_SOURCES)
    load_archive([*(papers / file.name.replace(".en.", ".ar.") for file in files), *files])
    for version in LanguageVersion.objects.select_related("document"):
        assert (version.document.symbol, version.disagreements, version.unjoined) == (version.document.symbol, [], [])
        rows = Paragraph.objects.filter(document=version.document)
        assert LanguageText.objects.filter(paragraph__in=rows).count() == rows.count()
    assert LanguageVersion.objects.count() == len(files)


@pytest.mark.usefixtures("both")
def test_every_recommendation_of_three_meetings_has_its_english_text() -> None:
    rows = Recommendation.objects.filter(meeting__number__lte=3)
    joined = LanguageText.objects.filter(recommendation__in=rows)
    assert joined.count() == rows.count() == 18
    letters = LanguageText.objects.filter(subparagraph__recommendation__in=rows)
    assert letters.count() == 10
    assert LanguageVersion.objects.get(document__slug="xlib-conf-wg2-2034-5").disagreements == []


@pytest.mark.usefixtures("both")
def test_where_the_numbers_differ_staff_are_told_and_nothing_is_guessed() -> None:
    version = LanguageVersion.objects.get(source_file=REPORT.name)
    assert version.disagreements == DISAGREEMENTS
    assert [text for _line, text in version.unjoined] == [
        "The Reef Islands, which are neither parties nor signatories, were represented by an observer."
    ]
    ninth = Recommendation.objects.get(meeting__number=4, number=9)
    assert not ninth.language_texts.exists()
    assert version.job_number == "X.34-01235"
    assert version.document.job_number == "X.34-01234"


@pytest.mark.usefixtures("both")
def test_a_paragraph_whose_number_is_misprinted_in_one_language_is_joined_by_its_true_one() -> None:
    third = Paragraph.objects.get(document__job_number="X.34-01234", number=3)
    assert third.printed_number == "8"
    assert third.language_texts.get().text == (
        "The Working Group on the Protection of Coastal Libraries, at its meeting held in Loriana on "
        "12 and 13 September 2034, adopted the recommendations set out below."
    )


@pytest.mark.usefixtures("both")
def test_the_headings_of_both_languages_are_joined() -> None:
    assert set(texts_of("section").values()) >= {"Introduction", "Attendance", "Adoption of the report"}


@pytest.mark.usefixtures("both")
def test_the_second_load_says_unchanged() -> None:
    report = load_archive([SPECIMEN, ENGLISH])
    assert {document.file: document.status for document in report.documents} == dict.fromkeys(
        (file.name for file in (*SPECIMEN.glob("*.txt"), *ENGLISH.glob("*.txt"))), "unchanged"
    )


@pytest.mark.usefixtures("both")
def test_a_text_that_its_paper_no_longer_has_goes_and_one_that_changes_is_changed(tmp_path: Path) -> None:
    said = REPORT.read_text("utf-8")
    seventh = said.index("Recommendation 7")
    shorter = said[:seventh] + said[said.index("Recommendation 8") :].replace("detect forged", "find forged")
    (tmp_path / REPORT.name).write_text(shorter, "utf-8")
    (tmp_path / "manifest.toml").write_bytes((ENGLISH / "manifest.toml").read_bytes())
    load_archive([tmp_path])
    rows = Recommendation.objects.filter(meeting__number=4, number__in=(7, 8))
    assert [row.text for row in LanguageText.objects.filter(recommendation__in=rows)] == [
        "States parties should train librarians to find forged maps, and should cooperate to that end with customs "
        "authorities."
    ]
    version = LanguageVersion.objects.get(source_file=REPORT.name)
    assert "التوصية 7 (xlib-conf-wg2.4): في العربية وحدها." in version.disagreements
    assert stale_entries() == []
    assert (locators_for('"find forged maps"'), locators_for('"publish their joint catalogues"')) == (
        {"xlib-conf-wg2.4.8"}, set()
    )  # fmt: skip


@pytest.mark.usefixtures("both")
def test_another_file_of_the_same_version_changes_nothing_until_it_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(REPORT.read_text("utf-8").replace("forged maps", "false maps"), "utf-8")
    facts = (ENGLISH / "manifest.toml").read_text("utf-8").replace(REPORT.name, "other.txt")
    (tmp_path / "manifest.toml").write_text(facts, "utf-8")
    report = load_archive([tmp_path])
    (told,) = report.documents
    assert (told.status, [one.message for one in told.problems if one.code == "language_differs"]) == (
        "copy",
        [
            f"هذه الوثيقة محفوظة بهذه اللغة من ملف آخر ({REPORT.name})؛ لم يتغير المحفوظ. عدد النصوص المختلفة: 1. "
            "للأخذ بهذا الملف حمّله وحده بالأمر load_archive --accept ثم مساره."
        ],
    )
    assert not LanguageText.objects.filter(text__contains="false maps").exists()
    load_archive([tmp_path], accept=True)
    assert LanguageText.objects.filter(text__contains="false maps").count() == 1
    assert LanguageVersion.objects.get(language="en", document__job_number="X.34-01234").source_file == "other.txt"


@pytest.mark.usefixtures("both")
def test_both_pages_and_the_json_give_both_languages(client: Client) -> None:
    english = Page(client.get("/en/recommendations/xlib-conf-wg2.2.5/"))
    assert english.one("div", class_="matn", lang="en").words == " ".join(FLOODS.split())
    arabic = Page(client.get("/recommendations/xlib-conf-wg2.2.5/"))
    assert arabic.words("div", class_="facing-en") == FLOODS.split("\n")
    texts = client.get("/api/v1/recommendations/xlib-conf-wg2.2.5/").json()["texts"]
    assert set(texts) == {"ar", "en"}
    assert texts["en"]["text"] == FLOODS
    assert [one["label"] for one in texts["en"]["subparagraphs"]] == ["a", "b", "c", "d"]
    alone = client.get("/api/v1/recommendations/xlib-conf-wg2.4.9/").json()["texts"]
    assert set(alone) == {"ar"}


@pytest.mark.usefixtures("both")
def test_the_english_page_of_a_document_has_both_texts_under_one_number(client: Client) -> None:
    page = Page(client.get("/en/documents/x34-01234/"))
    said = page.words("div", class_="in-english")
    assert said.count("The meeting was opened by the Chair of the Working Group, who recalled its mandate.") == 1
    assert len(said) == LanguageText.objects.filter(
        version__source_file=REPORT.name, section=None, subparagraph=None
    ).count()
    assert Page(client.get("/documents/x34-01234/")).words("div", class_="in-english") == []


@pytest.mark.usefixtures("both")
def test_what_is_withdrawn_shows_its_english_text_to_nobody(client: Client) -> None:
    row = Recommendation.objects.get(locator="xlib-conf-wg2.2.5")
    row.state, row.withdrawn_because = Recommendation.State.WITHDRAWN, "نص غير صحيح"
    row.withdrawn_at = row.updated_at
    row.save()
    answer = client.get("/en/documents/xlib-conf-wg2-2034-5/")
    assert answer.status_code == 200
    assert "floods have occurred" not in answer.content.decode()


@pytest.mark.usefixtures("both")
def test_a_load_that_is_undone_takes_the_english_texts_with_it() -> None:
    batch = Batch.objects.filter(act=Batch.Act.LOAD).latest("pk")
    undo(batch, why="تجربة")
    assert LanguageText.objects.count() == LanguageVersion.objects.count() == 0
    assert (stale_entries(), locators_for("sailors")) == ([], set())


@pytest.mark.usefixtures("both")
def test_thirty_english_queries_that_were_judged_before_any_was_searched_for() -> None:
    judged = read_judgements(Path(surroundings.ROOT) / "tests" / "search" / "data" / "english_queries.json")
    total = mean(evaluate(judged, "XLIB/CONF/WG.2"))
    assert (len(judged), total.empty, total.ndcg_10 >= 0.95) == (30, 0.0, True)


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize(("view", "tag"), [("", "p"), ("&view=table", "div"), ("&view=text", "p")])
def test_a_hit_shows_the_english_words_that_were_met(client: Client, view: str, tag: str) -> None:
    page = client.get(f"/recommendations/?q=sailors{view}")
    (english,) = Page(page).words(tag, class_="in-english", lang="en", dir="ltr")
    assert english.removesuffix(" …").removesuffix("…").strip() in (
        "States parties are encouraged to involve associations of readers and sailors in guarding libraries during "
        "storms."
    )
    assert "<mark>sailors</mark>" in page.content.decode()
    assert Page(client.get(f"/recommendations/?q=البحارة{view}")).words(tag, class_="in-english") == []


@pytest.mark.usefixtures("both")
def test_a_paragraph_shows_its_english_words_too(client: Client) -> None:
    page = Page(client.get("/documents/?q=cheap+instruments"))
    assert page.words("p", class_="in-english") == [
        "One speaker said that instruments for measuring damp were cheap and needed no expert to be installed."
    ]


@pytest.mark.usefixtures("both")
def test_counts_of_what_is_found_are_of_records(client: Client) -> None:
    answer = client.get("/api/v1/recommendations/?q=manuscripts").json()
    assert answer["count"] == len(answer["results"]) == len({one["locator"] for one in answer["results"]})
