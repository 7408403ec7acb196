"""A program of its own: JSON in, PDF out. It knows nothing of Django; the memory that it takes goes with it.

python typesetting.py TEMPLATE FACES < paper.json > paper.pdf
"""

import json
import sys
from pathlib import Path
from typing import Any


def main() -> int:
    # Optional, and heavy: asked for by this program alone.
    import typst

    template, faces = map(Path, sys.argv[1:3])
    told = sys.stdin.buffer.read().decode()
    options: dict[str, Any] = {
        "root": str(template.parent),
        "font_paths": [str(faces)],
        # Else the paper would depend on the machine.
        "ignore_system_fonts": True,
        "sys_inputs": {"data": told},
        "format": "pdf",
    }
    try:
        paper: bytes = typst.compile(str(template), pdf_standards=["ua-1"], **options)
    except typst.TypstError:
        # A sign that the face does not have may not stand in a paper for every reader: without that promise, and
        # the paper says so.
        data = json.loads(told)
        data["remarks"].append(data["not_accessible"])
        options["sys_inputs"] = {"data": json.dumps(data)}
        paper = typst.compile(str(template), **options)
    sys.stdout.buffer.write(paper)
    return 0


if __name__ == "__main__":
    sys.exit(main())
