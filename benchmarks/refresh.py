"""What a refresh costs: beside a build of the same year, and as the document grows to 300 pages.

User CPU, each in a process of its own, in turn; the medians are compared. The report of the sample
is refreshed after one amount has changed. `python benchmarks/refresh.py`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from copy import deepcopy
from pathlib import Path
from statistics import median

RACINE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(RACINE))

from rapportpv.core.zip import read_zip, write_zip  # noqa: E402
from rapportpv.word.ooxml import parse, serialise, w  # noqa: E402
from tools.exemples_publication import change_amount  # noqa: E402

EXEMPLE = RACINE / "data" / "sample"
TOURS = 5
COPIES = (0, 3, 6, 12)  # of the body, some 27 pages each
FICHIER = "rapport-2022-projet.docx"


def run(*arguments: str, dossier: Path) -> float:
    """The user CPU that a command takes."""
    processus = subprocess.Popen(
        [sys.executable, "-m", "rapportpv", *arguments], cwd=dossier, stdout=subprocess.DEVNULL
    )
    _, etat, usage = os.wait4(processus.pid, 0)
    processus.returncode = os.waitstatus_to_exitcode(etat)
    if processus.returncode:
        raise SystemExit(f"{arguments}: {processus.returncode}")
    return usage.ru_utime


def grow(contenu: bytes, copies: int) -> tuple[bytes, int]:
    """The report with its own words copied so many times after it, and its paragraphs."""
    parts = read_zip(contenu)
    racine = parse(parts["word/document.xml"])
    corps = racine.find(w("body"))
    assert corps is not None
    blocs = [bloc for bloc in corps if bloc.tag in (w("p"), w("sdt"))]
    for _ in range(copies):
        for bloc in blocs:
            copie = deepcopy(bloc)
            for element in list(
                copie.iter(w("sdtPr"), w("bookmarkStart"), w("bookmarkEnd"), w("drawing"))
            ):
                parent = element.getparent()
                assert parent is not None
                parent.remove(element)
            corps[-1].addprevious(copie)
    parts["word/document.xml"] = serialise(racine)
    return write_zip(parts), len(list(racine.iter(w("p"))))


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as travail:
        projet = Path(travail) / "projet"
        shutil.copytree(EXEMPLE, projet)
        run("build", "2022", "--sortie", "avant", dossier=projet)
        change_amount(projet)
        contenu = (projet / "avant" / FICHIER).read_bytes()
        builds = [run("build", "2022", "--sortie", f"b{n}", dossier=projet) for n in range(TOURS)]
        print(f"build: {median(builds):.2f} s of CPU")
        for copies in COPIES:
            gros, paragraphes = grow(contenu, copies)
            temps = []
            for tour in range(TOURS):
                dossier = projet / f"r{copies}-{tour}"
                dossier.mkdir()
                (dossier / FICHIER).write_bytes(gros)
                temps.append(run("refresh", f"{dossier.name}/{FICHIER}", "2022", dossier=projet))
            rapport = median(temps) / median(builds)
            print(f"refresh, {paragraphes} paragraphs: {median(temps):.2f} s, {rapport:.2f} build")


if __name__ == "__main__":
    main()
