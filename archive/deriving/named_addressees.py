"""Who is named at a place of a text: «الدول الأطراف والأمانة», «لجميع الدول»; the text is a folded one."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from archive.vocabulary.addressees import AddresseeName, read_addressee_names
from archive.vocabulary.clause_words import any_clause_word

# جميع الدول · كل من المكتب والأمانة
_ALL = rf"(?:{any_clause_word('all_of')}\s+)"
# Words between one name and the next that only say which of them are meant: «الدول المختصة والأمانة», «المنظمات ذات
# الصلة والمكتب», «الدول الأطراف في الاتفاقية والأمانة».
_WHICH = (
    rf"(?:{any_clause_word('which_of')}|ذات\s+(?:الصله|العلاقه)"
    r"|المعني(?:ه|ين)?(?:\s+ب\w+(?:\s+(?!و)\w+){0,3}?)?"
    r"|في\s+(?:ال)?(?:اتفاقيه|بروتوكول)(?:\s+(?!(?:ان|علي|الي|بان|من|التي)\b)\w+){0,6}?"
    r"|\([^()]{1,60}\))"
)
# الدول وكذلك المنظمات · الدول، فضلاً عن المنظمات
_AND = (
    rf"(?:\s*،?\s*\bو(?:{any_clause_word('also')}\s+)?"
    rf"|\s*،?\s*\b{any_clause_word('joining_name')}\s+)"
)
# «الدول الأطراف التي هي أيضاً دول منشأ وعبور» names those as well.
_BEING = r"(?:\s*،?\s*\b(?:التي\s+(?:هي|تعد|تعتبر|تشكل|تمثل)|بصفتها|بوصفها|باعتبارها)\s+(?:ايضا\s+)?(?:من\s+)?)"
# A list is not longer than there are addressees (`vocabulary.addressees`); what stands behind more names is no list.
_MOST = 8


@dataclass(frozen=True, slots=True)
class NamedAddressees:
    """The codes of those named, in the order of the text, where their names end, and the gender of the first."""

    codes: tuple[str, ...]
    end: int
    feminine: bool


#: Reads who is named right behind a place of a folded text.
NameReader = Callable[[str, int], NamedAddressees | None]


def _with_li(name: str) -> str:
    """The name behind «ل», whose lam swallows the alef of the article."""
    return "لل" + name.removeprefix("ال") if name.startswith("ال") else "ل" + name


def _any_of(names: list[str]) -> str:
    return "(" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names) + r")\b"


_NAMES = read_addressee_names()
_BY_NAME: dict[str, AddresseeName] = {form: one for one in _NAMES for form in (one.name, _with_li(one.name))}
_NAME = _any_of([one.name for one in _NAMES])
_LI_NAME = _any_of([_with_li(one.name) for one in _NAMES])

# جميع الدول
_FIRST = re.compile(rf"{_ALL}?{_NAME}")
# (تُشجع) الدول الأطراف
_DIRECT = re.compile(rf"\s+{_ALL}?{_NAME}")
# (ينبغي) للدول الأطراف · لجميع الدول
_BEHIND_LI = re.compile(rf"\s+(?:{_LI_NAME}|ل{_ALL}{_NAME})")
# (يهيب) بالدول الأطراف
_BEHIND_BI = re.compile(rf"\s+ب{_ALL}?{_NAME}")
# (الدول) المعنية والمكتب · (الدول) التي هي أيضاً دول منشأ
_FURTHER = re.compile(rf"(?:\s+{_WHICH}){{0,3}}?(?:{_AND}(?:{_ALL}?{_NAME}|{_LI_NAME})|{_BEING}{_NAME})")


def _name_of(match: re.Match[str]) -> AddresseeName:
    written = next(text for text in match.groups() if text)
    return _BY_NAME[" ".join(written.split())]


def _reader(first: re.Pattern[str]) -> NameReader:
    def read(plain: str, at: int) -> NamedAddressees | None:
        match = first.match(plain, at)
        if not match:
            return None
        name = _name_of(match)
        codes, end = [name.code], match.end()
        for _ in range(_MOST):
            match = _FURTHER.match(plain, end)
            if not match:
                break
            codes.append(_name_of(match).code)
            end = match.end()
        return NamedAddressees(tuple(dict.fromkeys(codes)), end, name.feminine)

    return read


#: «الدول الأطراف والأمانة», behind a verb or a preposition that is a word of its own.
read_named: NameReader = _reader(_DIRECT)
#: «للدول الأطراف والأمانة».
read_named_behind_li: NameReader = _reader(_BEHIND_LI)
#: «بالدول الأطراف».
read_named_behind_bi: NameReader = _reader(_BEHIND_BI)
#: «الدول الأطراف والأمانة» at this very place.
read_named_here: NameReader = _reader(_FIRST)


# سائر الشركاء المعنيين، بما في ذلك (المكتب) · الجهات المانحة و(المكتب)
_GROUP = re.compile(
    rf"(?:\s+(?:{any_clause_word('all_of')}|ال\w+|\w+(?:ها|هم))){{1,5}}?"
    rf"(?:\s*،?\s+{any_clause_word('including')}(?=\s)|{_AND}(?={_ALL}?{_NAME}))"
)


def read_named_in_group(plain: str, at: int) -> NamedAddressees | None:
    """«الشركاء المعنيين، بما في ذلك المكتب»: those known among others that have no name here."""
    group = _GROUP.match(plain, at)
    return (read_named(plain, group.end()) or read_named_here(plain, group.end())) if group else None
