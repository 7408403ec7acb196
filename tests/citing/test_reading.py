"""Every form of citing, read from what is typed and from texts. No archive is asked: facts only."""

import time

import pytest

from archive.citing.names import BodyNames, KnownNames, TreatyNames
from archive.citing.reading import read_references
from archive.citing.things import Thing
from archive.citing.typed import read_whole, without_page_words
from archive.search.reference import PAGE_WORDS

BODY = "CTOC/COP/WG.7"
NAMES = KnownNames(
    [
        BodyNames(
            BODY,
            "meeting",
            ("الفريق العامل المعني بتهريب المهاجرين", "Working Group on the Smuggling of Migrants"),
        ),
        BodyNames("CTOC/COP", "session", ("مؤتمر الأطراف", "المؤتمر", "Conference of the Parties")),
    ],
    [
        TreatyNames(
            "som-protocol",
            ("بروتوكول تهريب المهاجرين",),
            "Protocol against the Smuggling of Migrants by Land, Sea and Air",
            {number: () for number in range(1, 26)},
        ),
        TreatyNames(
            "untoc",
            ("اتفاقية الجريمة المنظمة",),
            "United Nations Convention against Transnational Organized Crime",
            {number: () for number in range(1, 42)},
        ),
    ],
)


def rec(meeting: int | None, number: int, letter: int = 0, **more: str) -> Thing:
    term = more.get("term", "meeting" if meeting else "")
    return Thing(
        "recommendation",
        body=more.get("body", ""),
        term=term,  # type: ignore[arg-type]
        meeting=meeting,
        number=number,
        letter=letter,
    )


def short(meeting: int, number: int, letter: int = 0, body: str = "") -> Thing:
    return rec(meeting, number, letter, term="", body=body)


def document(symbol: str) -> Thing:
    return Thing("document", symbol=symbol)


def article(number: int, paragraph: str = "", instrument: str = "som-protocol") -> Thing:
    return Thing("treaty_article", instrument=instrument, number=number, paragraph=paragraph)


