"""Pictures as script/pictures takes them: nineteen kinds of pages × three widths × two themes × two languages.

Each stands in var/pictures/KIND/; var/pictures/KIND.png shows the twelve of a kind together.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from html import escape
from pathlib import Path
from urllib.parse import quote

import django
from playwright.sync_api import Browser, sync_playwright

from tests import surroundings

FOLDER = surroundings.ROOT / "var" / "pictures"
#: Width → height of the window. A picture goes on below it, but not without end.
WIDTHS = {360: 780, 768: 1024, 1440: 900}
THEMES = ("light", "dark")
LANGUAGES = {"ar": "", "en": "/en"}
LONGEST = 2600
#: Two languages below each other, two themes side by side, three widths each.
SHEET_STYLE = """
  body { margin: 8px; display: grid; grid-template-columns: repeat(2, 200px 330px 560px); gap: 10px;
         align-items: start; font: 12px sans-serif; background: #999; }
  figure { margin: 0; }
  img { width: 100%; max-height: 1100px; object-fit: cover; object-position: top; }
"""


def main(address: str = "", *wanted: str) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from tests.browser.kinds import KINDS, addresses
    from tests.browser.served import serving, telling_names

    path = surroundings.browser()
    if path is None:
        print(f"pictures: {surroundings.NO_BROWSER}", file=sys.stderr)
        return 1
    paths = addresses(telling_names())
    with nullcontext(address.rstrip("/")) if address else serving() as site, sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        for kind in wanted or KINDS:
            taken = list(take(browser, site, kind, quote(paths[kind], safe="/?&=,")))
            join(browser, kind, taken)
            print(f"{kind}: {len(taken)} pictures", flush=True)
        browser.close()
    print(f"They stand in {FOLDER.relative_to(surroundings.ROOT)}/.")
    return 0


def take(browser: Browser, site: str, kind: str, path: str) -> Iterator[Path]:
    folder = FOLDER / kind
    folder.mkdir(parents=True, exist_ok=True)
    for language, prefix in LANGUAGES.items():
        for theme in THEMES:
            for width, height in WIDTHS.items():
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=theme, service_workers="block"
                )
                page = context.new_page()
                page.goto(f"{site}{prefix}{path}", wait_until="load")
                # The window grows to the page: what is a window high stays so, and nothing is sewn together.
                whole = page.evaluate("document.documentElement.scrollHeight")
                page.set_viewport_size({"width": width, "height": min(LONGEST, max(height, whole))})
                target = folder / f"{language}-{theme}-{width}.png"
                page.screenshot(path=target)
                context.close()
                yield target


def join(browser: Browser, kind: str, pictures: list[Path]) -> None:
    """One picture of them all, each narrow enough to be seen beside the others."""
    shown = "".join(
        f'<figure><img src="{picture.as_uri()}"><figcaption>{escape(picture.stem)}</figcaption></figure>'
        for picture in pictures
    )
    sheet = FOLDER / kind / "all.html"
    sheet.write_text(f'<!DOCTYPE html><meta charset="utf-8"><style>{SHEET_STYLE}</style>{shown}', "utf-8")
    page = browser.new_page(viewport={"width": 2250, "height": 800})
    page.goto(sheet.as_uri())
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{kind}.png", full_page=True)
    page.close()
    sheet.unlink()


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
