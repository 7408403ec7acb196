"""Addenda, corrigenda and revisions: whatever the order in which they come, they find what they belong to."""

from pathlib import Path

import pytest

from archive.derivations.by_hand import decide_erratum
from archive.loading.archive import load_archive
from archive.models import Conflict, Document, EarlierText, Erratum, Recommendation

_TITLE = "تقرير عن اجتماع الفريق العامل المعني بتهريب المهاجرين المعقود في فيينا يومي 14 و15 تشرين الأول/أكتوبر 2041"
_RECOMMENDED = ["ينبغي للدول الأطراف أن تدرّب حرس الموانئ.", "تُشجَّع الدول الأطراف على تبادل السجلات."]


def _cover(symbol: str, day: int, mark: str = "") -> list[str]:
    return [
        "الأمم المتحدة",
        *([symbol] if symbol else []),
        "مؤتمر الأطراف في اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية",
        f"Distr.: General\n{day} December 2041\nArabic\nOriginal: English",
        "الفريق العامل المعني بتهريب المهاجرين",
        _TITLE,
        *([mark] if mark else []),
    ]


def _recommendations(texts: list[str], first: int = 1) -> list[str]:
    return [part for number, text in enumerate(texts, first) for part in (f"التوصية {number}", text)]


def _report(symbol: str = "CTOC/COP/WG.7/2041/6", texts: list[str] = _RECOMMENDED, mark: str = "") -> str:
    parts = [
        *_cover(symbol, 1, mark),
        "أولاً- مقدمة",
        "1- عُقد الاجتماع الثامن والعشرون للفريق العامل في فيينا يومي 14 و15 تشرين الأول/أكتوبر 2041.",
        "ثانياً- التوصيات",
        "2- اعتمد الفريق العامل التوصيات المبيّنة أدناه.",
        *_recommendations(texts),
        "ثالثاً- اعتماد التقرير",
        "3- اعتمد الفريق العامل هذا التقرير في جلسته الرابعة.",
    ]
    return "\n\n".join(parts) + "\n"


def _addendum(symbol: str) -> str:
    parts = [*_cover(symbol, 5, "إضافة"), "ثانياً- التوصيات (تابع)", *_recommendations(["لعلّ الدول الأطراف تنظر."], 3)]
    return "\n\n".join(parts) + "\n"


def _corrigendum() -> str:
    parts = [
        *_cover("CTOC/COP/WG.7/2041/6/Corr.1", 9, "تصويب"),
        "1- في الفقرة 3، يُستعاض عن عبارة «جلسته الرابعة» بعبارة «جلسته الثالثة».",
        "2- في التوصية 1، يُستعاض عن عبارة «حرس الموانئ» بعبارة «حرس الموانئ والمطارات».",
        "3- في الفقرة 1، يُستعاض عن عبارة «ما ليس فيها» بعبارة «شيء آخر».",
    ]
    return "\n\n".join(parts) + "\n"


def _load(folder: Path, *names: str, accept: bool = False) -> set[str]:
    """Load these files of the folder one after the other, each for itself; give the statuses of the last."""
    for name in names:
        report = load_archive([folder / name], accept=accept)
        assert report.refused == []
    return {one.status for one in report.documents}


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(_report(), encoding="utf-8")
    (tmp_path / "add.txt").write_text(_addendum("CTOC/COP/WG.7/2041/6/Add.1"), encoding="utf-8")
    (tmp_path / "corr.txt").write_text(_corrigendum(), encoding="utf-8")
    return tmp_path


def _listed() -> list[tuple[str, str, bool]]:
    rows = Erratum.objects.exclude(corrigendum=None).order_by("line")
    return [(row.printed, row.corrected, row.matched) for row in rows]


_LISTED = [
    ("ما ليس فيها", "شيء آخر", False),
    ("حرس الموانئ", "حرس الموانئ والمطارات", True),
    ("جلسته الرابعة", "جلسته الثالثة", True),
]


@pytest.mark.django_db
@pytest.mark.parametrize("order", [["corr.txt", "report.txt"], ["report.txt", "corr.txt"]])
def test_what_a_corrigendum_lists_waits_for_staff_in_its_place(papers: Path, order: list[str]) -> None:
    _load(papers, *order)
    assert _listed() == _LISTED
    _load(papers, *order)
    assert _listed() == _LISTED
    decide_erratum(Erratum.objects.get(printed="حرس الموانئ"), Erratum.Decision.ACCEPTED)
    text = "ينبغي للدول الأطراف أن تدرّب حرس الموانئ والمطارات."
    first = Recommendation.objects.get(locator="ctoc-cop-wg7.28.1")
    assert (first.text, first.printed_text) == (text, _RECOMMENDED[0])
    assert _load(papers, "report.txt") == {"unchanged"}
    assert Recommendation.objects.get(locator="ctoc-cop-wg7.28.1").text == text


@pytest.mark.django_db
@pytest.mark.parametrize("symbol", ["CTOC/COP/WG.7/2041/6/Add.1", ""])
def test_an_addendum_goes_on_with_the_numbers_of_its_meeting(papers: Path, symbol: str) -> None:
    (papers / "add.txt").write_text(_addendum(symbol), encoding="utf-8")
    report = load_archive([papers])
    assert (report.refused, {one.status for one in report.documents}) == ([], {"created"})
    rows = Recommendation.objects.in_official_order()
    assert [row.locator for row in rows] == [f"ctoc-cop-wg7.28.{number}" for number in (1, 2, 3)]
    paper = Document.objects.get(relation="addendum")
    assert paper.relates_to == Document.objects.get(symbol="CTOC/COP/WG.7/2041/6")
    assert {one.status for one in load_archive([papers]).documents} == {"unchanged"}


@pytest.mark.django_db
def test_a_revision_shows_what_it_changes_and_replaces_on_a_word_alone(papers: Path) -> None:
    new = ["ينبغي للدول الأطراف أن تدرّب حرس الحدود.", _RECOMMENDED[1], "تُدعى المنظمات الدولية إلى المشاركة."]
    (papers / "rev.txt").write_text(_report("CTOC/COP/WG.7/2041/6/Rev.1", new, "تنقيح"), encoding="utf-8")
    _load(papers, "report.txt", "rev.txt")
    asked = Conflict.objects.filter(state="open").order_by("locator").values_list("locator", "field", "offered")
    assert list(asked) == [("ctoc-cop-wg7.28.1", "chapeau", new[0]), ("ctoc-cop-wg7.28.3", "row", new[2])]
    rows = Recommendation.objects.in_official_order()
    assert [row.text for row in rows.all()] == _RECOMMENDED

    _load(papers, "rev.txt", accept=True)
    assert [(row.text, row.document and row.document.source_file) for row in rows.all()] == [
        (text, "rev.txt") for text in new
    ]
    assert not Conflict.objects.filter(state="open").exists()
    kept = EarlierText.objects.order_by("recommendation__number").values_list("text", "document__source_file")
    assert list(kept) == [(text, "report.txt") for text in _RECOMMENDED]
    assert _load(papers, "report.txt") == {"unchanged"}
    assert _load(papers, "rev.txt") == {"unchanged"}
    assert [row.text for row in rows.all()] == new
