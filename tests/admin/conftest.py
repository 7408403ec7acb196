from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from archive.models import (
    Batch,
    Derivation,
    EarlierText,
    Errand,
    FormerLocator,
    LanguageText,
    LanguageVersion,
    LoadMemory,
    Paragraph,
    PendingWord,
    Recommendation,
    RowChange,
    SearchEntry,
    SearchSynonym,
    SearchWord,
    Upload,
)
from archive.search.entries import rebuild_index
from tests.factories import (
    make_agenda_item,
    make_body,
    make_conflict,
    make_document,
    make_erratum,
    make_footnote,
    make_former_slug,
    make_import_problem,
    make_meeting,
    make_paragraph,
    make_recommendation,
    make_run,
    make_section,
    make_state,
    make_user,
)
from tests.factories_of_meaning import (
    make_assignment,
    make_citation,
    make_clause,
    make_follow_up,
    make_kinship,
    make_topic,
    make_topic_rule,
)


@pytest.fixture
def staff(client: Client) -> Client:
    """A browser in which a member of staff is signed in."""
    client.force_login(make_user("salma"))
    return client


def _meaning_of(recommendation: Recommendation, paragraph: Paragraph) -> dict[str, Any]:
    """One row of each model of what rules derive. Kinship is with a recommendation that stands in no list."""
    clause = make_clause(recommendation)
    topic = make_topic()
    citation = make_citation(recommendation)
    other = Recommendation.objects.get(pk=make_recommendation(2, meeting=recommendation.meeting).pk)
    return {
        "operativeclause": clause,
        "operativeaddressee": clause.addressees.get(),
        "operativeactor": clause.actors.get(),
        "instrument": citation.instrument,
        "article": citation.article,
        "citation": citation,
        "topic": topic,
        "topicrule": make_topic_rule(topic),
        "topicassignment": make_assignment(recommendation, topic),
        "kinship": make_kinship(recommendation, other),
        "followup": make_follow_up(recommendation, paragraph),
        "loadmemory": LoadMemory.objects.create(key="file:report.txt", digest="0", standing="0"),
        "derivation": Derivation.objects.create(kind="citation", paragraph=paragraph, digest="0"),
    }


@pytest.fixture
def everything() -> dict[str, Any]:
    """One row of each model, by the name of the model in addresses; some from a source, some by hand."""
    body = make_body()
    meeting = make_meeting(1, body=body)
    item = make_agenda_item("1", meeting=meeting, source_values={"title": "عنوان البند 1"})
    document = make_document(
        "ITC/CONF/WG.1/2011/7",
        body=body,
        meeting=meeting,
        agenda_item=item,
        source_file="one.txt",
        source_values={"kind": "meeting-report"},
    )
    section = make_section(document, "مقدمة")
    paragraph = make_paragraph(document, 1, section=section, source_values={"text": "نص الفقرة 1."})
    recommendation = make_recommendation(
        1,
        "ينبغي للدول أن تحفظ القنوات:",
        meeting=meeting,
        agenda_item=item,
        document=document,
        subparagraphs=("أولها؛", "ثانيها."),
        first_line=3,
        last_line=5,
        corrections=[[6, 11, "للدول", "certain", 3, "للدول"]],
        source_values={"chapeau": "ينبغي للدول أن تحفظ القنوات:", "agenda_item": "itc-conf-wg1.1#1"},
    )
    run = make_run(
        finished_at=datetime(2030, 1, 1, tzinfo=UTC),
        outcomes={"recommendation": {"created": 2, "unchanged": 1}},
        documents=[{"file": "one.txt", "status": "loaded", "symbol": "ITC/CONF/WG.1/2011/7", "problems": []}],
    )
    rebuild_index()
    # the rows of which the index has many, and the thesaurus its starting data
    SearchEntry.objects.exclude(recommendation=recommendation).delete()
    SearchWord.objects.exclude(pk=SearchWord.objects.earliest("pk").pk).delete()
    SearchSynonym.objects.exclude(pk=SearchSynonym.objects.earliest("pk").pk).delete()
    batch = Batch.objects.create()
    version = LanguageVersion.objects.create(
        document=document, language="en", source_file="one.en.txt", disagreements=["الفقرة 2: في العربية وحدها."]
    )
    meaning = _meaning_of(recommendation, paragraph)
    word = {"kind": "topic_assignment", "key": meaning["topicassignment"].pk, "choice": "confirm"}
    return {
        **meaning,
        "pendingword": PendingWord.objects.create(**word, by=make_user("maha")),
        "batch": batch,
        "rowchange": RowChange.objects.create(
            batch=batch,
            kind="recommendation",
            key=recommendation.pk,
            name=recommendation.locator,
            fate=RowChange.Fate.CHANGED,
            fields={"chapeau": ["ينبغي للدول أن تصون القنوات:", "ينبغي للدول أن تحفظ القنوات:"]},
        ),
        "searchentry": SearchEntry.objects.get(),
        "searchword": SearchWord.objects.get(),
        "searchsynonym": SearchSynonym.objects.get(),
        "body": body,
        "meeting": meeting,
        "agendaitem": item,
        "document": document,
        "formerslug": make_former_slug("v11-1", document),
        "formerlocator": FormerLocator.objects.create(locator="itc-conf-wg1.8", meeting=meeting),
        "section": section,
        "paragraph": paragraph,
        "footnote": make_footnote(document, "1", paragraph=paragraph),
        "recommendation": recommendation,
        "subparagraph": recommendation.subparagraphs.first(),
        "earliertext": EarlierText.objects.create(
            recommendation=Recommendation.objects.get(pk=recommendation.pk),
            document=document,
            text="ينبغي للدول أن تصون القنوات.",
            printed_text="ينبغي للدول أن تصون القنوات.",
        ),
        "languageversion": version,
        "languagetext": LanguageText.objects.create(version=version, paragraph=paragraph, text="States should."),
        "erratum": make_erratum(document),
        "importrun": run,
        "importproblem": make_import_problem(run),
        "conflict": make_conflict(run=run),
        "archivestate": make_state(),
        "upload": Upload.objects.create(name="two.txt", sha256="0" * 64, size=3, data=b"abc", state="asks"),
        "errand": Errand.objects.create(act="check", state="done", told=["لا شيء ينقص."]),
    }
