"""How the application answers when the system, a dock or a tray wants it to quit."""

import os
import subprocess
import sys

_PLAY = """
from PySide6.QtCore import QCoreApplication, QEvent
from app.startup import make_application

application = make_application(["counterpart"])
asked = []
for may in (False, True):
    application.may_quit = lambda may=may: asked.append(may) or may
    event = QEvent(QEvent.Type.Quit)
    QCoreApplication.sendEvent(application, event)
    print(may, event.isAccepted())
print(asked)
"""


def test_to_quit_is_the_window_s_to_decide() -> None:
    """While a sync is under way the system is told to wait; the loop is never stopped from outside.

    In a process of its own: there is one application in each.
    """
    played = subprocess.run(
        [sys.executable, "-c", _PLAY],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert played.stdout.splitlines() == ["False False", "True True", "[False, True]"]
