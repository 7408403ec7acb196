"""What every test may ask for. The database is the one of DATABASE_URL (script/test sets it), else SQLite."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.test import TransactionTestCase, override_settings
from django.utils import translation

from archive.record.held import forget_held
from config.finished_pages import forget_pages
from tests import surroundings
from tests.golden_files import Golden
from tests.own_database import own_database

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

# The same examples in every run: a red run stays red until it is mended. `--hypothesis-profile=wide`
# looks further, with new examples each time. None fails for being slow: that says how busy the machine is.
_PATIENT = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("steady", derandomize=True, database=None, **_PATIENT)
hypothesis.settings.register_profile("wide", max_examples=3000, **_PATIENT)
hypothesis.settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def settings_for_tests() -> Iterator[None]:
    """No collectstatic before the tests, and passwords that cost no second each."""
    storages = {
        **django_settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with override_settings(STORAGES=storages, PASSWORD_HASHERS=hashers):
        yield


@pytest.fixture(autouse=True)
def arabic() -> None:
    """Every test begins in Arabic, whichever address the test before it asked for."""
    translation.activate(django_settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def nothing_held_in_memory() -> None:
    """Every test has its own archive, and none knows the states of another."""
    forget_held()
    forget_pages()


@pytest.fixture
def django_assert_num_queries(django_assert_num_queries: Any) -> Any:
    """Of a page that is made: a finished one asks for the token alone."""

    def asserting(number: int) -> Any:
        forget_pages()
        return django_assert_num_queries(number)

    return asserting


@pytest.fixture
def empty_database(db: None, tmp_path: Path) -> Iterator[str]:
    """The address of a database of the test's own, for programs that it runs."""
    with own_database(tmp_path) as address:
        yield address


#: What asks for a database, but for what no database changes: how pages look and move in a browser.
ONCE = ("tests/browser/",)
#: One whole path through a browser is walked on every database.
EVERYWHERE = ("tests/browser/test_paths.py",)
_DATABASE = {"db", "transactional_db", "live_server"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """`once` for every test that may not ask the database (pytest-django lets no other), and for what is in ONCE."""
    _leave_out_faults(config, items)
    for item in items:
        place = item.nodeid
        looks_alike = place.startswith(ONCE) and not place.startswith(EVERYWHERE)
        if looks_alike or not _asks_a_database(item):
            item.add_marker(pytest.mark.once)


def _leave_out_faults(config: pytest.Config, items: list[pytest.Item]) -> None:
    """They kill and wait for minutes: they run where they are asked for, by their mark or by their place."""
    asked = "faults" in config.option.markexpr or any("faults" in argument for argument in config.args)
    left_out = [] if asked else [item for item in items if item.get_closest_marker("faults")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("faults")]


def _asks_a_database(item: pytest.Item) -> bool:
    case = getattr(item, "cls", None)
    return (
        item.get_closest_marker("django_db") is not None
        or bool(_DATABASE & set(getattr(item, "fixturenames", ())))
        or (isinstance(case, type) and issubclass(case, TransactionTestCase))
    )


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a value with its file in tests/golden, or writes the file (--update-golden)."""
    return Golden(update=request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def real_sources() -> Path:
    """The folder of the five real sources; skips where they are not there."""
    folder = surroundings.real_sources()
    if folder is None:
        pytest.skip(surroundings.NO_SOURCES)
    return folder


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The system's Chromium, started once a process; skips where there is none."""
    path = surroundings.browser()
    if path is None:
        pytest.skip(surroundings.NO_BROWSER)
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop running in this thread, where Django would refuse its ORM.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-background-networking"],
            env={**os.environ, **short_tmpdir()},
        )
        chromium.new_context = _patient_contexts(chromium.new_context)  # type: ignore[method-assign]
        yield chromium
        chromium.close()


def _patient_contexts(new_context: "Callable[..., BrowserContext]") -> "Callable[..., BrowserContext]":
    """Contexts that wait long. A worker asks for pages in the background, also while a test ends: only
    `worker=True` has one.
    """

    def make(*, worker: bool = False, **options: Any) -> "BrowserContext":
        context = new_context(**options)
        # No measure of anything: a busy machine is slow.
        context.set_default_timeout(120_000)
        if not worker:
            context.add_init_script("delete Navigator.prototype.serviceWorker")
        return context

    return make


def short_tmpdir() -> dict[str, str]:
    """Chromium opens a socket in TMPDIR, and the path of a socket ends at about a hundred bytes."""
    return {"TMPDIR": "/tmp"} if len(os.environ.get("TMPDIR", "").encode()) > 60 else {}


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """An empty page of its own context, 1440 × 900."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()
