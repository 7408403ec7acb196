"""The papers that staff took in at the desk, among those of the folder of sources: both are loaded alike.

A file is the source of one paper: of a file in the folder and one taken in that are of one name or of one paper, one is
loaded. A file in whose place another was taken in is left where it lies; one of its name that has come since is newer
than the one taken in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings

from archive.models import ArchiveState, Upload
from archive.numbering.given import GivenNumber
from archive.sources.errata import ErratumRow
from archive.sources.manifest import (
    DeclaredBody,
    DeclaredFacts,
    DeclaredRelation,
    Manifest,
)

from .intake import NO_PAPERS, Intake, SourceFile, companions_of, papers_in

#: The facts that staff may state of a file, as the manifest calls them; `relation` is given by its two parts.
FACTS = ("symbol", "body", "kind", "meeting_number", "language", "title", "date", "author")


def with_kept(intake: Intake) -> Intake:
    """The files of the folder and those that were taken in, each paper once."""
    kept = list(Upload.objects.sources_of_papers())
    if not kept:
        return intake
    gone = {tuple(one.replaced) for one in kept if one.replaced}
    newest = {one.name: one for one in kept}
    standing: list[SourceFile] = []
    replaced: list[str] = []
    for file in intake.files:
        sha256 = file.sha256()
        taken = newest.get(file.name)
        if (file.name, sha256) in gone or (taken is not None and taken.sha256 == sha256):
            replaced.append(file.name)
        else:
            standing.append(file)
    in_folder = {file.name for file in standing}
    manifest, errata = folder_companions(specimen=intake.specimen)
    for name, upload in newest.items():
        if name not in in_folder and (name, upload.sha256) not in gone:
            standing.append(file_of(upload, manifest, errata))
    # A folder without papers is no fault where papers come from the desk.
    refused = [one for one in intake.refused if not standing or one.reason != NO_PAPERS]
    return replace(intake, files=tuple(standing), replaced=tuple(replaced), refused=tuple(refused))


def folder_companions(*, specimen: bool | None = None) -> tuple[Manifest, Mapping[str, tuple[ErratumRow, ...]]]:
    """The manifest and the errata of the folder of sources, which hold for what is taken in too; nothing of a folder of
    the other corpus. Raises Refusal for companions that cannot be used.
    """
    folder = Path(settings.ARCHIVE_SOURCES)
    if not folder.is_dir():
        return Manifest(), {}
    manifest, errata = companions_of(folder)
    if specimen is None:
        held = ArchiveState.objects.filter(pk=1).values_list("corpus", flat=True).first()
        specimen = manifest.specimen if not held else held == ArchiveState.Corpus.SPECIMEN
    return (manifest, errata) if manifest.specimen == specimen else (Manifest(specimen=specimen), {})


def file_of(
    upload: Upload, manifest: Manifest, errata: Mapping[str, tuple[ErratumRow, ...]]
) -> SourceFile:
    """What was handed in, as a file to load: its answers are what a manifest says of it."""
    own = replace(
        manifest,
        sources={**manifest.sources, upload.name: facts_of(upload.answers, manifest.sources.get(upload.name))},
        bodies=(*manifest.bodies, *_body_of(upload.answers, manifest)),
    )
    return SourceFile(Path(upload.name), own, errata.get(upload.name, ()), bytes(upload.data or b""))


def facts_of(answers: Mapping[str, Any], declared: DeclaredFacts | None = None) -> DeclaredFacts:
    """What is declared of a file, with what staff answered over it."""
    said = {name: answers[name] for name in FACTS if answers.get(name) not in (None, "")}
    if kind := answers.get("relation"):
        said["relation"] = DeclaredRelation(kind, answers.get("relation_symbol") or None)
    if numbers := answers.get("numbers"):
        said["numbers"] = tuple(GivenNumber(*one) for one in numbers)
    return replace(declared or DeclaredFacts(), **said)


def _body_of(answers: Mapping[str, Any], manifest: Manifest) -> Iterable[DeclaredBody]:
    """The body that staff made known with the file, unless the folder knows it by now."""
    symbol, name = answers.get("body", ""), answers.get("body_name", "")
    known = {body.symbol.upper() for body in manifest.bodies}
    if symbol and name and symbol.upper() not in known:
        yield DeclaredBody(symbol, name, None, None, answers.get("body_term") or "meeting")


def names_of_sources() -> frozenset[str]:
    """Of all files of the archive: those in the folder, and those that were taken in."""
    folder = Path(settings.ARCHIVE_SOURCES)
    lying = {file.name for file in papers_in(folder)} if folder.is_dir() else set()
    return frozenset(lying | set(Upload.objects.sources_of_papers().values_list("name", flat=True)))
