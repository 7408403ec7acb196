"""What lies beside the sources is looked at before it is read: kind, size, depth."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.sources.companions import COMPANION_LIMIT, CompanionError
from archive.sources.errata import read_errata
from archive.sources.instruments import read_instruments
from archive.sources.manifest import read_manifest
from archive.sources.regular_files import NoRegularFile, TooBig, read_regular_file
from archive.sources.subjects import read_subjects

READERS: dict[str, Callable[[Path], Any]] = {
    "manifest.toml": read_manifest,
    "errata.csv": read_errata,
    "subjects.toml": read_subjects,
    "instruments.toml": read_instruments,
}
NO_FILE = "ليس ملفاً عادياً يُقرأ (جهاز أو أنبوب). ضع مكانه ملفاً نصياً أو احذفه."
TOO_BIG = (
    "حجم الملف يتجاوز 5 ميغابايت، وهو أكبر من أي ملف مرافق. "
    "تحقق من أنه الملف المقصود، أو احذف منه ما لا لزوم له."
)


def refusal(folder: Path, name: str) -> str:
    with pytest.raises(CompanionError) as refused:
        READERS[name](folder)
    return refused.value.sentence


@pytest.mark.parametrize("name", READERS)
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    assert refusal(tmp_path, name) == f"{name}: {NO_FILE}"


@pytest.mark.parametrize("name", READERS)
def test_a_device_without_end_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to("/dev/zero")
    assert refusal(tmp_path, name) == f"{name}: {NO_FILE}"


@pytest.mark.parametrize("name", READERS)
def test_a_file_that_is_larger_than_any_companion_is_not_read(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(1_000_000_000)  # a hole: it takes no room on the disk
    assert refusal(tmp_path, name) == f"{name}: {TOO_BIG}"


@pytest.mark.parametrize("name", READERS)
def test_a_folder_in_the_place_of_a_companion_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert refusal(tmp_path, name) == f"{name}: تعذرت قراءة الملف (Is a directory). تحقق من نوعه ومن حق القراءة."


@pytest.mark.parametrize("name", ["manifest.toml", "subjects.toml", "instruments.toml"])
def test_brackets_without_end_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("a = " + "[" * 100_000)
    assert refusal(tmp_path, name) == f"{name}: أقواس متداخلة أكثر مما يُقرأ. صحّح هذا الموضع."


def test_a_number_of_too_many_digits_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_text("a = " + "9" * 10_000)
    sentence = refusal(tmp_path, "manifest.toml")
    assert (sentence.startswith("manifest.toml: ليس ملف TOML صحيحاً ("), sentence.endswith("صحّح هذا الموضع.")) == (
        True, True,
    )  # fmt: skip


def test_what_grows_while_it_is_read_is_bounded(tmp_path: Path) -> None:
    file = tmp_path / "subjects.toml"
    file.write_bytes(b"#" * COMPANION_LIMIT)
    assert len(read_regular_file(file, COMPANION_LIMIT)) == COMPANION_LIMIT
    assert read_subjects(tmp_path) == ()
    with pytest.raises(TooBig):
        read_regular_file(file, COMPANION_LIMIT - 1)
    with pytest.raises(NoRegularFile):
        read_regular_file(Path("/dev/null"), 10)
