"""A real browser engine (Chromium, in Qt WebEngine) without a screen: ``python -m tests.evidence.browser PAGE FILE…``.

Loads the page from disk, gives it each file, prints a verdict a line as JSON. Its own process, because Chromium wants
its switches before Qt starts and leaves threads behind. No network is there to use: the page forbids it.
"""

from __future__ import annotations

import base64
import json
import os
import sys
from pathlib import Path

SWITCHES = "--no-sandbox --disable-gpu"
LIMIT_MS = 60_000

_ASK = """
window.verdicts = [];
(async () => {
  for (const [data, key, witnesses] of %s) {
    const bytes = Uint8Array.from(atob(data), c => c.charCodeAt(0));
    window.verdicts.push(await examine(new Blob([bytes]), key, witnesses));
  }
})().then(() => { document.title = "done"; }, error => { document.title = "error " + error.stack; });
"""


def main(page_file: Path, files: list[Path], org_key: str, witness_keys: list[str]) -> int:
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_CHROMIUM_FLAGS": SWITCHES}
    from PySide6.QtCore import QTimer, QUrl
    from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    profile = QWebEngineProfile()  # without a name it writes nothing to disk
    page = QWebEnginePage(profile)
    asked = json.dumps([[base64.b64encode(file.read_bytes()).decode(), org_key, witness_keys] for file in files])
    failed = [f"no answer within {LIMIT_MS} ms"]

    def told(title: str) -> None:
        if title == "done":
            page.runJavaScript("JSON.stringify(window.verdicts)", 0, finish)
        elif title.startswith("error"):
            failed[0] = title
            application.exit(1)

    def finish(text: str) -> None:
        for verdict in json.loads(text):
            sys.stdout.write(json.dumps(verdict) + "\n")
        application.exit(0)

    page.titleChanged.connect(told)
    page.loadFinished.connect(lambda _: page.runJavaScript(_ASK % asked))
    page.load(QUrl.fromLocalFile(str(page_file)))
    QTimer.singleShot(LIMIT_MS, lambda: application.exit(1))
    code = application.exec()
    if code:
        sys.stderr.write(failed[0] + "\n")
    page.deleteLater()  # before its profile goes
    application.processEvents()
    return code


if __name__ == "__main__":
    page, org_key, witness_keys, *bundles = sys.argv[1:]
    sys.exit(main(Path(page), [Path(each) for each in bundles], org_key, witness_keys.split()))
