"""The desk of errata: words that staff mark, readings that were not known, suspects, errata.csv out and in."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from archive.admin.roles import ROLES
from archive.loading.archive import load_archive
from archive.models import Batch, Conflict, Erratum, Paragraph
from archive.sources.corrections import find_words
from tests.factories import make_document, make_erratum, make_paragraph, make_state

from .test_roles import browser_of

pytestmark = pytest.mark.django_db

ERRATA = "/admin/archive/erratum/"
ROOT = Path(__file__).resolve().parents[2]
TEXT = "تعاون الدول على مكافحة المهزئين، ثم تعاون المهزئين."


@pytest.fixture
def paragraph() -> Paragraph:
    make_state()
    document = make_document(source_file="one.txt")
    said = {"text": TEXT, "printed_text": TEXT}
    return make_paragraph(document, 1, TEXT, source_values=said, first_line=4, last_line=5)


def propose(staff: Client, row: Paragraph, **said: Any) -> Any:
    address = f"{ERRATA}propose/paragraph/{row.pk}/"
    return staff.post(address, {"note": "", "line": "", **said}, follow=True)


def complaints(response: Any) -> dict[str, list[str]]:
    return {name: list(errors) for name, errors in response.context["form"].errors.items()}


def told(response: Any) -> list[str]:
    return [str(one) for one in response.context["messages"]]


def test_a_marked_word_is_mended_and_found_at_once(staff: Client, paragraph: Paragraph) -> None:
    response = propose(staff, paragraph, printed="الدول", corrected="الدولة", line=4)
    assert response.redirect_chain == [(f"/admin/archive/paragraph/{paragraph.pk}/change/", 302)]
    assert told(response)[0].startswith(
        'صُوِّبت «الدول» إلى «الدولة». <a href="/recommendations/?q=الدولة">ابحث عنها كما يبحث القراء</a>'
    )
    paragraph.refresh_from_db()
    assert (paragraph.text, paragraph.printed_text) == (TEXT.replace("الدول ", "الدولة "), TEXT)
    assert paragraph.corrections == [[6, 11, "الدولة", "doubtful", 4, "الدول"]]
    erratum = Erratum.objects.get()
    assert (erratum.by_hand, erratum.decision, erratum.decided_by and erratum.decided_by.username) == (
        True, "accepted", "salma",
    )  # fmt: skip
    batch = Batch.objects.get()
    assert (batch.act, batch.said) == ("decision", "تصويب جديد")
    again = propose(staff, paragraph, printed="الدول", corrected="الدولتين", line=4)
    assert complaints(again) == {"printed": ["هذا التصويب مسجّل: السطر 4، «الدول»."]}


def test_a_word_that_waits_changes_no_text(staff: Client, paragraph: Paragraph) -> None:
    propose(staff, paragraph, printed="الدول", corrected="", line=4, wait="1")
    paragraph.refresh_from_db()
    erratum = Erratum.objects.get()
    assert (paragraph.text, erratum.decision, erratum.corrected) == (TEXT, "waiting", "")
    listed = staff.get(f"{ERRATA}?decision=unread").context["cl"]
    assert list(listed.queryset) == [erratum]


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"printed": "الجسور", "corrected": "القنوات"},
         "لا ترد «الجسور» كلمةً تامة في هذا النص كما طُبع؛ انسخها منه كما هي."),
        ({"printed": "المهزئين", "corrected": "المهربين", "line": 4},
         "ترد «المهزئين» في هذا النص أكثر من مرة ولا يُعرف أيها في السطر 4؛ أضف إليها الكلمة التي قبلها أو التي بعدها."),
        ({"printed": "الدول", "corrected": "الدولة"}, "لا يُعرف في أي سطر من المصدر ترد هذه الكلمة؛ اختر السطر."),
        ({"printed": "الدول", "corrected": "الدول", "line": 4}, "القراءة هي المطبوع نفسه؛ لا شيء يُصوَّب."),
    ],
)  # fmt: skip
def test_what_cannot_be_mended_is_said_and_costs_nothing(
    staff: Client, paragraph: Paragraph, said: dict[str, Any], refusal: str
) -> None:
    response = propose(staff, paragraph, **said)
    assert complaints(response) == {"printed": [refusal]}
    assert response.context["form"]["printed"].value() == said["printed"]
    assert (Erratum.objects.count(), Batch.objects.count()) == (0, 0)


def test_without_a_reading_nothing_is_accepted(staff: Client, paragraph: Paragraph) -> None:
    response = propose(staff, paragraph, printed="الدول", corrected=" ", line=4)
    assert complaints(response) == {"corrected": ["اكتب القراءة، أو سجّل الكلمة من غير قراءة."]}


def test_a_line_that_is_none_of_the_text_is_refused(staff: Client, paragraph: Paragraph) -> None:
    response = propose(staff, paragraph, printed="الدول", corrected="الدولة", line=99)
    assert list(complaints(response)) == ["line"]


def test_a_text_that_staff_rewrote_is_asked_about(staff: Client, paragraph: Paragraph) -> None:
    Paragraph.objects.update(text="تعاون الدول كما صاغه الموظفون.")
    response = propose(staff, paragraph, printed="الدول", corrected="الدولة", line=4)
    assert told(response)[0] == "غيّر الموظفون هذا النص من قبل، فلم يُمَسّ؛ انظر في القيمة المتعارضة."
    paragraph.refresh_from_db()
    conflict = Conflict.objects.get()
    assert (paragraph.text, conflict.offered) == (
        "تعاون الدول كما صاغه الموظفون.", TEXT.replace("الدول ", "الدولة "),
    )  # fmt: skip


def test_what_has_no_printed_text_is_not_found(staff: Client, paragraph: Paragraph) -> None:
    by_hand = make_paragraph(paragraph.document, 2, "نص أُدخل يدوياً.")
    paths = (f"paragraph/{by_hand.pk}", "paragraph/999999", f"body/{paragraph.pk}", "nothing/1", f"paragraph/{10**16}")
    assert [staff.get(f"{ERRATA}propose/{path}/").status_code for path in paths] == [404] * 5


@pytest.mark.parametrize("role", ROLES)
def test_who_decides_about_errata_finds_them_too(role: str, paragraph: Paragraph) -> None:
    client = browser_of(role)
    may = role not in ("viewer", "classifier")
    page = f"{ERRATA}propose/paragraph/{paragraph.pk}/"
    pages = (page, *(f"{ERRATA}{name}/" for name in ("suspects", "file", "bring")))
    opened = [client.get(path).status_code for path in pages]
    assert opened == [200, 200, 200, 200 if may else 403]
    sent = [client.post(path, {}).status_code for path in (page, f"{ERRATA}suspects/", f"{ERRATA}bring/")]
    assert sent == ([200, 302, 400] if may else [403, 403, 403])


# Readings that were not known -----------------------------------------------------------------------------------


@pytest.fixture
def unread(paragraph: Paragraph) -> Erratum:
    Paragraph.objects.update(corrections=[[6, 11, "", "doubtful", 4, "الدول"]])
    return make_erratum(paragraph.document, 4, "الدول", corrected="")


def test_an_erratum_without_a_reading_has_a_field_and_no_key_that_must_fail(staff: Client, unread: Erratum) -> None:
    page = staff.get(f"{ERRATA}{unread.pk}/change/")
    assert list(page.context["choices_offered"]) == ["reject", "read"]
    html = page.content.decode()
    assert ('name="reading"' in html, '<mark class="erratum doubtful this"' in html) == (True, True)


def test_a_reading_that_staff_know_is_read_at_once(staff: Client, unread: Erratum, paragraph: Paragraph) -> None:
    address = f"{ERRATA}{unread.pk}/change/"
    blank = staff.post(address, {"choice": "read", "reading": "  ", "_onward": "1"}, follow=True)
    assert blank.redirect_chain == [(address, 302)]
    assert told(blank) == [f"{unread}: اكتب القيمة أولاً؛ لم يتغير شيء."]
    assert told(staff.post(address, {"choice": "read", "reading": "الدولة"}, follow=True)) == [
        "أثبت هذه القراءة: نُفّذ القرار في 1."
    ]
    paragraph.refresh_from_db()
    unread.refresh_from_db()
    assert (paragraph.text, paragraph.corrections) == (
        TEXT.replace("الدول ", "الدولة "),
        [[6, 11, "الدولة", "doubtful", 4, "الدول"]],
    )
    assert (unread.corrected, unread.by_hand, unread.decision) == ("الدولة", True, "accepted")


def test_one_goes_on_to_the_next_of_the_list(staff: Client, unread: Erratum, paragraph: Paragraph) -> None:
    after = make_erratum(paragraph.document, 5, "تعاون", corrected="")
    filters = "?_changelist_filters=decision%3Dunread"
    address = f"{ERRATA}{unread.pk}/change/{filters}"
    page = staff.get(address)
    assert page.context["next_address"] == f"{ERRATA}{after.pk}/change/{filters}"
    sent = staff.post(address, {"choice": "reject", "_onward": "1"})
    assert sent.url == f"{ERRATA}{after.pk}/change/{filters}"
    last = staff.post(sent.url, {"choice": "reject", "_onward": "1"})
    assert last.url == f"{ERRATA}?decision=unread"


# What staff mended stays through every load ----------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Iterator[Path]:
    copy = tmp_path / "sources"
    shutil.copytree(ROOT / "sources", copy)
    load_archive([copy])
    settings.ARCHIVE_SOURCES = copy
    yield copy


def _a_word(folder: Path) -> tuple[Paragraph, str, int]:
    """A paragraph with a word that stands once in it, and the line of its file on which it stands."""
    for row in Paragraph.objects.exclude(first_line=None).select_related("document"):
        lines = (folder / row.document.source_file).read_text(encoding="utf-8-sig").split("\n")
        assert row.first_line is not None and row.last_line is not None
        for word in row.printed_text.split():
            having = [n for n in range(row.first_line, row.last_line + 1) if find_words(lines[n - 1], word)]
            if len(having) == len(find_words(row.printed_text, word)) == 1 and word.isalpha() and len(word) > 4:
                return row, word, having[0]
    raise AssertionError("the specimen has no such word")


def test_what_staff_mended_stays_through_a_load_and_the_next_finds_nothing_changed(
    staff: Client, folder: Path
) -> None:
    row, word, line = _a_word(folder)
    # The file lies among the sources: it tells the line.
    propose(staff, row, printed=word, corrected="كلمة-الموظفين")
    row.refresh_from_db()
    assert (Erratum.objects.get(by_hand=True).line, "كلمة-الموظفين" in row.text) == (line, True)
    before = (row.text, row.corrections)
    load_archive([folder])
    row.refresh_from_db()
    assert (row.text, row.corrections) == before
    outcomes = load_archive([folder]).outcomes()
    assert {outcome for counts in outcomes.values() for outcome, n in counts.items() if n} == {"unchanged"}
    # And it goes again when it is rejected.
    staff.post(f"{ERRATA}{Erratum.objects.get(by_hand=True).pk}/change/", {"choice": "reject"})
    load_archive([folder])
    row.refresh_from_db()
    assert "كلمة-الموظفين" not in row.text


# Suspects --------------------------------------------------------------------------------------------------------


def test_a_suspect_is_shown_with_its_reason_and_left_for_good(staff: Client) -> None:
    make_state()
    document = make_document(source_file="one.txt")
    texts = ["حمولة السفينة.", "علم السفينة.", "عن السفينة.", "تفتيش السفبنة."]
    for number, text in enumerate(texts, 1):
        said = {"text": text, "printed_text": text}
        make_paragraph(document, number, text, source_values=said, first_line=number, last_line=number)
    page = staff.get(f"{ERRATA}suspects/")
    (shown,) = page.context["suspects"]
    assert (shown.suspect.printed, shown.suspect.meant, shown.suspect.often) == ("السفبنة", "السفينة", 3)
    assert shown.why == "لا ترد في موضع آخر، وترد «السفينة» في 3 من المواضع؛ لا يفرق بينهما إلا النقط."
    form = staff.get(shown.address).context["form"]
    assert (form["printed"].value(), form["corrected"].value()) == ("السفبنة", "السفينة")
    assert told(staff.post(f"{ERRATA}suspects/", {"right": "paragraph:1:0:x"}, follow=True)) == [
        "لم تُترك كلمة: ما أرسلته لم يعد مشتبهاً فيه، أو لم تحدد شيئاً."
    ]
    left = staff.post(f"{ERRATA}suspects/", {"right": shown.key}, follow=True)
    assert (told(left), left.context["suspects"]) == (["تُركت كما طُبعت: 1."], [])
    erratum = Erratum.objects.get()
    assert (erratum.decision, erratum.by_hand, Paragraph.objects.get(number=4).text) == ("rejected", True, texts[3])


# errata.csv ------------------------------------------------------------------------------------------------------

HEAD = "source,line,printed,corrected,certainty,note\r\n"


def bring(staff: Client, text: str | bytes) -> Any:
    data = text.encode() if isinstance(text, str) else text
    return staff.post(f"{ERRATA}bring/", {"file": SimpleUploadedFile("errata.csv", data)}, follow=True)


def test_the_file_goes_out_and_in_again_unchanged(staff: Client, paragraph: Paragraph) -> None:
    propose(staff, paragraph, printed="الدول", corrected="الدولة", line=4)
    make_erratum(paragraph.document, 5, "تعاون", corrected="")
    given = staff.get(f"{ERRATA}file/")
    assert given.content.decode("utf-8-sig") == (
        HEAD + "one.txt,4,الدول,الدولة,certain,\r\none.txt,5,تعاون,,doubtful,\r\n"
    )
    assert given["Content-Disposition"] == 'attachment; filename="errata.csv"'
    assert told(bring(staff, given.content)) == ["errata.csv: أُضيف 0، وتغيّر 0، وبقي على حاله 2."]


def test_new_rows_are_read_or_wait(staff: Client, paragraph: Paragraph) -> None:
    rows = "one.txt,4,الدول,الدولة,certain,\none.txt,4,على,عند,doubtful,كذا\none.txt,1,غلاف,خلاف,certain,\n"
    assert told(bring(staff, HEAD + rows)) == [
        "errata.csv: أُضيف 3، وتغيّر 0، وبقي على حاله 0.",
        "منها 1 في غلاف أو حيث لا نص في الأرشيف: تُطبَّق عند التحميل التالي.",
    ]
    paragraph.refresh_from_db()
    assert paragraph.text == TEXT.replace("الدول ", "الدولة ")
    found = Erratum.objects.order_by("line", "printed").values_list("printed", "decision", "matched", "by_hand")
    assert sorted(found) == [
        ("الدول", "accepted", True, True), ("على", "waiting", True, True), ("غلاف", "accepted", False, True),
    ]  # fmt: skip


def test_a_reading_that_the_file_brings_is_read(staff: Client, unread: Erratum, paragraph: Paragraph) -> None:
    said = bring(staff, HEAD + "one.txt,4,الدول,الدولة,certain,\n")
    assert told(said) == ["errata.csv: أُضيف 0، وتغيّر 1، وبقي على حاله 0."]
    paragraph.refresh_from_db()
    assert paragraph.text == TEXT.replace("الدول ", "الدولة ")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("",
         "errata.csv، السطر 1: ينقص العمود «source». "
         "ليكن السطر الأول: source, line, printed, corrected, certainty, note."),
        (HEAD + "two.txt,1,ا,ب,certain,\n", "two.txt: لا وثيقة في الأرشيف جاءت من ملف بهذا الاسم."),
        (HEAD + "one.txt,0,ا,ب,certain,\n",
         "errata.csv، السطر 2: رقم السطر «0» ليس عدداً من 1 فصاعداً. اكتب رقم السطر في ملف المصدر."),
        ("source;line;printed\n",
         "errata.csv، السطر 1: الفاصل بين الأعمدة ليس الفاصلة «,». احفظ الملف بصيغة CSV تفصل أعمدته الفاصلة."),
        ("سطر".encode("cp1256"), "errata.csv: الملف ليس بترميز UTF-8 (الموضع 0). احفظه بترميز UTF-8."),
        (b"\x89PNG\r\n\x1a\n", "errata.csv: الملف ليس بترميز UTF-8 (الموضع 0). احفظه بترميز UTF-8."),
        (b"x" * 10_000_000,
         "errata.csv: حجم الملف يتجاوز 5 ميغابايت، وهو أكبر من أي ملف مرافق. "
         "تحقق من أنه الملف المقصود، أو احذف منه ما لا لزوم له."),
    ],
    ids=["empty", "stranger", "line", "semicolons", "windows", "picture", "large"],
)  # fmt: skip
def test_a_file_that_is_none_is_refused_with_a_sentence(
    staff: Client, paragraph: Paragraph, text: Any, problem: str
) -> None:
    response = bring(staff, text)
    # Nothing of a good row stays either.
    assert (response.status_code, response.context["problems"], Erratum.objects.count()) == (400, [problem], 0)


def test_one_bad_row_takes_the_good_ones_with_it(staff: Client, paragraph: Paragraph) -> None:
    rows = "one.txt,4,الدول,الدولة,certain,\none.txt,5,المهزئين,المهربين,certain,\n"
    response = bring(staff, HEAD + rows)
    assert response.context["problems"] == [
        "one.txt، السطر 5: ترد «المهزئين» في هذا النص أكثر من مرة ولا يُعرف أيها في السطر 5؛ "
        "أضف إليها الكلمة التي قبلها أو التي بعدها."
    ]
    paragraph.refresh_from_db()
    assert (paragraph.text, Erratum.objects.count(), Batch.objects.count()) == (TEXT, 0, 0)
