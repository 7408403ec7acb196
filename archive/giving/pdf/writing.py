"""From the plain data of the compendium to a PDF, by the program beside this module."""

import json
import subprocess
import sys
import threading
from importlib.util import find_spec
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from archive.display.names.language import in_language

from ..asking import Wishes
from ..compendium import Paper, PaperEntry, PaperGroup, build_paper
from ..given import GivenSelection

#: Longer than the longest paper takes on a busy machine; a compiler that hangs is ended.
SECONDS = 120
#: So many papers are set at once in one process of the server; others wait for their turn.
AT_ONCE = 2
_turns = threading.BoundedSemaphore(AT_ONCE)
_HERE = Path(__file__).parent


class NotInstalled(Exception):
    """The library that sets PDF is not on this machine."""


def is_installed() -> bool:
    return all(find_spec(name) is not None for name in ("typst", "fontpkg_amiri", "pypdf"))


def write_pdf(given: GivenSelection, wishes: Wishes) -> bytes:
    """Raises NotInstalled. The program gets no environment: it needs none, and keeps no secret."""
    faces = find_spec("fontpkg_amiri")
    if not is_installed() or faces is None or faces.origin is None:
        raise NotInstalled
    told = json.dumps(_told(build_paper(given, wishes), wishes)).encode()
    template = _HERE / "template" / "paper.typ"
    command = [
        sys.executable,
        "-I",
        str(_HERE / "typesetting.py"),
        str(template),
        str(Path(faces.origin).parent),
    ]
    with _turns:
        done = subprocess.run(command, input=told, capture_output=True, timeout=SECONDS, check=True, env={})
    return done.stdout


def _told(paper: Paper, wishes: Wishes) -> dict[str, Any]:
    before, between, after = (_("الصفحة %(page)s من %(pages)s") % {"page": "\0", "pages": "\0"}).split("\0")
    return {
        "title": paper.title,
        "language": in_language("ar", "en"),
        "rtl": paper.is_rtl,
        "bodies": paper.bodies,
        "head": " – ".join([*paper.bodies[:1], paper.title]),
        "foot": [before, between + after],
        "digit": "١" if wishes.digits == "eastern" and paper.is_rtl else "1",
        "facts": paper.facts,
        "remarks": list(paper.remarks),
        "contents": _("المحتويات"),
        "printed": _("كما طُبع:"),
        "not_accessible": _("في هذه الورقة رموز لا يرسمها الخط، فلا تفي بشروط النفاذ الرقمي."),
        "meetings": [
            {
                "heading": meeting.heading,
                "sources": _("المصدر: %(symbols)s") % {"symbols": _("، ").join(meeting.sources)}
                if meeting.sources
                else "",
                "groups": [_group(group) for group in meeting.groups],
            }
            for meeting in paper.meetings
        ],
    }


def _group(group: PaperGroup) -> dict[str, Any]:
    return {
        "heading": group.heading,
        # Neighbours in one language are one list.
        "lists": [
            {"language": language, "facing": facing, "entries": [_entry(entry) for entry in entries]}
            for (language, facing), entries in groupby(
                group.entries, key=lambda entry: (entry.language, entry.beside is not None)
            )
        ],
    }


def _entry(entry: PaperEntry) -> dict[str, Any]:
    return {
        "label": entry.label,
        "note": entry.note,
        "chapeau": entry.chapeau,
        "language": entry.language,
        "printed": entry.printed,
        "lists": [
            {"language": language, "items": [{"label": one.label, "note": one.note, "text": one.text} for one in items]}
            for language, items in groupby(entry.items, key=lambda item: item.language)
        ],
        "rows": _rows(entry, entry.beside) if entry.beside else [],
    }


def _rows(own: PaperEntry, beside: PaperEntry) -> list[list[dict[str, str]]]:
    """Item beside item, each with its language; nothing where one has none."""
    return [[first or {}, second or {}] for first, second in zip_longest(_cells(own), _cells(beside))]


def _cells(side: PaperEntry) -> list[dict[str, str]]:
    passages = [
        ("chapeau", side.label, side.note, side.chapeau),
        *(("item", item.label, item.note, item.text) for item in side.items),
    ]
    names = ("depth", "label", "note", "text")
    return [{"language": side.language, **dict(zip(names, one, strict=True))} for one in passages]