FORMS: dict[str, list[Thing]] = {
    "rec 4.12": [short(4, 12)],
    "[rec. 4.12].": [short(4, 12)],
    "4.12": [short(4, 12)],
    "4-12": [short(4, 12)],
    "4:12": [short(4, 12)],
    "٤٫١٢": [short(4, 12)],
    "4/12": [short(4, 12)],
    "(٤/١٢)": [short(4, 12)],
    "WG.7 4/12": [short(4, 12, body=BODY)],
    "CTOC/COP/WG.7, 4/12": [short(4, 12, body=BODY)],
    "5/2 ك": [short(5, 2, 11)],
    "5/2 (ك)": [short(5, 2, 11)],
    "5.2.k": [short(5, 2, 11)],
    "rec. 12 (4th meeting)": [rec(4, 12)],
    "Recommendation 12 of the fourth meeting": [rec(4, 12)],
    "the twelfth recommendation of the fourth meeting": [rec(4, 12)],
    "third meeting, recommendation 5": [rec(3, 5)],
    "meeting 5 recommendation 2 (k)": [rec(5, 2, 11)],
    "«التوصية 12 من الاجتماع الرابع»": [rec(4, 12)],
    "التوصية ١٢ من الاجتماع ٤.": [rec(4, 12)],
    "التوصية 12 الصادرة عن الاجتماع الرابع": [rec(4, 12)],
    "التوصية الثانية عشرة (12)، الاجتماع الرابع · أرشيف التوصيات": [rec(4, 12)],
    "التوصية الثانية عشرة (12)، الاجتماع الرابع · أرشيف ال…": [rec(4, 12)],
    "Recommendation 12, Fourth meeting · Archive of Recommendations": [rec(4, 12)],
    "الفقرة الفرعية (ك) من التوصية 2 للاجتماع الخامس": [rec(5, 2, 11)],
    "subparagraph (k) of recommendation 2 of the fifth meeting": [rec(5, 2, 11)],
    "التوصية 2 (ك)": [rec(None, 2, 11)],
    "التوصية 12": [rec(None, 12)],
    "التوصيات 3 إلى 5 من الاجتماع السابع": [rec(7, 3), rec(7, 4), rec(7, 5)],
    "التوصيات 12 و13 من الاجتماع الرابع": [rec(4, 12), rec(4, 13)],
    "recommendations 3 to 5 of the seventh meeting": [rec(7, 3), rec(7, 4), rec(7, 5)],
    "recs 3-5, 7th meeting": [rec(7, 3), rec(7, 4), rec(7, 5)],
    "الفريق العامل المعني بتهريب المهاجرين، الاجتماع الخامس (فيينا، 4 و5 تموز/يوليه 2018)، "
    "التوصية 2، الوثيقة CTOC/COP/WG.7/2019/5.": [
        rec(5, 2, body=BODY)
    ],
    "Working Group on the Smuggling of Migrants, fifth meeting (Vienna, 4 and 5 July 2018), "
    "recommendation 2 (k), in CTOC/COP/WG.7/2019/5.": [
        rec(5, 2, 11, body=BODY)
    ],
    "الاجتماع الثالث": [Thing("meeting", term="meeting", meeting=3)],
    "الاجتماع الثالث، الفريق العامل المعني بتهريب المهاجرين": [
        Thing("meeting", body=BODY, term="meeting", meeting=3)
    ],
    "12th session": [Thing("meeting", term="session", meeting=12)],
    "توصيات 2017": [Thing("year", number=2017)],
    "recommendations of 2017": [Thing("year", number=2017)],
    "[CTOC/COP/WG.7/2019/5]": [document("CTOC/COP/WG.7/2019/5")],
    "CTOC / COP / WG.7 / 2019 / 5": [document("CTOC/COP/WG.7/2019/5")],
    "ctoc/cop/wg.٧/٢٠١٩/٥": [document("CTOC/COP/WG.7/2019/5")],
    "WG.7 2019/5": [document("WG.7/2019/5")],
    "WG7/2019/5": [document("WG7/2019/5")],
    "V.19-08455": [document("V.19-08455")],
    "v1908455": [document("V.19-08455")],
    "19-08455": [document("-19-08455")],
    "https://docs.un.org/ar/CTOC/COP/WG.7/2019/5": [document("CTOC/COP/WG.7/2019/5")],
    "undocs.org/CTOC/COP/WG.7/2019/5": [document("CTOC/COP/WG.7/2019/5")],
    "CTOC/COP/WG.7/2013/2 و3 و5": [document(f"CTOC/COP/WG.7/2013/{n}") for n in (2, 3, 5)],
    "CTOC/COP/2020/5 وAdd.1": [document("CTOC/COP/2020/5"), document("CTOC/COP/2020/5/Add.1")],
    "V.20-05359, para. 1": [Thing("paragraph", symbol="V.20-05359", number=1)],
    "الفقرة 35 من تقرير الدورة العاشرة": [Thing("paragraph", term="session", meeting=10, number=35)],
    "المادة 18": [article(18)],
    "المادة 30": [article(30, instrument="untoc")],
    "المادة (18)": [article(18)],
    "المادة 18 من البروتوكول": [article(18)],
    "المادة 18 من الاتفاقية": [article(18, instrument="untoc")],
    "م 18": [article(18)],
    "art. 18": [article(18)],
    "article 6 of the smuggling protocol": [article(6)],
    "Smuggling Protocol, art. 18 (2)": [article(18, "2")],
    "الفقرة 3 من المادة 14 من البروتوكول": [article(14, "3")],
    "المادة 6-1": [article(6, "1")],
    "المادة 6 (1) (أ) و(ب)": [article(6, "1 (أ)"), article(6, "1 (ب)")],
    "الفقرة الفرعية (أ) من الفقرة 1 من المادة 6": [article(6, "1 (أ)")],
    "subparagraph (a) of paragraph 1 of article 6": [article(6, "1 (أ)")],
    "CERD/C/URY/CO/16-20": [document("CERD/C/URY/CO/16-20")],
    "A/79/62-E/2024/3": [document("A/79/62-E/2024/3")],
    "ctoc/cop/2020/1/rev.1": [document("CTOC/COP/2020/1/Rev.1")],
    "s/res/2133 (2014)": [Thing("resolution", symbol="S/RES/2133 (2014)")],
    "E/CN.15/2020/6": [document("E/CN.15/2020/6")],
    "A/CONF.234/3": [document("A/CONF.234/3")],
    "كل ما أوصي به بشأن المادة 18 من بروتوكول تهريب المهاجرين": [article(18)],
    "القراران 55/25 و68/193": [Thing("resolution", symbol="55/25"), Thing("resolution", symbol="68/193")],
    "http://testserver/en/recommendations/ctoc-cop-wg7.5.2/#k": [
        Thing("recommendation", locator="ctoc-cop-wg7.5.2", letter=11)
    ],
    **{
        f"ctoc-cop-wg7.9.{number}": [Thing("recommendation", locator=f"ctoc-cop-wg7.9.{number}")]
        for number in ("2-2", "s2-1", "s2-1-2", "1-bis", "1-ter", "1_2", "1_a")
    },
    "ctoc-cop-wg7.9.s2-1.k": [Thing("recommendation", locator="ctoc-cop-wg7.9.s2-1", letter=11)],
    "التوصية 12 مكرراً من الاجتماع الرابع": [Thing("recommendation", term="meeting", meeting=4, number=12, suffix=2)],
    "recommendation 12 bis of the fourth meeting": [
        Thing("recommendation", term="meeting", meeting=4, number=12, suffix=2)
    ],
    "الاجتماع الرابع، البند 2 (ج)، التوصية 1": [
        Thing("recommendation", term="meeting", meeting=4, number=1, agenda_item="2(ج)")
    ],
    "fourth meeting, second series, recommendation 1": [
        Thing("recommendation", term="meeting", meeting=4, number=1, series=1)
    ],
    "الفقرة 3 من المرفق الأول للوثيقة CTOC/COP/WG.7/2024/5": [
        Thing("paragraph", number=3, part="المرفق الأول", symbol="CTOC/COP/WG.7/2024/5")
    ],
    "الاجتماع الرابع، السلسلة الثانية، التوصية 1": [
        Thing("recommendation", term="meeting", meeting=4, number=1, series=1)
    ],
    "rec. 7.3 to 7.5": [short(7, 3), short(7, 4), short(7, 5)],
    "5/2 (ك) و(ب)": [short(5, 2, 11), short(5, 2, 2)],
    "http://testserver/list/?items=ctoc-cop-wg7.4.12,ctoc-cop-wg7.5.2.k": [
        Thing("recommendation", locator="ctoc-cop-wg7.4.12"),
        Thing("recommendation", locator="ctoc-cop-wg7.5.2", letter=11),
    ],
    "المادة الـ18": [article(18)],
    "ctoc-cop-wg7.5.2.k": [Thing("recommendation", locator="ctoc-cop-wg7.5.2", letter=11)],
    "http://testserver/documents/v20-05359/#p12": [Thing("paragraph", locator="v20-05359", number=12)],
    "http://testserver/meetings/ctoc-cop-wg7.5/": [Thing("meeting", locator="ctoc-cop-wg7.5")],
    "http://testserver/articles/som-protocol/18/": [article(18)],
    "http://testserver/topics/return/": [Thing("topic", locator="return")],
}  # fmt: skip


