"""What a check costs, as ratios: on the sample, and on 20,000 rows with and without formulas.

The sample is set beside a bare import of the libraries; the large programmings beside openpyxl's
own double load of the same file (values, then formulas). Each is run in a process of its own, in
turn; the medians are compared. `python benchmarks/check.py`.
"""

import tempfile
from pathlib import Path
from statistics import median

from build import RACINE, TOURS, measure
from openpyxl import Workbook

from rapportpv.core.zip import read_zip, write_zip

BIBLIOTHEQUES = (  # what it imports; pydantic alone is lazy
    "defusedxml, markdown_it, mdit_py_plugins.footnote, openpyxl, pandas, pydantic.main, "
    "rapidfuzz.distance, rapidfuzz.process, shapely, stdnum.fr.siren, stdnum.fr.siret, typer"
)
DOUBLE = "from openpyxl import load_workbook as l; l({0!r}, data_only=True); l({0!r})"
LIGNES = 20_000
TOURS_LONGS = 3
REGLAGES = """
[territoire]
epci = "Communauté de communes"
sigle = "CC"

[[contrat]]
nom = "Contrat de ville"
debut = 2020
fin = 2026
pilier = [
  { code = "cohesion", libelle = "Cohésion sociale" },
  { code = "emploi", libelle = "Emploi" },
]
"""
FINANCEURS = ("ANCT", "Région", "Département", "CAF", "Communes")
FINANCEUR = """
[[financeur]]
code = "f{0}"
libelle = "{1}"
famille = "Autres"
specifique = {2}
"""
ENTETES = (
    *("N° dossier", "Intitulé de l'action", "Opérateur", "Type d'opérateur", "Pilier", "Statut"),
    *(*FINANCEURS, "Total"),
)
TOTAL = 1000 * sum(range(1, len(FINANCEURS) + 1))


def write_projet(racine: Path, *, formules: bool) -> Path:
    """A project without an anomaly; its totals are formulas that have been computed, or numbers."""
    financeurs = "".join(
        FINANCEUR.format(rang, nom, "true" if rang == 0 else "false")
        for rang, nom in enumerate(FINANCEURS)
    )
    (racine / "2023").mkdir(parents=True)
    (racine / "rapportpv.toml").write_text(REGLAGES + financeurs, "utf-8")
    (racine / "2023" / "annee.toml").write_text(
        'version = "projet"\narrete_le = 2024-07-01\n', "utf-8"
    )
    classeur = Workbook(write_only=True)
    feuille = classeur.create_sheet("Programmation")
    feuille.append(ENTETES)
    montants = [1000 * rang for rang in range(1, len(FINANCEURS) + 1)]
    for numero in range(1, LIGNES + 1):
        mots = (f"Action {numero}", f"Association {numero}", "association")
        classes = ("Emploi" if numero % 2 else "Cohésion sociale", "soutenue")
        total = f"=SUM(G{numero + 1}:K{numero + 1})" if formules else TOTAL
        feuille.append((f"2023-{numero:05}", *mots, *classes, *montants, total))
    chemin = racine / "2023" / "programmation.xlsx"
    classeur.save(chemin)
    parts = read_zip(chemin.read_bytes())
    nom = "xl/worksheets/sheet1.xml"
    calcule = f"<v>{TOTAL}</v>".encode()
    parts[nom] = parts[nom].replace(b"<v></v>", calcule).replace(b"<v/>", calcule)
    parts[nom] = parts[nom].replace(b"<v />", calcule)  # openpyxl computes nothing; Excel does
    chemin.write_bytes(write_zip(parts))
    return chemin


def compare(titre: str, un: list[str], autre: list[str], tours: int) -> None:
    """Print the two medians and their ratio."""
    measure(un), measure(autre)  # byte-code and disk cache
    mesures = [(measure(un).secondes, measure(autre).secondes) for _ in range(tours)]
    temps, reference = (median(secondes) for secondes in zip(*mesures, strict=True))
    print(f"{titre}, medians of {tours} runs")
    print(f"  time    {temps / reference:.2f}  ({temps:.2f} s / {reference:.2f} s)")


def main() -> None:
    """Print the three ratios."""
    check = ["-m", "rapportpv", "check", "--dossier"]
    exemple = [*check, str(RACINE / "data" / "sample")]
    compare("check of the sample / bare import", exemple, ["-c", f"import {BIBLIOTHEQUES}"], TOURS)
    for formules in (False, True):
        with tempfile.TemporaryDirectory() as dossier:
            chemin = write_projet(Path(dossier) / "projet", formules=formules)
            compare(
                f"check of {LIGNES} rows, {'formulas' if formules else 'values'} / double load",
                [*check, str(Path(dossier) / "projet")],
                ["-c", DOUBLE.format(str(chemin))],
                TOURS_LONGS,
            )


if __name__ == "__main__":
    main()
