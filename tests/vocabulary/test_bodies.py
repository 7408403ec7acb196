"""Bodies by the names that texts give them."""

import pytest

from archive.vocabulary.bodies import BODIES, body_written


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("مؤتمر الأطراف في اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية", "CTOC/COP"),
        ("مؤتمر الاطراف في اتفاقيه الامم المتحده لمكافحه الجريمه المنظمه عبر الوطنيه", "CTOC/COP"),
        ("الفريق العامل المعني بتهريب المهاجرين", "CTOC/COP/WG.7"),
        ("الفريق العـامـل المعنيّ بتهريب المهاجرين*", "CTOC/COP/WG.7"),
        ("الفريق العامل الحكومي الدولي المعني بتهريب المهاجرين", "CTOC/COP/WG.7"),
        ("الفريق العامل المعني بالاتجار بالأشخاص", "CTOC/COP/WG.4"),
        ("الفريق العامل المعني بتهريب المهاجرين وغيرهم", None),
        ("الفريق العامل", None),
        ("", None),
    ],
)
def test_a_line_that_is_the_name_of_a_body(line: str, symbol: str | None) -> None:
    found = body_written(line, BODIES)
    assert (found.symbol if found else None) == symbol


def test_every_group_stands_under_the_conference_and_counts_meetings() -> None:
    assert {(body.parent, body.term) for body in BODIES} == {
        (None, "session"),
        ("CTOC/COP", "meeting"),
    }
