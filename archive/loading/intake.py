"""From paths to source files with what lies beside them (manifest, errata, treaties, subjects), read once a folder."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.parsing.families import kinds_of
from archive.sources.companions import CompanionError
from archive.sources.errata import FILE_NAME as ERRATA
from archive.sources.errata import ErratumRow, read_errata
from archive.sources.instruments import FILE_NAME as INSTRUMENTS
from archive.sources.instruments import DeclaredInstrument, read_instruments
from archive.sources.manifest import FILE_NAME as MANIFEST
from archive.sources.manifest import Manifest, read_manifest
from archive.sources.reader import SourceText, read_source, sha256_of, source_text
from archive.sources.subjects import FILE_NAME as SUBJECTS
from archive.sources.subjects import Subject, read_subjects

from .changes import Refusal

#: How the names of papers end; what is in a file is told by its bytes (`sources.formats`).
PAPERS = frozenset({".txt", ".docx", ".xml", ".pdf"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A paper in a folder, or one whose bytes are at hand: then `path` is its name alone."""

    path: Path
    manifest: Manifest
    errata: tuple[ErratumRow, ...]
    data: bytes | None = None

    @property
    def name(self) -> str:
        return self.path.name

    def read(self) -> SourceText:
        """Its text. Raises Unreadable."""
        return read_source(self.path) if self.data is None else source_text(self.name, self.data)

    def sha256(self) -> str:
        """Of its bytes; empty where they cannot be read."""
        return sha256_of(self.path) if self.data is None else hashlib.sha256(self.data).hexdigest()

    def size(self) -> int:
        """In bytes; 0 for a file that has gone."""
        if self.data is not None:
            return len(self.data)
        return self.path.stat().st_size if self.path.exists() else 0


@dataclass(frozen=True, slots=True)
class RefusedFile:
    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Intake:
    """The files to load in order, the manifests met, the paths that name nothing, treaties and subjects, the files in
    folders that are of no kind that is read, and those in whose place others came (`kept`)."""

    files: tuple[SourceFile, ...]
    manifests: tuple[Manifest, ...]
    refused: tuple[RefusedFile, ...]
    instruments: tuple[DeclaredInstrument, ...] = ()
    subjects: tuple[Subject, ...] = ()
    passed_over: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()

    @property
    def specimen(self) -> bool:
        return any(manifest.specimen for manifest in self.manifests)


def gather(paths: Sequence[Path]) -> Intake:
    """Folders give their papers, by name; a file is taken as it is named. Raises Refusal for a bad companion file.

    Real papers and the specimen corpus in one load are refused.
    """
    files: dict[Path, SourceFile] = {}
    manifests: dict[Path, Manifest] = {}
    refused: list[RefusedFile] = []
    instruments: dict[str, DeclaredInstrument] = {}
    subjects: dict[str, Subject] = {}
    passed_over: list[str] = []
    for path in paths:
        try:
            found = _papers_at(path)
        except PermissionError:
            refused.append(RefusedFile(str(path), _NO_PERMISSION))
            continue
        if not found:
            refused.append(RefusedFile(str(path), NO_PAPERS))
        elif not path.exists():
            refused.append(RefusedFile(str(path), "لا يوجد ملف ولا مجلد بهذا الاسم. تحقق من المسار."))
            continue
        if path.is_dir():
            passed_over += _of_other_kinds(path)
        folder = path if path.is_dir() else path.parent
        manifest, errata = companions_of(folder)
        manifests[folder] = manifest
        declared = declared_in(folder)
        instruments |= {one.slug: one for one in declared[0]}
        subjects |= {one.slug: one for one in declared[1]}
        for file in found:
            files[file] = SourceFile(file, manifest, errata.get(file.name, ()))
    if len({manifest.specimen for manifest in manifests.values()}) > 1:
        raise Refusal("لا تُحمَّل الوثائق الحقيقية ونماذج التجربة معاً. حمّل كلاً منهما في قاعدة بيانات.")
    return Intake(
        tuple(files.values()),
        tuple(manifests.values()),
        tuple(refused),
        tuple(instruments.values()),
        tuple(subjects.values()),
        tuple(dict.fromkeys(passed_over)),
    )


NO_PAPERS = "ليس في هذا المجلد وثيقة (*.txt أو *.docx أو *.xml أو *.pdf). ضع فيه الوثائق."
_NO_PERMISSION = "لا يسمح النظام بقراءة هذا المجلد أو الملف. امنح المستخدم الذي يشغّل البرنامج حق قراءته."


def _papers_at(path: Path) -> list[Path]:
    """The papers that a path names, by name. Raises PermissionError: a glob finds nothing where it may not look."""
    if not path.is_dir():
        path.exists()  # may not be asked below a folder that is closed
        return [path]
    with os.scandir(path):
        return papers_in(path)


def papers_in(folder: Path) -> list[Path]:
    """The files of a folder that are read as papers, by name."""
    return sorted(one for one in folder.iterdir() if one.suffix.lower() in PAPERS and not _is_nobodys(one))


def _is_nobodys(file: Path) -> bool:
    """Hidden files, and those that Word lays beside a paper while it is open."""
    return file.name.startswith((".", "~$"))


#: What lies beside sources and is read for what it is.
COMPANIONS = frozenset({MANIFEST, ERRATA, INSTRUMENTS, SUBJECTS})


def _of_other_kinds(folder: Path) -> list[str]:
    """The files of a folder that are neither sources nor their companions, by name; hidden ones are nobody's papers."""
    return sorted(
        one.name
        for one in folder.iterdir()
        if one.is_file() and one.suffix.lower() not in PAPERS and one.name not in COMPANIONS and not _is_nobodys(one)
    )


def companions_of(folder: Path) -> tuple[Manifest, dict[str, tuple[ErratumRow, ...]]]:
    """The manifest of a folder and its errata by the name of the file. Raises Refusal."""
    try:
        return read_manifest(folder, kinds_of()), read_errata(folder)
    except CompanionError as error:
        raise Refusal(f"{folder}: {error.sentence}") from error


def declared_in(folder: Path) -> tuple[tuple[DeclaredInstrument, ...], tuple[Subject, ...]]:
    """The treaties and the subjects that a folder declares. Raises Refusal."""
    try:
        return read_instruments(folder), read_subjects(folder)
    except CompanionError as error:
        raise Refusal(f"{folder}: {error.sentence}") from error


def declared_bodies(manifests: Iterable[Manifest]) -> list[str]:
    """The symbols of the bodies that the manifests declare."""
    return [body.symbol for manifest in manifests for body in manifest.bodies]
