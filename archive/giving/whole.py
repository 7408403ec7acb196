"""The whole archive to take away: records as JSON Lines and as a SQLite file with a schema of its own.

Both are made of what the interface for programs gives out, so nothing is in them that readers may not see.
"""

import gzip
import hashlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from archive.api.fields import MEETING, RECOMMENDATION, TOPIC, WHOLE_DOCUMENT
from archive.api.rows import counted, meetings, topics, whole_documents
from archive.models import Recommendation
from archive.models.portions import in_own_order
from archive.models.publication import as_readers_see

from .given import PORTION

LINES, DATABASE = "archive.jsonl.gz", "archive.sqlite3.gz"
#: What `sha256sum --check` reads.
SUMS = "SHA256SUMS"
NAMES = (LINES, DATABASE, SUMS)

Record = dict[str, Any]
Absolute = Callable[[str], str]

#: Table → its columns, the first its key where one is enough.
SCHEMA = {
    "meetings": "slug PRIMARY KEY, url, body, body_symbol, body_name, number, title, place, start, end, held_in, note",
    "agenda_items": "meeting, number, label, title, parent",
    "documents": "slug PRIMARY KEY, url, symbol, job_number, kind, title, language, date, author, body, meeting",
    "paragraphs": "document, anchor, number, printed_number, text, printed_text",
    "footnotes": "document, anchor, marker, text, printed_text",
    "recommendations": "locator PRIMARY KEY, url, meeting, number, agenda_item, text, printed_text, chapeau, document,"
    " provisional",
    "subparagraphs": "locator PRIMARY KEY, recommendation, label, position, text",
    "operative_clauses": "recommendation, position, phrase, class, addressees, actors",
    "citations": "recommendation, kind, instrument, article, paragraph, locator, symbol, text",
    "topics": "slug PRIMARY KEY, url, name, name_en, description, parent",
    "recommendation_topics": "recommendation, topic",
}


def read_records(absolute: Absolute) -> Iterator[tuple[str, Record]]:
    """Kind and record of everything, in the order of the lists in JSON."""
    for meeting in chain.from_iterable(in_own_order(meetings().in_official_order(), PORTION)):
        yield "meeting", MEETING.represent(meeting, absolute)
    for document in chain.from_iterable(in_own_order(whole_documents().newest_first(), 20)):
        yield "document", WHOLE_DOCUMENT.represent(document, absolute)
    for topic in counted(topics().in_tree_order()):
        yield "topic", TOPIC.represent(topic, absolute)
    rows = Recommendation.objects.public().for_display().with_meaning().in_official_order()
    for row in chain.from_iterable(in_own_order(rows, PORTION)):
        yield "recommendation", RECOMMENDATION.represent(row, absolute)


@as_readers_see()
def build_files(folder: Path, absolute: Absolute, is_so_still: Callable[[], bool] = lambda: True) -> None:
    """Write the files of NAMES into a new folder of this name. It is there whole or not at all.

    Nor is it there where `is_so_still` says, after all was read, that the data is in another state by now.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        making = Path(name) / "data"
        making.mkdir()
        database = Path(name) / "archive.sqlite3"
        with (
            sqlite3.connect(database) as connection,
            gzip.open(making / LINES, "wt", encoding="utf-8") as lines,
        ):
            for table, columns in SCHEMA.items():
                connection.execute(f"CREATE TABLE {table} ({columns})")
            for kind, record in read_records(absolute):
                lines.write(json.dumps({"record": kind, **record}, ensure_ascii=False) + "\n")
                for table, values in rows_of(kind, record):
                    marks = ", ".join("?" * len(values))
                    connection.execute(f"INSERT INTO {table} VALUES ({marks})", values)
        connection.close()
        with database.open("rb") as whole, gzip.open(making / DATABASE, "wb") as packed:
            shutil.copyfileobj(whole, packed)
        sums = (
            f"{hashlib.sha256((making / one).read_bytes()).hexdigest()}  {one}\n" for one in (LINES, DATABASE)
        )
        (making / SUMS).write_text("".join(sums))
        if is_so_still() and not folder.exists():
            making.rename(folder)


def rows_of(kind: str, record: Record) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The rows of the SQLite file that a record fills: (table, values in the order of its columns)."""
    match kind:
        case "meeting":
            body = record["body"]
            yield "meetings", (
                *_some(record, "slug url"), *_some(body, "slug symbol name"),
                *_some(record, "number title place start end held_in note"),
            )  # fmt: skip
            for item in record["agenda"]:
                yield "agenda_items", (record["slug"], *_some(item, "number label title parent"))
        case "document":
            yield "documents", (
                *_some(record, "slug url symbol job_number kind title language date author"),
                (record["body"] or {}).get("slug"), (record["meeting"] or {}).get("slug"),
            )  # fmt: skip
            for one in record["paragraphs"]:
                yield (
                    "paragraphs",
                    (record["slug"], *_some(one, "anchor number printed_number text printed_text")),
                )
            for one in record["footnotes"]:
                yield "footnotes", (record["slug"], *_some(one, "anchor marker text printed_text"))
        case "topic":
            yield "topics", tuple(_some(record, "slug url name name_en description parent"))
        case "recommendation":
            yield from _recommendation(record)


def _recommendation(record: Record) -> Iterator[tuple[str, tuple[Any, ...]]]:
    own = record["locator"]
    item = (record["agenda_item"] or {}).get("number")
    yield "recommendations", (
        *_some(record, "locator url"), record["meeting"]["slug"], record["number"], item,
        *_some(record, "text printed_text chapeau"), record["source"]["document"], int(record["provisional"]),
    )  # fmt: skip
    for one in record["subparagraphs"]:
        yield "subparagraphs", (one["locator"], own, *_some(one, "label position text"))
    for position, one in enumerate(record["operative"], 1):
        codes = (" ".join(one[name]) for name in ("addressees", "actors"))
        yield "operative_clauses", (own, position, one["phrase"], one["class"], *codes)
    for one in record["citations"]:
        yield "citations", (own, *_some(one, "kind instrument article paragraph locator symbol text"))
    for one in record["topics"]:
        yield "recommendation_topics", (own, one["slug"])


def _some(record: Record, names: str) -> list[Any]:
    return [record[name] for name in names.split()]
