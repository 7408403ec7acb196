"""Hundreds of forms of citing lead to their pages, in both languages; what merely has such words leads nowhere."""

from datetime import date
from urllib.parse import quote

import pytest
from django.test import Client

from archive.search.entries import rebuild_index
from tests import factories
from tests import factories_of_meaning as meaning

from .forms_of_citing import FORMS, NOWHERE
from .more_forms_of_citing import MORE_FORMS, MORE_NOWHERE
from .third_forms_of_citing import THIRD_FORMS, THIRD_NOWHERE


@pytest.fixture
def papers(db: None) -> None:
    """The bodies, meetings and papers that the forms name; the texts are ours."""
    conference = factories.make_body(
        "CTOC/COP",
        name_ar="مؤتمر الأطراف في اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية",
        name_en="Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
        term="session",
    )
    group = factories.make_body(
        "CTOC/COP/WG.7",
        name_ar="الفريق العامل المعني بتهريب المهاجرين",
        name_en="Working Group on the Smuggling of Migrants",
        parent=conference,
    )
    trafficking = factories.make_body(
        "CTOC/COP/WG.4",
        name_ar="الفريق العامل المعني بالاتجار بالأشخاص",
        name_en="Working Group on Trafficking in Persons",
        parent=conference,
    )
    factories.make_meeting(13, body=trafficking)
    sessions = {number: factories.make_meeting(number, body=conference) for number in (10, 12)}
    meetings = {number: factories.make_meeting(number, body=group) for number in range(1, 8)}
    meetings[4].start, meetings[4].end = date(2017, 9, 11), date(2017, 9, 13)
    meetings[4].save()
    for number in (12, 13, 14):
        factories.make_recommendation(number, meeting=meetings[4])
    factories.make_recommendation(2, "ينبغي للدول:", meeting=meetings[5], subparagraphs=("صون القناة؛",) * 11)
    for number in range(1, 8):
        factories.make_recommendation(number, meeting=meetings[7])
    factories.make_document(
        "CTOC/COP/WG.7/2019/5", job_number="V.19-08455", kind="compendium", body=group, meeting=meetings[6]
    )
    report = factories.make_document(
        "", slug="v20-05359", job_number="V.20-05359", body=group, meeting=meetings[7]
    )
    told = factories.make_document(
        "", slug="ctoc-cop.10.item-2c", kind="secretariat-report", body=conference, meeting=sessions[10]
    )
    factories.make_document("CTOC/COP/2024/9", source_file="", body=conference, meeting=sessions[12])
    for number in (1, 12):
        factories.make_paragraph(report, number)
    factories.make_paragraph(told, 35)
    protocol = meaning.make_instrument(
        "som-protocol",
        name_ar="بروتوكول مكافحة تهريب المهاجرين عن طريق البر والبحر والجو",
        short_ar="بروتوكول تهريب المهاجرين",
        name_en="Protocol against the Smuggling of Migrants by Land, Sea and Air",
        written_as=["بروتوكول تهريب المهاجرين"],
        position=1,
    )
    convention = meaning.make_instrument(
        "untoc",
        name_ar="اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية",
        short_ar="اتفاقية الجريمة المنظمة",
        name_en="United Nations Convention against Transnational Organized Crime",
        written_as=["اتفاقية الجريمة المنظمة"],
        position=2,
    )
    for number in (6, 14, 18):
        meaning.make_article(number, instrument=protocol)
    for number in (6, 18, 30, 31):
        meaning.make_article(number, instrument=convention)
    rebuild_index()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_form_leads_to_its_page(papers: None, client: Client, prefix: str) -> None:
    wrong = {
        typed: address
        for address, forms in [*FORMS.items(), *MORE_FORMS.items(), *THIRD_FORMS.items()]
        for typed in forms
        if client.get(f"{prefix}/recommendations/?q={quote(typed)}").headers.get("Location")
        != prefix + address
    }
    assert sum(map(len, FORMS.values())) > 390
    assert wrong == {}


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_what_merely_has_such_words_leads_nowhere(papers: None, client: Client, prefix: str) -> None:
    every = (*NOWHERE, *MORE_NOWHERE, *THIRD_NOWHERE)
    answers = {typed: client.get(f"{prefix}/recommendations/?q={quote(typed)}") for typed in every}
    assert [typed for typed, answer in answers.items() if answer.status_code != 200] == []
