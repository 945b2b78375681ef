"""The program and its peers at the same work, in turn: `make bench` writes RESULTS.md.

`python -m benchmarks.resultats [ROWS …]`; 200 to 200,000 rows unless told (some twenty minutes).
"""

import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from benchmarks.court import CALAMINE, IMPORTS
from benchmarks.demarrage import RIEN, TOURS, VISEES, measure_demarrage
from benchmarks.grands import ANNEE, write_apart
from benchmarks.mesure import RACINE, Cout, measure
from benchmarks.phases import tell_phases

RESULTATS = RACINE / "benchmarks" / "RESULTS.md"
PAIRS = RACINE / ".outils" / "pairs" / "bin" / "python"
SCRIPTS = RACINE / "benchmarks" / "pairs"
EXEMPLE = RACINE / "data" / "sample"
TAILLES = (200, 2_000, 20_000, 200_000)
TERRITOIRES, ACTIONS = 20, 92
_PROGRAMME = [sys.executable, "-m", "rapportpv"]
_OPENPYXL = (
    "import openpyxl; b = openpyxl.load_workbook({!r}, read_only=True); "
    "[list(s.values) for s in b.worksheets]"
)


def tell_check(dossier: Path, tailles: list[int]) -> Iterator[str]:
    """The same constraints elsewhere, and plain reads."""
    yield "## `check` beside others, the same columns and constraints\n"
    yield (
        "25 columns with shared strings. «Less imports» takes off of `check` and of calamine what "
        "ten rows cost them (aims: 3 at 20,000 rows, 2.5 at 200,000, under 1 GB). The others know "
        "6 constraints, this program its 140 rules.\n"
    )
    yield "| rows | runs | program | CPU, s | × calamine | less imports | wall, s | peak MiB |"
    yield "| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |"
    dix = measure(_check_commandes(dossier, 10, pairs=False), 5)
    for lignes in tailles:
        tours = 1 if lignes > 20_000 else 3
        couts = measure(_check_commandes(dossier, lignes), tours)
        calamine = couts["python-calamine, plain read"]
        for nom, cout in couts.items():
            net = ""
            if nom == "rapportpv check" and lignes > 200:
                plein = calamine - dix["python-calamine, plain read"]
                net = f"**{(cout - dix[nom]).cpu / plein.cpu:.2f}**"
            yield (
                f"| {lignes} | {tours} | {nom} | {cout.cpu:.2f} | {cout.cpu / calamine.cpu:.1f} | "
                f"{net} | {cout.mur:.2f} | {cout.memoire:.0f} |"
            )


def tell_croissance(tailles: list[int]) -> Iterator[str]:
    """How each phase of a check grows with the rows."""
    yield "## `check` by phase: CPU by size, and its growth\n"
    yield "An exponent of 1: ten times the rows cost ten times as much. Aim: 1.02.\n"
    yield from tell_phases(tailles)


def _check_commandes(dossier: Path, lignes: int, *, pairs: bool = True) -> dict[str, list[str]]:
    racine = dossier / f"lignes-{lignes}"
    classeur = str(write_apart(racine, lignes))
    commandes = {
        "rapportpv check": [*_PROGRAMME, "check", str(ANNEE), "--dossier", str(racine)],
        "python-calamine, plain read": [sys.executable, "-c", CALAMINE.format(classeur)],
    }
    if pairs:
        valider = [str(PAIRS), str(SCRIPTS / "valider.py")]
        commandes["pandera"] = [*valider, "pandera", classeur]
        commandes["frictionless"] = [*valider, "frictionless", classeur]
        commandes["openpyxl, plain read"] = [str(PAIRS), "-c", _OPENPYXL.format(classeur)]
    return commandes


def tell_build(dossier: Path) -> Iterator[str]:
    """The report of the sample, and what others make of the same figures."""
    modele, sortie = str(dossier / "modele.docx"), str(dossier / "sortie.docx")
    texte = str(dossier / "sortie.md")
    rediger = [str(PAIRS), str(SCRIPTS / "rediger.py")]
    annee = str(EXEMPLE / "2022")
    subprocess.run([*rediger, "modele", modele], check=True)
    subprocess.run([*rediger, "markdown", annee, modele, texte], check=True)
    projet = ["--dossier", str(EXEMPLE), "--sortie", str(dossier)]
    commandes = {
        "rapportpv build 2022": [*_PROGRAMME, "build", "2022", *projet],
        "bare import of its libraries": [sys.executable, "-c", IMPORTS],
        "pandas + docxtpl + matplotlib": [*rediger, "docx", annee, modele, sortie],
        "pandas to Markdown": [*rediger, "markdown", annee, modele, texte],
    }
    if pandoc := shutil.which("pandoc"):
        commandes["pandoc, that Markdown to Word"] = [pandoc, texte, "-o", sortie]
    yield "## `build 2022` beside others\n"
    yield (
        "The others make 8 tables and a picture; this program checks, makes the whole report, its "
        "charts, its map.\n"
    )
    couts = measure(commandes, 7)
    yield from _tell_table(couts, "rapportpv build 2022")
    build = couts["rapportpv build 2022"].cpu
    rapports = (
        (1.7, "bare import of its libraries"),
        (0.5, "pandas + docxtpl + matplotlib"),
    )
    for visee, nom in rapports:
        yield f"\n`build` / {nom}: **{build / couts[nom].cpu:.2f}** (aim {visee:g})"
    if not pandoc:
        yield "\npandoc is not installed here (`apt-get install pandoc`)."


