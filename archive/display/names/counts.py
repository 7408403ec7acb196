"""Counts with what is counted, in the reader's language."""

from django.utils.translation import ngettext


def counted(count: int, kind: str) -> str:
    """«22 توصية», «لا وثائق», «22 recommendations». `kind` is a key of the table below."""
    singular, plural = COUNTED[kind]
    return ngettext(singular, plural, count) % {"count": count}
COUNTED = {
    kind: (message, message)
    for kind, message in (
        ("recommendations", "%(count)s توصية"),
        ("requests", "%(count)s طلب"),
        ("paragraphs", "%(count)s فقرة"),
        ("documents", "%(count)s وثيقة"),
        ("meetings", "%(count)s اجتماع"),
        ("sessions", "%(count)s دورة"),
        ("footnotes", "%(count)s حاشية"),
        ("subparagraphs", "%(count)s فقرة فرعية"),
        ("places", "%(count)s موضع"),
        ("corrections", "%(count)s تصويب"),
        ("words", "%(count)s كلمة"),
        ("topics", "%(count)s موضوع"),
        ("articles", "%(count)s مادة"),
    )
}
