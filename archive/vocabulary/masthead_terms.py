"""The words of a cover: languages, distribution, who prepared the paper."""

#: As the cover prints them, in English, to ISO 639-1.
LANGUAGES: dict[str, str] = {
    "arabic": "ar",
    "chinese": "zh",
    "english": "en",
    "french": "fr",
    "russian": "ru",
    "spanish": "es",
}

#: As a cover in Arabic may print them; normalised.
LANGUAGES_AR: dict[str, str] = {
    "العربيه": "ar",
    "الصينيه": "zh",
    "الانكليزيه": "en",
    "الفرنسيه": "fr",
    "الروسيه": "ru",
    "الاسبانيه": "es",
}

#: How a cover in Arabic may print the kinds of distribution, normalised.
DISTRIBUTIONS_AR: dict[str, str] = {"عام": "General", "محدود": "Limited", "مقيد": "Restricted"}

#: Lines that say who prepared the paper; normalised.
AUTHOR_LINES: tuple[str, ...] = (
    "تقرير الامانه",
    "تقرير من الامانه",
    "تقرير من اعداد الامانه",
    "مذكره من الامانه",
    "مذكره من اعداد الامانه",
    "ورقه معلومات اساسيه من اعداد الامانه",
    "ورقه غرفه اجتماع من اعداد الامانه",
)

#: Words that ask to reuse the paper: the furniture of a first page.
RECYCLING_LINES: tuple[str, ...] = (
    "الرجاء إعادة استعمال الورق",
    "الرجاء إعادة استخدام الورق",
    "يرجى إعادة استعمال الورق",
    "Please recycle",
)
#: Words before a page number, and between it and the number of pages.
PAGE_WORDS: tuple[str, ...] = ("Page", "صفحة", "الصفحة", "ص.", "p.")
PAGE_OF_WORDS: tuple[str, ...] = ("of", "من")
#: Words behind which a sentence names a paper by its symbol; normalised, as they end.
CITING_WORDS: tuple[str, ...] = (
    "الوثيقه",
    "وثيقه",
    "الوثيقتين",
    "الوثيقتان",
    "الوثائق",
    "انظر",
    "القرار",
    "المقرر",
    "التقرير",
    "الرمز",
    "بالرمز",
    "و",
    "او",
    "في",
    "من",
    "الي",
)