def tell_tableaux(dossier: Path) -> Iterator[str]:
    """What 9,800 more rows of a Word table cost."""
    sortie = str(dossier / "tableau.docx")
    commandes = {
        f"{nom} {lignes}": [*debut, str(lignes), sortie]
        for nom, debut in {
            "rapportpv": [sys.executable, str(RACINE / "benchmarks" / "longue.py")],
            **{
                nom: [str(PAIRS), str(SCRIPTS / "tableaux.py"), nom]
                for nom in ("lxml", "docxtpl", "python-docx")
            },
        }.items()
        for lignes in (200, 10_000)
    }
    couts = measure(commandes, 3)
    noms = dict.fromkeys(commande.rpartition(" ")[0] for commande in commandes)
    ajouts = {nom: couts[f"{nom} 10000"] - couts[f"{nom} 200"] for nom in noms}
    yield "## Long tables in Word: 10,000 rows of 3 columns, less 200\n"
    yield from _tell_table(ajouts, "lxml", {"rapportpv": 2})


def tell_demarrage() -> Iterator[str]:
    """Commands that do next to nothing."""
    yield "## Start-up\n"
    yield "With `python -m`. Typer by itself is most of it.\n"
    yield from _tell_table(measure_demarrage(TOURS), RIEN, VISEES)


def tell_lot(dossier: Path) -> Iterator[str]:
    """A country of territories."""
    pays = dossier / "pays"
    for rang in range(TERRITOIRES):
        write_apart(pays / f"t{rang:03}", ACTIONS)
    lot = [*_PROGRAMME, "lot", "--processus", "1", "--refaire"]
    tous = measure({"tous": [*lot, str(pays), str(ANNEE)]}, 3)["tous"]
    un = measure({"un": [*lot, str(pays / "t000"), str(ANNEE)]}, 3)["un"]
    chacun = (tous - un).cpu / (TERRITOIRES - 1)
    yield "## `lot`: territories of 92 actions, one process\n"
    yield (
        f"{TERRITOIRES} territories: {tous.cpu:.2f} s of CPU, the first {un.cpu:.2f} s; each other "
        f"**{chacun:.3f} s**; 435 would take {un.cpu + 434 * chacun:.0f} s."
    )


def _tell_table(
    couts: dict[str, Cout], reference: str, visees: Mapping[str, float] | None = None
) -> Iterator[str]:
    """The costs as rows; with what ratios aim at, when they are told."""
    visees = visees or {}
    aim, regle = (" aim |", " ---: |") if visees else ("", "")
    yield f"| | CPU, s | × {reference} |{aim} wall, s | peak MiB |"
    yield f"| --- | ---: | ---: |{regle} ---: | ---: |"
    for nom, cout in couts.items():
        rapport = cout.cpu / couts[reference].cpu
        visee = f" {visees.get(nom, '')} |" if visees else ""
        yield (
            f"| {nom} | {cout.cpu:.3f} | {rapport:.2f} |{visee} {cout.mur:.3f} | "
            f"{cout.memoire:.0f} |"
        )


def tell_conditions() -> Iterator[str]:
    """What was measured, with what."""
    noms = ("python-calamine", "pandas", "pydantic", "typer", "docxtpl", "lxml")
    siennes = ", ".join(f"{nom} {version(nom)}" for nom in noms)
    exigences = (SCRIPTS / "exigences.txt").read_text("utf-8").splitlines()
    pairs = ", ".join(li.replace("==", " ") for li in exigences if not li.startswith("#"))
    yield "# Measured\n"
    yield "Written by `make bench`. Each ratio is of medians of runs in turn, CPU being user and"
    yield "system: seconds only place them. What misses its aim, and why: docs/architecture.md.\n"
    yield f"* Python {platform.python_version()}, {siennes}"
    yield f"* peers: {pairs}; pandoc of Debian"


def main() -> None:
    """Measure, and write."""
    tailles = [int(taille) for taille in sys.argv[1:]] or list(TAILLES)
    lignes = list(tell_conditions())
    with tempfile.TemporaryDirectory() as nom:
        dossier = Path(nom)
        for partie in (
            tell_demarrage(),
            tell_build(dossier),
            tell_tableaux(dossier),
            tell_lot(dossier),
            tell_check(dossier, tailles),
            tell_croissance(tailles),
        ):
            lignes.append("")
            for ligne in partie:
                print(ligne, flush=True)
                lignes.append(ligne)
    RESULTATS.write_text("\n".join(lignes) + "\n", "utf-8")


if __name__ == "__main__":
    main()
