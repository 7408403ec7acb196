"""Whose recommendations the archive holds: the bodies themselves, for headline and descriptions."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from archive.filters.snapshot import Snapshot

from ..names.language import label_of

#: More names would be no headline.
MOST_NAMED = 3


def headline(snapshot: Snapshot) -> str:
    """«ما أوصى به الفريق العامل المعني بتهريب المهاجرين، بنصه»; the verb agrees with the first name."""
    names = _names(snapshot)
    if not names or len(names) > MOST_NAMED:
        return _("توصيات هيئات للأمم المتحدة، بنصها")
    # «اللجنة», «الجمعية العامة»: a feminine noun ends in «ة».
    is_feminine = names[0].split()[0].endswith("ة")
    sentence = _("ما أوصت به %(bodies)s، بنصه") if is_feminine else _("ما أوصى به %(bodies)s، بنصه")
    return sentence % {"bodies": _joined(names)}


def described(snapshot: Snapshot) -> str:
    """«توصيات الفريق العامل المعني بتهريب المهاجرين ووثائقه»: for descriptions, without a verb."""
    names = _names(snapshot)
    if not names or len(names) > MOST_NAMED:
        return _("توصيات هيئات للأمم المتحدة، مع الوثائق التي وردت فيها")
    return _("توصيات %(bodies)s، مع الوثائق التي وردت فيها") % {"bodies": _joined(names)}


def _joined(names: Sequence[str]) -> str:
    return _(" و").join(names)


def _names(snapshot: Snapshot) -> list[str]:
    """In the reader's language, those with most recommendations first."""
    counts = {value: len(members) for value, members in snapshot.values["body"].items() if members}
    return [label_of(snapshot.labels["body"][value])[0] for value in sorted(counts, key=lambda one: -counts[one])]
