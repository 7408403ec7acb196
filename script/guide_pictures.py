"""The pictures of the guide of the desk, taken anew of a running server that holds the specimen corpus.

    script/server --sources sources --database sqlite:////tmp/specimen.sqlite3 --port 8001 --staff amina
    ARCHIVE_STAFF_PASSWORD=… .venv/bin/python script/guide_pictures.py http://127.0.0.1:8001 amina

Writes static/archive-admin/guide/*.png. Whoever changes a page of the desk that the guide shows runs it again.
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from tests.surroundings import browser  # noqa: E402

FOLDER = ROOT / "static" / "archive-admin" / "guide"
WIDTH, HEIGHT = 960, 600
ROWS = "#result_list tbody th a"


def take(base: str, name: str, password: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser(), args=["--no-sandbox", "--disable-background-networking"]
        )
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(f"{base}/admin/login/?next=/admin/")
        page.fill("#id_username", name)
        page.fill("#id_password", password)
        page.click("[type=submit]")
        page.screenshot(path=FOLDER / "start.png")
        page.goto(f"{base}/admin/archive/recommendation/")
        page.screenshot(path=FOLDER / "list.png")
        page.locator(ROWS).first.click()
        page.locator(".parts").wait_for()
        page.screenshot(path=FOLDER / "form.png")
        page.goto(f"{base}/admin/archive/erratum/")
        page.locator(ROWS).first.click()
        page.locator("#erratum_form").wait_for()
        page.screenshot(path=FOLDER / "erratum.png")
        chromium.close()


if __name__ == "__main__":
    if len(sys.argv) != 3 or "ARCHIVE_STAFF_PASSWORD" not in os.environ:
        sys.exit(__doc__)
    take(sys.argv[1].rstrip("/"), sys.argv[2], os.environ["ARCHIVE_STAFF_PASSWORD"])