@pytest.mark.parametrize(("typed", "things"), FORMS.items())
def test_a_form_of_citing_names_its_thing(typed: str, things: list[Thing]) -> None:
    assert list(read_whole(without_page_words(typed, PAGE_WORDS), NAMES)) == things


SENTENCES = [
    "ما التوصية 12 من الاجتماع الرابع بشأن الأطفال",
    "هل نُفِّذت التوصية 12 من الاجتماع الرابع؟",
    "which states implemented recommendation 12 of the fourth meeting",
    "أطفال 4/12 سنة",
    "مركز 4-12",
    "توصيات بشأن الاجتماعات الإقليمية",
    "الاجتماع الأول من نوعه",
    "حماية الشهود في المادة 18 من البروتوكول",
    "المادة 6 مكرراً",
    "the meeting of experts",
    "recommendations on victims",
    "and/or",
    "10 في المائة",
]


@pytest.mark.parametrize("typed", SENTENCES)
def test_a_sentence_that_contains_such_words_names_nothing_as_a_whole(typed: str) -> None:
    assert read_whole(without_page_words(typed, PAGE_WORDS), NAMES) == ()


def test_the_places_of_a_long_text_are_those_of_the_text_as_given() -> None:
    text = "رحّب الوفد بـ\u200fالتوصية ١٢ من الاجتماع الرابع، وذكر [CTOC/COP/WG.7/2019/5] والمادة 18 من البروتوكول."
    assert [text[one.start : one.end] for one in read_references(text, NAMES)] == [
        "بـ\u200fالتوصية ١٢ من الاجتماع الرابع",
        "CTOC/COP/WG.7/2019/5",
        "والمادة 18 من البروتوكول",
    ]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (
            "التوصية 3 من الاجتماع السابع، والفقرة 12 من الوثيقة V.24-13453",
            ["التوصية 3 من الاجتماع السابع", "والفقرة 12 من الوثيقة V.24-13453"],
        ),
        (
            "الوثيقة V.20-05359، والفقرة 12 من الوثيقة V.24-13453",
            ["V.20-05359", "والفقرة 12 من الوثيقة V.24-13453"],
        ),
        (
            "V.20-05359، الفقرة 12 والفقرة 3 من المادة 14 من بروتوكول تهريب المهاجرين",
            ["V.20-05359، الفقرة 12", "والفقرة 3 من المادة 14 من بروتوكول تهريب المهاجرين"],
        ),
        ("تقرير الاجتماع السابع، الفقرة 12", ["تقرير الاجتماع السابع، الفقرة 12"]),
        (
            "التوصية 3 من الاجتماع السابع، الفقرة 12، الوثيقة V.20-05359",
            ["التوصية 3 من الاجتماع السابع، الفقرة 12، الوثيقة V.20-05359"],
        ),
    ],
)
def test_a_paragraph_of_what_is_named_behind_it_belongs_to_nothing_before_it(text: str, cited: list[str]) -> None:
    assert [text[one.start : one.end] for one in read_references(text, NAMES)] == cited


@pytest.mark.parametrize(
    "unit",
    [
        "(", "a/", "5/2 ", "rec 4.12 ", "المادة 18 و", "the ", "ctoc-", "fourth meeting, ", "/documents/a", "9", "1-",
        "A/79/62 ", "A/79/62-", "A/79/62 وAdd.1 و3 ", "الفقرة 1 من ", "المادة 6 (1) (أ) و", "القرار 55/25 و", "م 18 ",
        "المادة 6 منه ",
    ],
)  # fmt: skip
def test_reading_is_linear_whatever_stands_there(unit: str) -> None:
    """Four times the text takes no more than some ten times the time."""
    took = []
    for length in (10_000, 40_000):
        # The better of two: Python's collector of rings may come in the middle of one.
        tries = []
        for _ in range(2):
            began = time.process_time()
            read_references((unit * length)[:length], NAMES)
            tries.append(time.process_time() - began)
        took.append(min(tries))
    assert took[1] < 10 * took[0] + 0.1
