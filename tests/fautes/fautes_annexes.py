"""The sheets of one part of the report each: the sample has the fault in a sheet that it gains."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from rapportpv.core.plan import Plan
from rapportpv.subjects.abattement_tfpb.sheet import ABATTEMENT_TFPB
from rapportpv.subjects.adultes_relais.sheet import ADULTES_RELAIS
from rapportpv.subjects.dsu.sheet import DSU
from rapportpv.subjects.npnru.sheet import OPERATIONS_NPNRU
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from tests.fautes.faute import Faute, Semeur
from tests.fautes.feuille import chemin, write
from tests.fautes.fichiers import add, both
from tools.sample.classeur import save_classeur

LIEUX = {
    plan.nom: f"2022/{plan.fichier} › {plan.feuille} › {{}}"
    for plan in (OPERATIONS_NPNRU, DSU, ABATTEMENT_TFPB, ADULTES_RELAIS)
}
RECONDUCTION = "Nouvelle ou reconduite"
NPNRU = (
    ("Le Centre", "Place Cadot", "Commune de Bruay-la-Buissière", "en travaux", 10000),
    ("Le Mont-Liébaut", "Équipement commercial", "ANCT", "en cours", 20000),
)
BETHUNE = add("2022/annee.toml", '\n[dsu]\ncommunes = ["Béthune"]\n')
BETHUNE_ET_AUCHEL = add("2022/annee.toml", '\n[dsu]\ncommunes = ["Béthune", "Auchel"]\n')
MEDIATION = ("Béthune", "Médiation", 1000)


def gain(plan: Plan, *lignes: Sequence[object]) -> Semeur:
    """Gives the project that sheet, in place of its own if it has one, with those rows."""

    def semer(projet: Path) -> None:
        classeur = Workbook()
        feuille = classeur.worksheets[0]
        feuille.title = plan.feuille
        for ligne in ([champ.libelle for champ in plan.champs], *lignes):
            feuille.append(list(ligne))
        save_classeur(classeur, chemin(projet, plan))

    return semer


FAUTES = (
    Faute(
        "PV104",
        gain(ADULTES_RELAIS, ("Le Club", "Béthune", None, "deux")),
        LIEUX["adultes_relais"].format("D2"),
        variante="postes",
    ),
    Faute(
        "PV105",
        gain(ABATTEMENT_TFPB, ("Le Foyer", "Le Regain", "Gardiens", -900)),
        LIEUX["abattement_tfpb"].format("D2"),
        variante="abattement",
    ),
    Faute(
        "PV208",
        gain(ADULTES_RELAIS, ("Le Club", "Haines", None, 1)),
        LIEUX["adultes_relais"].format("B2"),
        "Écrivez « Haisnes ».",
        variante="adultes-relais",
    ),
    Faute(
        "PV208",
        both(BETHUNE, gain(DSU, MEDIATION, ("Bétune", "Fête", 500))),
        LIEUX["dsu"].format("A3"),
        "Écrivez « Béthune ».",
        variante="dsu",
    ),
    Faute(
        "PV209",
        gain(OPERATIONS_NPNRU, *NPNRU, ("Le Regin", "Halle", "SEM", None, None)),
        LIEUX["npnru"].format("A4"),
        "Écrivez « Le Regain ».",
        variante="npnru",
    ),
    Faute(
        "PV209",
        gain(ABATTEMENT_TFPB, ("Le Foyer", "Le Regin", "Gardiens", 900)),
        LIEUX["abattement_tfpb"].format("B2"),
        "Écrivez « Le Regain ».",
        variante="abattement",
    ),
    Faute(
        "PV209",
        gain(ADULTES_RELAIS, ("Le Club", "Barlin", "Le Regin", 1)),
        LIEUX["adultes_relais"].format("C2"),
        "Écrivez « Le Regain ».",
        variante="adultes-relais",
    ),
    Faute(
        "PV212",
        write(PROGRAMMATION, "Parcours citoyen des jeunes", RECONDUCTION, "renouvelle"),
        "2022/programmation.xlsx › Programmation › {cellules}",
        "Écrivez « reconduite ».",
    ),
    Faute(
        "PV213",
        both(BETHUNE, gain(DSU, MEDIATION, ("Auchel", "Fête", 500))),
        LIEUX["dsu"].format("A3"),
    ),
    Faute(
        "PV214",
        both(BETHUNE_ET_AUCHEL, gain(DSU, MEDIATION)),
        "2022/annee.toml › dsu, communes",
    ),
    Faute(
        "PV301",
        gain(OPERATIONS_NPNRU, *NPNRU, ("Total", None, None, None, 30010)),
        LIEUX["npnru"].format("E4"),
        "Écrivez 30 000 €.",
        variante="npnru",
    ),
    Faute(
        "PV402",
        gain(OPERATIONS_NPNRU, *NPNRU, (*NPNRU[0][:-1], 999)),
        LIEUX["npnru"].format("B2, B4"),
        variante="npnru",
    ),
)
