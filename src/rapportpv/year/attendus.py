"""What the headings of a sheet are looked up in, by the settings of the project."""

from pathlib import Path

from rapportpv.core.plan import Plan
from rapportpv.core.settings.reglages import Reglages
from rapportpv.core.vocabulaire import SOUTENUE
from rapportpv.french.lexique import Lexique, fold
from rapportpv.reading.headers import Attendus
from rapportpv.subjects.programmation.sheet import STATUTS
from rapportpv.year.sujets import PLANS


def make_attendus(plan: Plan, reglages: Reglages, millesime: int) -> Attendus:
    """The words for the columns of that sheet, its piliers or axes, its statuts, its neighbours."""
    lexiques = plan.lexiques(reglages)
    contrat = reglages.contrat_de(millesime) if plan.financeurs else None
    sections = contrat.lexique if contrat else lexiques.get(plan.herite, Lexique(()))
    payeurs = reglages.financeurs.entrees if plan.financeurs else ()
    return Attendus(
        plan,
        plan.lexique(reglages.colonnes.get(plan.nom, {}), payeurs),
        millesime,
        sections,
        lexiques.get("statut"),
        SOUTENUE,
        reglages.statuts.extend(STATUTS) if plan.compte else None,
        tuple(p for p in PLANS if p is not plan and _place(p, reglages) == _place(plan, reglages)),
        {fold(t): unite.facteur for t, unite in reglages.unites.get(plan.nom, {}).items()},
    )


def _place(plan: Plan, reglages: Reglages) -> str:
    """The workbook where the settings say that a sheet is."""
    return find_place(plan, reglages) or plan.fichier


def find_place(plan: Plan, reglages: Reglages) -> str | None:
    """The workbook where a sheet is when it has none of its own, by the settings."""
    classeur = reglages.classeurs.get(plan.nom)
    return f"{classeur}{Path(plan.fichier).suffix}" if classeur else None
