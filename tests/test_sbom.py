"""The list of what a server runs is that of the requirements, and every package in it has one exact version."""

import subprocess

from tests.house import ROOT


def listed() -> list[str]:
    done = subprocess.run([ROOT / "script" / "sbom", "--list"], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_every_package_of_a_server_is_listed_with_its_version() -> None:
    files = [ROOT / "requirements.txt", ROOT / "requirements-pdf.txt"]
    lines = [line for file in files for line in file.read_text().splitlines() if line and not line.startswith("#")]
    assert sorted(listed(), key=str.lower) == sorted(
        (line.replace("[binary]", "").replace("==", " ") for line in lines), key=str.lower
    )
    assert [line for line in listed() if len(line.split()) != 2] == []


def test_wrong_use_is_named() -> None:
    done = subprocess.run([ROOT / "script" / "sbom", "--colour"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "sbom: There is no option --colour. See script/sbom --help.\n")
