"""What stands in deploy/ fits the archive: variables, paths and programs are those that there are."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.surroundings import ROOT

DEPLOY = ROOT / "deploy"
#: For the machine of whoever writes the code, never for a server.
_NOT_DEPLOYED = {"DJANGO_DEBUG"}
_SYSTEMD = shutil.which("systemd-analyze")
_LOGROTATE = shutil.which("logrotate", path="/usr/sbin:/usr/bin")


def understood() -> set[str]:
    """The variables that the archive reads, by its one reader."""
    code = (ROOT / "config" / "environment.py").read_text()
    return set(re.findall(r'_(?:text|flag|names)\("([A-Z_]+)"\)', code))


def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return read


def test_the_example_names_every_variable_that_the_archive_reads_and_no_other() -> None:
    """Those that may stay away are there as a comment."""
    named = re.findall(r"^#? ?([A-Z_]+)=", (DEPLOY / "environment.example").read_text(), re.MULTILINE)
    assert sorted(named) == sorted(understood() - _NOT_DEPLOYED)


def test_the_readme_names_every_variable() -> None:
    text = (ROOT / "README.md").read_text()
    assert [name for name in sorted(understood() - _NOT_DEPLOYED) if f"`{name}" not in text] == []


def test_compose_sets_and_mounts_what_there_is() -> None:
    services = compose()["services"]
    assert set(services) == {"database", "archive", "proxy"}
    assert set(services["archive"]["environment"]) <= understood()
    sources = services["archive"]["environment"]["ARCHIVE_SOURCES"]
    assert [one.split(":")[1] for one in services["archive"]["volumes"]] == [sources]
    build = services["archive"]["build"]
    assert (DEPLOY / build["context"]).resolve() == ROOT and (ROOT / build["dockerfile"]).is_file()
    # Of what the proxy is given of this folder, everything is there, and nothing of it is secret.
    own = [one.split(":") for one in services["proxy"]["volumes"] if one.startswith(".")]
    assert [(DEPLOY / here).is_file() for here, _there, _how in own] == [True] * len(own)
    assert {how for _here, _there, how in own} == {"ro"}
    configuration = (DEPLOY / "nginx.conf").read_text()
    assert [there for _here, there, _how in own if there.startswith("/srv/")] == [
        f"{root}/archive-unavailable.html" for root in re.findall(r"root (/srv/\S+);", configuration)
    ]


def test_what_is_secret_is_neither_in_the_image_nor_in_git() -> None:
    named = {compose()["services"]["archive"]["env_file"], *(one["file"] for one in compose()["secrets"].values())}
    assert named == {"environment", "password"}
    ignored = (ROOT / ".dockerignore").read_text().split()
    assert [name for name in named if f"deploy/{name}" not in ignored] == []
    kept = subprocess.run(
        ["git", "check-ignore", "--no-index", *(f"deploy/{name}" for name in sorted(named))],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert kept.stdout.split() == [f"deploy/{name}" for name in sorted(named)]


def test_the_image_calls_functions_and_files_that_there_are() -> None:
    image = (DEPLOY / "Dockerfile").read_text()
    (steps,) = re.findall(r"bash -c '\. script/environment && (.+?)'", image)
    functions = (ROOT / "script" / "environment").read_text()
    assert [one for one in steps.split(" && ") if f"\n{one.split()[0]}() " not in functions] == []
    assert (ROOT / re.findall(r'^CMD \["(.+?)"\]', image, re.MULTILINE)[0]).is_file()


def _here(folder: Path, name: str) -> Path:
    """A unit as it stands on a server, with the paths of this machine."""
    text = (DEPLOY / name).read_text()
    for written, here in {"/srv/archive/app": str(ROOT), "/etc/archive": str(folder)}.items():
        text = text.replace(written, here)
    (folder / name).write_text(text)
    return folder / name


@pytest.mark.skipif(_SYSTEMD is None, reason="no systemd-analyze on this machine (Debian: apt install systemd)")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    units = [_here(tmp_path, name) for name in sorted(one.name for one in DEPLOY.glob("archive*.[st]*e*r*"))]
    assert [one.name for one in units] == ["archive-backup.service", "archive-backup.timer", "archive.service"]
    said = subprocess.run(
        [_SYSTEMD or "", "verify", "--man=no", *units], capture_output=True, text=True, check=False
    )  # fmt: skip
    ours = [line for line in said.stderr.splitlines() if "archive" in line and "Failed to" not in line]
    assert (said.returncode, ours) == (0, []), said


@pytest.mark.skipif(_LOGROTATE is None, reason="no logrotate on this machine (Debian: apt install logrotate)")
def test_logrotate_turns_the_logs_of_the_proxy(tmp_path: Path) -> None:
    configuration, logs = tmp_path / "logrotate", tmp_path / "log"
    logs.mkdir(mode=0o755)
    text = (DEPLOY / "logrotate").read_text()
    names = re.findall(r"/var/log/nginx/(\S+)", text)
    assert [f"access_log /var/log/nginx/{names[0]} ", f"error_log /var/log/nginx/{names[1]} "] == [
        *re.findall(r"(?:access|error)_log /var/log/nginx/\S+ ", (DEPLOY / "nginx.conf").read_text())
    ]
    text = text.replace("/var/log/nginx", str(logs)).replace("www-data adm", "root root")
    configuration.write_text(text.replace("/run/nginx.pid", str(tmp_path / "none.pid")))
    configuration.chmod(0o644)
    for name in names:
        (logs / name).write_text("a line\n")
    said = subprocess.run(
        [_LOGROTATE or "", "--force", "--state", tmp_path / "state", configuration],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    turned = {one.name: one.read_text() for one in logs.iterdir()}
    assert (said.returncode, turned) == (0, {**dict.fromkeys(names, ""), **{f"{one}.1": "a line\n" for one in names}})
