"""Write the workbooks of docs/exemple: `python -m tools.exemple`."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from rapportpv.reading.settings import load_reglages
from rapportpv.scaffold.annee import render_classeur
from rapportpv.scaffold.reprise import Reprise
from rapportpv.year.sujets import PLANS
from tools.exemple.donnees import COMMUNES, HISTORIQUE, QUARTIERS, RANGEES
from tools.exemple.insee import render_insee

EXEMPLE = Path(__file__).parents[2] / "docs" / "exemple"
ANNEE = 2024


def render_exemple() -> dict[Path, bytes]:
    """The workbooks of the example, as `init` lays them down and with their rows."""
    reglages, _ = load_reglages(EXEMPLE, PLANS)
    contrat = reglages.contrat_de(ANNEE) if reglages else None
    if reglages is None or contrat is None:
        raise SystemExit("docs/exemple/rapportpv.toml: rapportpv check --dossier docs/exemple")
    listes = {
        "Communes": [str(rangee["commune"]) for rangee in COMMUNES],
        "Quartiers": [str(rangee["nom"]) for rangee in QUARTIERS],
    }
    reprise = Reprise(RANGEES, listes)
    fichiers = dict.fromkeys(plan.fichier for plan in PLANS if plan.nom in RANGEES)
    return {
        EXEMPLE / "historique.xlsx": render_historique(),
        **{EXEMPLE / str(ANNEE) / "insee" / nom: lus for nom, lus in render_insee().items()},
        **{
            EXEMPLE / str(ANNEE) / nom: render_classeur(nom, ANNEE, reglages, contrat, reprise)
            for nom in fichiers
        },
    }


def render_historique() -> bytes:
    """The workbook of the years before, whose values are made up and say so."""
    octets = BytesIO()
    classeur = Workbook(octets, {"in_memory": True})
    classeur.set_properties({"created": datetime(2024, 1, 1)})
    feuille = classeur.add_worksheet("Historique")
    feuille.set_column(0, 0, 42)
    feuille.write(0, 0, "Chiffres des années d’avant : valeurs inventées pour l’exemple")
    rangees = [("Chiffre", *range(ANNEE - 4, ANNEE)), *HISTORIQUE]
    for numero, rangee in enumerate(rangees, start=2):
        feuille.write_row(numero, 0, rangee)
    classeur.close()
    return octets.getvalue()


if __name__ == "__main__":
    for chemin, octets in render_exemple().items():
        chemin.parent.mkdir(parents=True, exist_ok=True)
        chemin.write_bytes(octets)
