"""Citations for managers of references: RIS, BibTeX, CSL-JSON. The text stands in them as the abstract."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from .asking import Wishes, remarks_of
from .characters import sayable
from .cited import CitedText, read_cited
from .given import GivenSelection

# Signs that TeX takes for its own.
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
#: What TeX calls languages.
_NAMES = {"ar": "arabic", "en": "english"}
_TEX_SIGNS = re.compile(r"[\\{}&%$#_~^]")


def write_ris(given: GivenSelection, wishes: Wishes) -> Iterator[bytes]:
    """A line ends an entry's field: the lines of a text become one. The format has no comments: what is to be said of
    the file is a note of its first entry, and of an empty one a line without a tag, which readers pass over."""
    remarks = [_one_line(remark) for remark in remarks_of(given)]
    if not given.count:
        yield "".join(f"{remark}\r\n" for remark in remarks).encode()
    for place, one in enumerate(read_cited(given)):
        day = one.day.strftime("%Y/%m/%d") if one.day else ""
        fields = [
            ("TY", "RPRT"), ("ID", one.key), ("TI", one.title), ("AU", one.author), ("PY", day[:4]), ("DA", day),
            ("CY", one.place), ("PB", _("الأمم المتحدة")), ("M1", one.symbol), ("T2", one.paper), ("SE", one.figure),
            ("LA", ", ".join(one.languages)), ("UR", one.address), ("AB", one.text),
            *(("N1", remark) for remark in remarks if not place),
        ]  # fmt: skip
        lines = [f"{name}  - {_one_line(value)}" for name, value in fields if value]
        yield ("\r\n".join([*lines, "ER  - ", "", ""])).encode()


def write_bibtex(given: GivenSelection, wishes: Wishes) -> Iterator[bytes]:
    for remark in remarks_of(given):
        yield f"% {_one_line(remark)}\n".encode()
    for one in read_cited(given):
        fields = [
            # In braces of its own a name is one name, and a title keeps its letters.
            ("title", f"{{{_tex(one.title)}}}"), ("author", f"{{{_tex(one.author)}}}"),
            ("institution", _("الأمم المتحدة")), ("year", str(one.day.year) if one.day else ""),
            ("month", str(one.day.month) if one.day else ""), ("address", _tex(one.place)),
            ("number", _tex(one.symbol)), ("series", _tex(one.paper)),
            ("language", " and ".join(_NAMES[code] for code in one.languages)),
            ("url", one.address), ("abstract", _tex(one.text)),
        ]  # fmt: skip
        lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields if value)
        yield f"@techreport{{{one.key},\n{lines}\n}}\n\n".encode()


def _one_line(text: str) -> str:
    return " ".join(sayable(text).split())


def _tex(text: str) -> str:
    return _TEX_SIGNS.sub(lambda sign: _TEX[sign[0]], text)


def write_csl(given: GivenSelection, wishes: Wishes) -> Iterator[bytes]:
    """A list of items in the JSON of the Citation Style Language. Remarks on the file are a note of the first item."""
    between = "[\n"
    note = " ".join(_one_line(remark) for remark in remarks_of(given))
    for place, one in enumerate(read_cited(given)):
        item = {**csl_item(one), **({"note": note} if note and not place else {})}
        yield (between + json.dumps(item, ensure_ascii=False)).encode()
        between = ",\n"
    yield b"[]\n" if between == "[\n" else b"\n]\n"


def csl_item(one: CitedText) -> dict[str, Any]:
    item = {
        "id": one.key,
        "type": "report",
        "title": one.title,
        "author": [{"literal": one.author}],
        "issued": {"date-parts": [[one.day.year, one.day.month, one.day.day]]} if one.day else None,
        "publisher": _("الأمم المتحدة"),
        "event-title": one.meeting,
        "event-place": one.place,
        "number": one.symbol,
        "container-title": one.paper,
        "section": one.figure,
        # The format has room for one.
        "language": one.languages[0],
        "URL": one.address,
        "abstract": one.text,
    }
    return {name: value for name, value in item.items() if value}
