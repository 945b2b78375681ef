"""What a number typed in a text is held against: the figures of the year, and its words."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cached_property

from rapportpv.core.chiffre import Bilan, Chiffre, Quantite, Unite
from rapportpv.core.dossier import Dossier
from rapportpv.french.lexique import fold
from rapportpv.texts.figures.mentions import DENOMBREMENTS, FCS, Denombrement
from rapportpv.texts.figures.nombres_ecrits import NombreEcrit


class Reperes:
    """The figures and words of a year, each list made when it is first asked for."""

    def __init__(self, dossier: Dossier, bilan: Bilan) -> None:
        self._dossier = dossier
        self._bilan = bilan
        self.chiffres = bilan.chiffres
        self.millesime = dossier.millesime

    @cached_property
    def montants(self) -> list[Chiffre]:
        """The named amounts."""
        return [c for c in self.chiffres.values() if c.unite is Unite.EUROS]

    def knows_montant(self, montant: NombreEcrit) -> bool:
        """Whether some figure, line of a table or cell is that amount."""
        exact = montant.valeur in self._montants_des_feuilles
        return exact or any(montant.means(valeur) for valeur in self._valeurs(Unite.EUROS))

    def knows_part(self, part: NombreEcrit) -> bool:
        """Whether some figure or line of a table is that share."""
        return any(part.means(valeur) for valeur in self._valeurs(Unite.POURCENTAGE))

    def comptes_like(self, sujet: Denombrement, suite: str) -> set[Fraction]:
        """The counts of the same noun, and those of the same family of figures."""
        noms = {d.nom for d in DENOMBREMENTS if re.match(d.suite, suite)}
        famille = sujet.nom.partition(".")[0] + "."
        return {
            chiffre.valeur
            for nom, chiffre in self.chiffres.items()
            if nom in noms or (nom.startswith(famille) and chiffre.unite is Unite.NOMBRE)
        }

    def piliers_in(self, phrase: str) -> set[str]:
        """The codes of the piliers that a folded sentence names."""
        reste = re.sub(FCS, " ", phrase)
        return {
            pilier.code
            for pilier in self._dossier.contrat.pilier
            if _any_of((pilier.libelle, *pilier.alias)).search(reste)
        }

    def names_a_part(self, phrase: str) -> bool:
        """Whether a folded sentence names a pilier, a thématique, a commune or a quartier."""
        reste = re.sub(FCS, " ", phrase).replace(fold(self._dossier.reglages.territoire.epci), " ")
        return bool(self._parties.search(reste))

    @cached_property
    def _parties(self) -> re.Pattern[str]:
        dossier = self._dossier
        piliers = (n for p in dossier.contrat.pilier for n in (p.libelle, *p.alias))
        thematiques = dossier.programmation.feuille.frame["thematique"].unique()
        lieux = [
            str(nom)
            for feuille, colonne in (("communes", "commune"), ("quartiers", "nom"))
            if feuille in dossier.autres
            for nom in dossier.autres[feuille].frame[colonne]
        ]
        return _any_of((*piliers, *map(str, thematiques), *lieux))

    def _valeurs(self, unite: Unite) -> list[Fraction]:
        """The values of the figures and of the lines of tables in that unit."""
        if unite not in self._par_unite:
            self._par_unite[unite] = list(
                dict.fromkeys(q.valeur for q in self._quantites() if q.unite is unite)
            )
        return self._par_unite[unite]

    @cached_property
    def _par_unite(self) -> dict[Unite, list[Fraction]]:
        return {}

    def _quantites(self) -> Iterator[Quantite]:
        yield from self.chiffres.values()
        for tableau in self._bilan.tableaux.values():
            if tableau.rubrique:  # what each action receives is known from the sheets
                continue
            for ligne in (*tableau.lignes, *filter(None, [tableau.total])):
                yield from (c for c in ligne.cellules.values() if isinstance(c, Quantite))

    @cached_property
    def _montants_des_feuilles(self) -> set[Fraction]:
        """Every amount of the sheets, and what each project receives: typed, they are right."""
        programmation = self._dossier.programmation
        subventions = programmation.subventions
        colonnes = [
            subventions["montant"],
            subventions.groupby("projet")["montant"].sum(),
            programmation.feuille.frame["cout_total"].dropna(),
        ]
        autres = self._dossier.autres.values()
        colonnes += [f.frame["montant"].dropna() for f in autres if "montant" in f.colonnes]
        return {Fraction(int(cents), 100) for colonne in colonnes for cents in colonne.unique()}


def _any_of(noms: Iterable[str]) -> re.Pattern[str]:
    """What finds one of the names in a folded text, as whole words; never, without a name."""
    plies = sorted({re.escape(fold(nom)) for nom in noms} - {""}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(plies)})(?!\w)" if plies else r"(?!)")
