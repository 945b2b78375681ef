"""PV2xx: words that must be of a list, and names that must be written one way."""

from pathlib import Path
from typing import Any

from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.subjects.fonds_de_concours.sheet import FONDS_DE_CONCOURS
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from rapportpv.subjects.territoire.sheet import QUARTIERS
from tests.fautes.faute import Faute, Semeur
from tests.fautes.feuille import Feuille, open_feuille, write

ACTION = "Parcours citoyen des jeunes"
LIEU = "2022/programmation.xlsx › Programmation › {cellules}"
COMMUN = 11  # columns that all the grants of a project share, N° dossier to Coût total


def misname_pilier(projet: Path) -> dict[str, str]:
    """One misspelt pilier on several rows."""
    with open_feuille(projet, PROGRAMMATION) as feuille:
        actions = (ACTION, "Maison des familles", "Bibliothèque de rue")
        adresses = [feuille.adresse(action, "Pilier") for action in actions]
        for adresse in adresses:
            feuille[adresse] = "Cohésion social"
        return {"cellules": ", ".join(adresses)}


def pull_siret(projet: Path) -> dict[str, str]:
    """A SIRET pulled down over the opérateurs below."""
    with open_feuille(projet, PROGRAMMATION) as feuille:
        lettre = feuille.colonne("SIRET")
        debut = feuille.entete + 1
        for ligne in range(debut, debut + 12):
            feuille[f"{lettre}{ligne}"] = "73282932000074"
        return {"cellules": ", ".join(f"{lettre}{n}" for n in range(debut, debut + 12))}


def write_longue(texte: str, entete: str, valeur: str | None) -> Semeur:
    """Types a value in the programming as the portals export it: one row a grant."""

    def semer(projet: Path) -> dict[str, str]:
        lengthen(projet)
        return write(PROGRAMMATION, texte, entete, valeur)(projet)

    return semer


def lengthen(projet: Path) -> None:
    """Make the wide programming a long one."""
    with open_feuille(projet, PROGRAMMATION) as feuille:
        lignes = list(_list_subventions(feuille))
        feuille.unmerge(feuille.entete)
        feuille.page.delete_rows(feuille.entete, feuille.page.max_row)
        for rang, ligne in enumerate(lignes, start=feuille.entete):
            for colonne, valeur in enumerate(ligne, start=1):
                feuille.page.cell(rang, colonne, valeur)


def _list_subventions(feuille: Feuille) -> list[list[Any]]:
    """The long form of a wide sheet: its headings, then a row for each grant."""
    page, financeurs = feuille.page, feuille.financeurs
    entetes = [cellule.value for cellule in page[feuille.entete][:COMMUN]]
    lignes = [[*entetes, "Financeur", "Montant"]]
    for numero in feuille.donnees:
        projet = [cellule.value for cellule in page[numero][:COMMUN]]
        payes = [lettre for lettre in financeurs if feuille[f"{lettre}{numero}"]]
        for lettre in payes:
            payeur = feuille[f"{lettre}{feuille.entete}"]
            lignes.append([*projet, payeur, feuille[f"{lettre}{numero}"]])
        if not payes:
            lignes.append([*projet, None, None])
    return lignes


def misname_axe(projet: Path) -> dict[str, str]:
    """A section of the FCS under another title than that of its axe."""
    titre = "2. Aider au déploiement d'une action locale exemplaire à une échelle intercommunale"
    with open_feuille(projet, FCS) as feuille:
        cellule = f"A{feuille.ligne(titre)}"
        feuille[cellule] = titre.replace("2. Aider", "Aides")
        return {"cellules": cellule}


FAUTES = (
    Faute(
        "PV102",
        write_longue("Département", "Financeur", None),
        LIEU,
        variante="financeur",
    ),
    Faute("PV201", misname_pilier, LIEU, "Écrivez « Cohésion sociale »."),
    Faute(
        "PV202",
        write_longue("Département", "Financeur", "Départment du Pas-de-Calais"),
        LIEU,
        "Écrivez « Département du Pas-de-Calais ».",
    ),
    Faute(
        "PV203", write(PROGRAMMATION, ACTION, "Statut", "soutenne"), LIEU, "Écrivez « soutenue »."
    ),
    Faute(
        "PV204",
        misname_axe,
        "2022/fcs.xlsx › FCS › {cellules}",
        "Écrivez « Aider au déploiement d'une action locale exemplaire à une échelle"
        " intercommunale ».",
    ),
    Faute(
        "PV205",
        write(PROGRAMMATION, ACTION, "Type d'opérateur", "comune"),
        LIEU,
        "Écrivez « commune ».",
    ),
    Faute(
        "PV206",
        write(FONDS_DE_CONCOURS, "Lillers", "Dispositif", "Politique de la Vile"),
        "2022/fonds_de_concours.xlsx › Fonds de concours › {cellules}",
        "Écrivez « Politique de la Ville ».",
    ),
    Faute(
        "PV207",
        write(QUARTIERS, "Cité des Collines", "Type", "comunautaire"),
        "2022/territoire.xlsx › Quartiers › {cellules}",
        "Écrivez « communautaire ».",
    ),
    Faute(
        "PV208",
        write(PROGRAMMATION, "Maison de services à Saint-Élie", "Commune(s)", "Haines"),
        LIEU,
        "Écrivez « Haisnes ».",
    ),
    Faute(
        "PV209",
        write(PROGRAMMATION, ACTION, "Quartier(s)", "Le Regin"),
        LIEU,
        "Écrivez « Le Regain ».",
    ),
    Faute(
        "PV210",
        write(PROGRAMMATION, "Bibliothèque de rue", "Opérateur", "ASSO. LIRE & GRANDIR"),
        LIEU,
        "Écrivez « Association Lire et Grandir ».",
    ),
    Faute("PV215", pull_siret, LIEU),
    Faute(
        "PV211",
        write(PROGRAMMATION, "Micro-folie itinérante", "Commune(s)", "NOEUX LES MINES"),
        LIEU,
        "Écrivez « Nœux-les-Mines ».",
    ),
)
