"""The sheets of `init` that nobody has filled in yet: told once a file."""

from collections.abc import Iterator

from msgspec import Struct, field

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.dossier import Feuille
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.plan import Plan
from rapportpv.french.typographie import format_texte
from rapportpv.reading.rules.pv029_classeur_a_remplir import PV029
from rapportpv.year.sujets import PLANS

_SANS_LIGNE = "n’a encore aucune ligne"


class Vides(Struct):
    """What is left to fill, by workbook and sheet."""

    manques: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, plan: Plan, feuille: Feuille) -> bool:
        """Whether the sheet says nothing yet; that is kept, to be told."""
        manque = _find_manque(plan, feuille)
        if manque:
            self.manques.setdefault(feuille.fichier, {})[plan.nom] = manque
        return bool(manque)

    @property
    def noms(self) -> Iterator[str]:
        """The names of their plans."""
        return (nom for manques in self.manques.values() for nom in manques)

    def tell(self) -> Iterator[Anomalie]:
        """Each workbook that is left to fill, or its sheets when it has others that are filled."""
        for fichier, manques in self.manques.items():
            siens = {plan.nom: plan for plan in PLANS if plan.nom in manques}
            classeur = next(iter(siens.values())).fichier
            toutes = sum(plan.fichier == classeur for plan in PLANS) == len(manques)
            if toutes and set(manques.values()) == {_SANS_LIGNE}:
                yield PV029.at(Emplacement(fichier), quoi=f"Ce classeur {_SANS_LIGNE}")
                continue
            for nom, manque in manques.items():
                feuille = siens[nom].feuille
                sujet = f"La feuille « {feuille} » " if manque == _SANS_LIGNE else ""
                quoi = format_texte(f"{sujet}{manque}")
                yield PV029.at(Emplacement(fichier, feuille), quoi=quoi)


def _find_manque(plan: Plan, feuille: Feuille) -> str:
    """What a sheet still lacks to say anything: a row, or the words of a column."""
    if feuille.frame.empty:
        return _SANS_LIGNE
    for champ in plan.requis if plan.tacite else ():
        vides = feuille.frame[champ.nom].eq("").sum() if champ.nom in feuille.frame else 0
        if vides == len(feuille.frame):
            return f"La colonne « {champ.libelle} » n’est pas encore remplie"
    return ""
