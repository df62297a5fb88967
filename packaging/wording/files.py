"""Where translations lie in a checkout, what they hold, and how they are compiled."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from wording import sentences, sources, ts_file
from wording.sources import Text

ENGINE = "Engine"
"""The context of the engine's sentences, as `app.ui.wording_engine` has it."""

LANGUAGES = tuple(ts_file.FORMS)


def folder(root: Path) -> Path:
    """Where translations lie."""
    return root / "resources" / "translations"


def ts_path(root: Path, language: str) -> Path:
    """The file that translators work on."""
    return folder(root) / f"counterpart_{language}.ts"


def qm_path(root: Path, language: str) -> Path:
    """The same, compiled: what the window reads."""
    return folder(root) / f"counterpart_{language}.qm"


def sentences_path(root: Path) -> Path:
    """The templates of the engine's sentences, one a line."""
    return folder(root) / "sentences.txt"


def everything(root: Path) -> list[Text]:
    """All that is translated. Raises `sources.NotPlain`."""
    told = [
        Text(ENGINE, each, False, "resources/translations/sentences.txt")
        for each in sentences.sentences(root)
    ]
    return [*sources.texts(root), *told]


def update(root: Path) -> dict[str, int]:
    """Write all files anew; returns how many texts are unfinished, by language."""
    folder(root).mkdir(parents=True, exist_ok=True)
    templates = "".join(f"{each}\n" for each in sentences.sentences(root))
    sentences_path(root).write_text(templates, "utf-8", newline="\n")
    open_texts = {}
    for language in LANGUAGES:
        path = ts_path(root, language)
        text = ts_file.written(everything(root), ts_file.read(path), language)
        path.write_text(text, "utf-8", newline="\n")
        release(path, qm_path(root, language))
        open_texts[language] = sum(not one.finished for one in ts_file.read(path).values())
    return open_texts


def release(ts: Path, qm: Path) -> None:
    """Compile a file with Qt's lrelease. Raises `CalledProcessError`."""
    command = [_lrelease(), "-silent", "-nounfinished", str(ts), "-qm", str(qm)]
    subprocess.run(command, check=True)


def _lrelease() -> str:
    """Qt's compiler, which comes with the window toolkit."""
    found = find_spec("PySide6")
    here = Path(found.origin).parent if found is not None and found.origin else Path()
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    places = (here / name, here / "Qt" / "libexec" / name)
    return str(next((place for place in places if place.is_file()), name))
