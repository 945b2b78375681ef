"""The figures that are followed from year to year, and how a workbook may call them."""

from collections.abc import Iterator

from rapportpv.core.chiffre import Chiffre
from rapportpv.core.settings.reglages import Contrat, Reglages
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.subjects.fcs import figures as fcs
from rapportpv.subjects.fonds_de_concours import figures as fonds
from rapportpv.subjects.fonds_de_concours.figures import FONDS
from rapportpv.subjects.programmation import associations, par_financeur, par_pilier
from rapportpv.subjects.programmation.credits import DE_L_ETAT, SPECIFIQUES
from rapportpv.subjects.programmation.figures import ACTIONS_SOUTENUES, PROJETS_DEPOSES, TOTAL
from rapportpv.subjects.programmation.par_nature import DROIT_COMMUN

SIMPLES = (
    TOTAL,
    PROJETS_DEPOSES,
    ACTIONS_SOUTENUES,
    SPECIFIQUES,
    DE_L_ETAT,
    DROIT_COMMUN,
    associations.TOTAL,
    fcs.TOTAL,
    fcs.PROJETS,
)
"""Those whose name holds no code: amounts and counts, never a share, which is worked out."""

NOMS = (
    *(figure.nom for figure in SIMPLES),
    *(f.nom.format(code) for code, _ in FONDS for f in (fonds.TOTAL, fonds.COMMUNES)),
)
"""The names of the figures that are followed whatever the contract."""


def list_suivis(reglages: Reglages, contrat: Contrat) -> Iterator[tuple[Chiffre, tuple[str, ...]]]:
    """Every figure that can be followed under a contract, nil, and what else it may be called."""
    for figure in SIMPLES:
        yield figure.of(0, ()), ()
    for code, quoi in FONDS:
        for figure in (fonds.TOTAL, fonds.COMMUNES):
            yield figure.of(0, (), code, quoi), ()
    for pilier in contrat.pilier:
        chiffre = par_pilier.MONTANT.of(0, (), pilier.code, pilier.libelle)
        yield chiffre, (pilier.libelle, *pilier.alias)
    for financeur in reglages.financeur:
        chiffre = par_financeur.MONTANT.of(0, (), financeur.code, financeur.libelle)
        yield chiffre, (financeur.libelle, *financeur.alias)


class Repertoire:
    """The figures that a line of the workbook may be about, under a contract."""

    def __init__(self, reglages: Reglages, contrat: Contrat) -> None:
        self.chiffres: dict[str, Chiffre] = {}
        entrees = []
        for chiffre, autres in list_suivis(reglages, contrat):
            self.chiffres[chiffre.nom] = chiffre
            mots = (chiffre.libelle, chiffre.court, *autres)
            entrees.append(Entree(chiffre.nom, chiffre.nom, mots))
        self._noms = Lexique(tuple(entrees))
        self._seuls = tuple(Lexique((entree,)) for entree in entrees)

    def find(self, texte: str) -> Chiffre | None:
        """The figure of that name or label; None when there is none, or two that are as near."""
        rangs = [(rang[0], rang[1]) for un in self._seuls if (rang := un.rank(texte))]
        proches = [nom for rang, nom in rangs if rang == min(rangs)[0]]
        return self.chiffres[proches[0]] if len(proches) == 1 else None

    def suggest(self, texte: str) -> str | None:
        """The name that looks most like that text."""
        return self._noms.suggest(texte)
