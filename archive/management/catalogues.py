"""The catalogues of messages in locale/: read, brought up to date with what is used, compiled."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as CatalogueMessage
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po
from django.conf import settings
from django.core.management.base import CommandError

from archive.management.extraction import Message

_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)


def catalogue_files() -> list[Path]:
    """Every django.po and djangojs.po under the folders of LOCALE_PATHS, in the order of their languages."""
    return sorted(path for folder in settings.LOCALE_PATHS for path in _files_in(folder))


def own_catalogues() -> list[Path]:
    """Those that hold what our templates and modules say: the files of the first folder."""
    return sorted(_files_in(settings.LOCALE_PATHS[0]))


def _files_in(folder: Path | str) -> Iterator[Path]:
    return Path(folder).glob("*/LC_MESSAGES/django*.po")


def language_of(path: Path) -> str:
    """«en» of locale/en/LC_MESSAGES/django.po."""
    return path.parent.parent.name


def read_catalogue(path: Path) -> Catalog:
    """The catalogue; CommandError with the file, and the line that is not well-formed."""
    try:
        with path.open("rb") as file:
            return read_po(file, locale=language_of(path), abort_invalid=True)
    except PoFileError as error:
        # Its number of a line counts from nought here and from one there: the line itself tells more.
        raise CommandError(f"{path.relative_to(settings.BASE_DIR)} cannot be read: {error.line!r}") from error
    except (OSError, ValueError) as error:
        raise CommandError(f"{path.relative_to(settings.BASE_DIR)} cannot be read: {error}") from error


def compiled(path: Path) -> bytes:
    """The bytes of the .mo file; CommandError as `read_catalogue`."""
    catalogue = read_catalogue(path)
    # Babel would write the minute of now into a head that has no date, and no two compilations were the same.
    catalogue.creation_date = _NO_DATE
    target = BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def brought_up_to_date(path: Path, used: Mapping[Message, Sequence[str]]) -> tuple[Catalog, str]:
    """The catalogue with what is used and nothing else, in the order of `used`, and the text of its file.

    References name files without lines: a line more in a template would else change half of the catalogue.
    The head of the file, its remark and its plural forms, is the translator's and stays as it is.
    """
    catalogue = read_catalogue(path)
    catalogue.update(_wanted(language_of(path), used), no_fuzzy_matching=True, update_creation_date=False)
    target = BytesIO()
    write_po(target, catalogue, omit_header=True, ignore_obsolete=True, include_lineno=False, width=0)
    head = path.read_text("utf-8").partition("\n\n")[0]
    return catalogue, f"{head}\n\n{target.getvalue().decode().strip()}\n"


def untranslated(catalogue: Catalog) -> list[CatalogueMessage]:
    """The messages that lack their translation, or one of its plural forms."""
    texts = ((entry, (entry.string,) if isinstance(entry.string, str) else entry.string or ()) for entry in catalogue)
    return [entry for entry, forms in texts if entry.id and not (forms and all(forms))]


def _wanted(language: str, used: Mapping[Message, Sequence[str]]) -> Catalog:
    """What the catalogue of a language has to say: that of the message ids their plural forms alone."""
    wanted = Catalog(locale=language)
    for message, files in used.items():
        if message.plural is None and language == settings.LANGUAGE_CODE:
            continue
        ids = message.singular if message.plural is None else (message.singular, message.plural)
        wanted.add(ids, locations=[(file, 0) for file in files], context=message.context)
    return wanted
