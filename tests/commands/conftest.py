"""A project that is published, then changed."""

import pytest

from rapportpv.commands.build import Commande, build_document
from rapportpv.commands.publication import diff_annee
from rapportpv.published.formats import format_ecart
from rapportpv.published.publication import PUBLICATION
from tests.flatten import plain
from tests.tables import write_classeur

ENTETE = """
| N° dossier | Intitulé de l'action | Opérateur | Type d'opérateur | Pilier | Statut | ANCT | Région |
"""
LIGNES = {
    "A1": "| A1 | Aide aux devoirs | Les Amis | association | Cohésion sociale | soutenue | 12000 | 3000 |",
    "A2": "| A2 | Chantier jeunes | Le Club | association | Emploi | soutenue | 8000 | |",
    "A3": "| A3 | Jardin | Ville d'Orge | commune | Cohésion sociale | soutenue | 500 | |",
    "A4": "| A4 | Kermesse | Ville d'Orge | commune | Cohésion sociale | refusée | | |",
}


def write(projet, **lignes):
    """The programming, with those rows instead of the usual ones; None takes a row out."""
    voulues = {**LIGNES, **lignes}
    texte = "\n".join([ENTETE, *filter(None, voulues.values())])
    write_classeur(projet / "2023" / "programmation.xlsx", Programmation=texte)


def publish(projet):
    commande = Commande(projet, 2023, "rapport", projet / PUBLICATION, publier=True)
    return build_document(commande)


def tell(projet):
    """The changes that show, a line each."""
    comparaison = diff_annee(projet, 2023)
    assert comparaison.ecarts is not None, comparaison.controle.anomalies
    return [plain(format_ecart(ecart)) for ecart in comparaison.ecarts.visibles]


@pytest.fixture
def publie(projet):
    write(projet)
    assert publish(projet).publication == projet / "publication" / "2023.json"
    return projet


def only(lignes, *libelles):
    return [ligne for ligne in lignes if ligne.split(" : ")[0] in libelles]
