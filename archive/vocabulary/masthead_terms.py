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

#: As a cover in Arabic may print them.
LANGUAGES_AR: dict[str, str] = {
    "العربية": "ar",
    "الصينية": "zh",
    "الانكليزية": "en",
    "الفرنسية": "fr",
    "الروسية": "ru",
    "الاسبانية": "es",
}

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

#: Author lines that make a paper a report of the Secretariat.
SECRETARIAT_REPORT_LINES: frozenset[str] = frozenset(
    line for line in AUTHOR_LINES if line.startswith(("تقرير", "مذكره"))
)

#: How the title of a meeting report begins; normalised.
MEETING_REPORT_TITLES: tuple[str, ...] = (
    "تقرير عن اجتماع",
    "تقرير الفريق العامل",
    "تقرير اجتماع",
    "التقرير عن اجتماع",
)

#: How the title of a compendium begins; normalised.
COMPENDIUM_TITLES: tuple[str, ...] = ("التوصيات التي اعتمدها", "خلاصه التوصيات", "تجميع التوصيات")

#: Words that ask to reuse the paper: the furniture of a first page.
RECYCLING_LINES: tuple[str, ...] = ("الرجاء إعادة استعمال الورق", "Please recycle")
