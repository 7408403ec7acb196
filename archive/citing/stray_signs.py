"""Signs and ends in or behind a whole typed reference that say nothing: «<12>», «|», `?lang=en`, `du 22 août`.

They come with what is copied: from a mail, from the tab of a browser, from the line of its addresses.
"""

import re

_BROWSERS = r"google chrome|mozilla firefox|microsoft\W? edge|safari|opera|brave|chromium"
_RULES: tuple[tuple[str, str], ...] = (
    # … - Google Chrome
    (rf"\s-\s(?:{_BROWSERS})$", ""),
    # ctoc-cop-wg7.4.12?lang=en
    (r"^(?P<locator>[a-z0-9.-]+)\?[a-z_]+=\S*$", r"\g<locator>"),
    # <4> · "12" · #12 · rec_4.12 · rec-4-12
    (r"<\s?([0-9]{1,3})\s?(?:>|$)", r" \1 "),
    (r"(?<=اجتماع) \(([0-9]{1,2})\)?$", r" \1"),
    (r"\"([0-9]{1,3}|(?:ال)?(?:بروتوكول|اتفاقيه)|protocol|convention)(?:\"|$)", r" \1 "),
    (r"(?<![/\w])#\s?(?=[0-9])", " "),
    (r"(?<=[.(\s])#\s?(?=[0-9])", " "),
    (r"(?<=\brec)#(?=[0-9])", " "),
    (r"^(rec|recommendation)[_-]\s?(?=[0-9])", r"\1 "),
    # التوصية 12 | الاجتماع الرابع · توصية 12؛ اجتماع 4
    (r"(?<=\w)\s?[|؛]\s?(?=[^\W\d]{3})", "، "),
    # … of 22 August 2019 · المؤرخة 22 آب/أغسطس 2019 · (Vienna) · (2017)
    (r"(?<=[0-9])[\s،]+(?:of|dated|du|بتاريخ|المورخه?) [0-9]{1,2} \S{3,20} (?:19|20)[0-9]{2}$", ""),
    (r"\s?\((?:vienna|vienne|فيينا|geneva|جنيف|new york|نيويورك)\)$", ""),
    (r"(?<=\b(?:19|20)[0-9]{2})\s?م$", ""),
    (r"^(?P<what>recommendations?|(?:ال)?توصيات) \((?P<year>(?:19|20)[0-9]{2})\)$", r"\g<what> of \g<year>"),
    # 12+13
    (r"(?<=[0-9])\s?\+\s?(?=[0-9])", " and "),
    # fourth mee… : the tab of a browser cuts a word where it likes.
    (r"(?<=[a-z] )m(?:e(?:e(?:t(?:in?)?)?)?)?(?:\s?…|\.\.\.)?$", "meeting"),
)
_COMPILED = tuple((re.compile(pattern), put) for pattern, put in _RULES)


def without_stray_signs(bare: str) -> str:
    """Give a whole plain text without them: itself where it has none."""
    for pattern, put in _COMPILED:
        bare = pattern.sub(put, bare)
    return " ".join(bare.split())
