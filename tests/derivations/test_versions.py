"""The version of the code says what the code says, and nothing of how it is written down."""

import pytest

from archive.derivations.versions import READING, RULES, files_of, version_of, what_it_says
from archive.models import LoadMemory

CODE = b'''"""What it is for."""

LIMIT = 10  # set by hand


def longer(text: str) -> bool:
    """Whether it is."""
    return len(text) > LIMIT
'''


@pytest.mark.parametrize(
    "same",
    [
        CODE.replace(b"  # set by hand", b""),
        CODE.replace(b'    """Whether it is."""\n', b""),
        CODE.replace(b'"""What it is for."""', b'"""Otherwise told."""'),
        CODE.replace(b"\n\n\n", b"\n\n# Measured.\n\n"),
        CODE.replace(b"len(text) > LIMIT", b"(\n        len(text)\n        > LIMIT\n    )"),
    ],
)
def test_comments_docstrings_and_layout_of_code_say_nothing(same: bytes) -> None:
    assert same != CODE
    assert what_it_says("a.py", same) == what_it_says("a.py", CODE)


@pytest.mark.parametrize(
    "other",
    [
        CODE.replace(b"10", b"11"),
        CODE.replace(b"> LIMIT", b">= LIMIT"),
        CODE.replace(b"LIMIT", b"MOST"),
        CODE.replace(b"return", b'"Not the first."\n    return'),
    ],
)
def test_what_code_does_is_said(other: bytes) -> None:
    assert what_it_says("a.py", other) != what_it_says("a.py", CODE)


@pytest.mark.parametrize(
    ("name", "data", "same", "other"),
    [
        ("a.tsv", "# من\nأ\tب\n", "أ\tب\n\n# إلى\n", "أ\tج\n"),
        ("a.txt", "كلمة\n", "# كلمات\n\nكلمة", "كلمات\n"),
        ("a.toml", 'a = "ب" # ج\n', '# ج\n\na   =   "ب"\n', 'a = "ج"\n'),
    ],
)
def test_comments_of_data_say_nothing_and_lines_do(name: str, data: str, same: str, other: str) -> None:
    said = what_it_says(name, data.encode())
    assert (what_it_says(name, same.encode()) == said, what_it_says(name, other.encode()) == said) == (True, False)


def test_every_room_is_there() -> None:
    assert [room for room in (*READING, *RULES) if not files_of([room])] == []


@pytest.mark.django_db
def test_what_the_same_bytes_said_is_remembered() -> None:
    version_of.cache_clear()
    said = version_of(RULES)
    assert LoadMemory.objects.get().standing == said
    LoadMemory.objects.update(standing="known")
    version_of.cache_clear()
    assert version_of(RULES) == "known"
    LoadMemory.objects.update(digest="of other bytes")
    version_of.cache_clear()
    assert version_of(RULES) == said
    assert LoadMemory.objects.get().standing == said
