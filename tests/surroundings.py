"""What the machine offers to the tests: real sources, a browser, a checker of HTML. For conftest and script/suite."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

NO_SOURCES = "the five real sources are not there; they belong in ../shared/sources, beside the repository"
NO_BROWSER = "no Chromium on this machine (Debian, Ubuntu: apt install chromium)"
NO_OFFICE = "no LibreOffice on this machine (Debian, Ubuntu: apt install libreoffice-writer poppler-utils)"
NO_PROXY = "no nginx on this machine (Debian, Ubuntu: apt install nginx-light openssl)"
NO_CHECKER = "no Nu HTML checker: it needs java and npm (Debian, Ubuntu: apt install default-jre-headless npm)"

# Fetched by script/test, in the version that tests/checker/package-lock.json names.
_CHECKER = ROOT / "var" / "checker" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC_BROWSERS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def real_sources() -> Path | None:
    """The folder of the real sources, or None."""
    folder = ROOT.parent / "shared" / "sources"
    return folder.resolve() if any(folder.glob("*.txt")) else None


def browser() -> str | None:
    """The path of the system's Chromium, or None."""
    return next(filter(None, map(shutil.which, (*_BROWSERS, *_MAC_BROWSERS))), None)


def office() -> str | None:
    """The path of LibreOffice, or None; poppler's tools read what it prints."""
    return shutil.which("soffice") if shutil.which("pdftotext") else None


def proxy() -> str | None:
    """The path of nginx, or None; openssl makes it a certificate."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    return found if shutil.which("openssl") else None


def browser_version() -> str | None:
    """«Chromium 140.0.7339.80 (/usr/bin/chromium)», or None."""
    path = browser()
    if path is None:
        return None
    answer = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=300)
    return f"{answer.stdout.strip()} ({path})" if answer.returncode == 0 else None


def html_checker() -> list[str] | None:
    """The command of the Nu HTML checker, to which options and files are added; or None."""
    java = shutil.which("java")
    return [java, "-Xss4m", "-jar", str(_CHECKER)] if java and _CHECKER.exists() else None
