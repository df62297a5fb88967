"""What packaging starts from is whole: scripts, papers, the release workflow, the README."""

import ast
import configparser
import plistlib
import re
import xml.etree.ElementTree as ET

import pytest

from bundle import places
from tests.checkout import ROOT

PACKAGING = ROOT / "packaging"
INSTALLER = PACKAGING / "windows" / "installer.nsi"


def test_scripts_and_papers_can_be_read() -> None:
    """Python, desktop entry, AppStream, entitlements: all parse, and name the same program."""
    for path in sorted(PACKAGING.rglob("*.py")):
        if ".build" not in path.parts:
            ast.parse(path.read_text("utf-8"))
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(PACKAGING / "linux" / "counterpart.desktop", "utf-8")
    assert entry["Desktop Entry"]["Exec"] == "counterpart"
    [papers] = (PACKAGING / "linux").glob("*.metainfo.xml")
    component = ET.parse(papers).getroot()  # noqa: S314 - our own file.
    assert component.findtext("id") == places.BUNDLE_ID
    assert component.findtext("launchable") == "counterpart.desktop"
    assert plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())


def test_the_installer_names_only_what_it_is_given() -> None:
    """Every ${NAME} of the script is defined in it, by its maker, or by NSIS' own headers."""
    text = INSTALLER.read_text("utf-8")
    given = {"VERSION", "NUMBERS", "FILES", "ICON", "PICTURE", "LICENCE", "OUT", "SIZE"}
    given |= {"PUBLISHER", "SIGN"}
    own = set(re.findall(r"!define (\w+)", text)) | set(
        re.findall(r"^Section .* (\w+)$", text, re.MULTILINE)
    )
    params = {word for line in re.findall(r"!macro (.*)", text) for word in line.split()[1:]}
    headers = {"If", "IfNot", "OrIfNot", "AndIf", "ElseIf", "EndIf", "RunningX64", "AtLeastWin10"}
    headers |= {
        "DoWhile",
        "Loop",
        "GetParameters",
        "GetOptions",
        "SectionIsSelected",
        "FileExists",
        "LANG_ENGLISH",
    }
    assert set(re.findall(r"\$\{(\w+)\}", text)) - given - own - params - headers == set()


def test_the_installer_takes_away_all_that_it_lays_down() -> None:
    """An upgrade leaves nothing of the old version, and the uninstaller nothing at all."""
    text = INSTALLER.read_text("utf-8")
    macro = text[text.index("!macro DELETE_PROGRAM") :].partition("!macroend")[0]
    folders = set(re.findall(r'RMDir /r "\$\{folder\}\\(\w+)"', macro))
    files = set(re.findall(r'Delete "\$\{folder\}\\([\w.]+)"', macro))
    assert folders == {"bin", "lib", "licences", "runtime"}
    assert files == {"Counterpart.exe", "LICENSE.txt"}


def test_every_block_of_the_installer_is_closed() -> None:
    """Sections, functions, macros, conditions: makensis is on few computers."""
    lines = [line.split(";")[0].strip() for line in INSTALLER.read_text("utf-8").splitlines()]
    blocks = {
        "Section": "SectionEnd",
        "Function": "FunctionEnd",
        "!macro": "!macroend",
        "${If}": "${EndIf}",
        "${DoWhile}": "${Loop}",
        "!ifdef": "!endif",
    }
    begins = {**{one: one for one in blocks}, "${IfNot}": "${If}"}
    open_blocks: list[str] = []
    for line in lines:
        word = line.split(" ")[0]
        if word in begins:
            open_blocks.append(blocks[begins[word]])
        elif word in blocks.values():
            assert open_blocks.pop() == word, line
    assert open_blocks == []


def test_actions_are_pinned() -> None:
    """Each by a commit, which nobody can move, with its version beside it."""
    text = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert used
    for one in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one), one


def test_the_workflow_runs_commands_that_are_there() -> None:
    """Every script that it names is in the checkout."""
    text = (ROOT / ".github/workflows/release.yml").read_text("utf-8").replace("\\", "/")
    scripts = set(re.findall(r"packaging/[\w/]+\.py", text))
    assert {"packaging/build.py", "packaging/check.py", "packaging/macos/finish.py"} <= scripts
    assert all((ROOT / one).is_file() for one in scripts)


TOLD_BY_OTHERS = ("Windows protected your PC", "publisher is unknown", "Apple cannot check", "xcb")
"""In the README's table of troubles: words of Windows, macOS and Qt."""


def troubles() -> list[str]:
    """Every message that the README's table of troubles quotes."""
    text = (ROOT / "README.md").read_text("utf-8")
    table = text.partition("## Troubleshooting")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| *")]
    return [quoted for row in rows for quoted in re.findall(r"\*([^*]+)\*", row)]


@pytest.mark.parametrize("message", troubles())
def test_troubles_are_named_as_they_are_told(message: str) -> None:
    """Who searches the README for what stands on the screen finds it."""
    if any(word in message for word in TOLD_BY_OTHERS):
        return
    sources = [*(ROOT / "app").rglob("*.py"), INSTALLER, PACKAGING / "bundle" / "launcher.c"]
    start = re.split(r"[:…]", message)[0].replace("’", "'")
    told = (path.read_text("utf-8").replace("’", "'") for path in sources)
    assert any(start in re.sub(r'"\n\s*f?"', "", text) for text in told)
