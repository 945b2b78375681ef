"""The funders of the settings, from the columns or the cells that name them."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.commands.proposition.acquis import Acquis
from rapportpv.commands.proposition.payeurs import (
    clean_nom,
    guess_payeur,
    make_code,
    say_specifique,
)
from rapportpv.commands.proposition.preuves import Montant
from rapportpv.commands.proposition.proposition import Payeur
from rapportpv.commands.proposition.tableau import Tableau
from rapportpv.commands.proposition.titres import names_nobody
from rapportpv.core.settings.reglages import Financeur
from rapportpv.french.lexique import fold
from rapportpv.french.typographie import format_liste

_A_NOMMER = "Financeur à nommer"


class Registre(Struct):
    """The funders as they are found, one for each name; the code of each column."""

    sigle: str = ""
    acquis: Acquis = field(default_factory=Acquis)
    payeurs: dict[str, Payeur] = field(default_factory=dict)  # by code
    _par_nom: dict[str, str] = field(default_factory=dict)

    def add(self, nom: str, lu: str, groupe: str = "", remarque: str = "") -> str:
        """The code of the funder of that name, as it is read in the workbook."""
        if (connu := self.acquis.find_payeur(lu)) is not None:
            self.payeurs[connu.code] = Payeur(connu, remarque, connu=True)
            return connu.code
        code = self._par_nom.get(fold(nom))
        if code is None:
            code = make_code(nom, (*self.payeurs, *self.acquis.financeurs))
            self._par_nom[fold(nom)] = code
            self.payeurs[code] = self._make(code, nom, lu, groupe, remarque)
        if fold(lu) not in self._par_nom:
            self._par_nom[fold(lu)] = code
            payeur = self.payeurs[code]
            alias = (*payeur.financeur.alias, lu)
            financeur = payeur.financeur.model_copy(update={"alias": alias})
            self.payeurs[code] = replace(payeur, financeur=financeur)
        return code

    def _make(self, code: str, nom: str, lu: str, groupe: str, remarque: str) -> Payeur:
        indice = guess_payeur(lu, self.sigle, groupe) or guess_payeur(nom, self.sigle, groupe)
        specifique = indice.specifique if indice else say_specifique(lu, groupe)
        financeur = Financeur(
            code=code,
            libelle=nom,
            famille=indice.famille if indice else "Autres",
            specifique=bool(specifique),
            fcs="cohesion sociale" in fold(lu) or "fcs" in fold(lu).split(),
        )
        return Payeur(financeur, remarque, indice is not None, specifique is not None)


def tell_payeurs(payeurs: Iterable[Payeur]) -> Iterator[str]:
    """What no word says of the funders: whose money it is, specific or not, told once."""
    siens = list(payeurs)
    familles = [p.financeur.libelle for p in siens if not p.famille_devinee]
    if familles:
        noms = format_liste(familles)
        yield f"Rien ne dit de quelle famille est {noms} : « Autres » est proposé."
    communs = [p.financeur.libelle for p in siens if not p.specifique_dit]
    if communs:
        yield (
            f"Rien ne dit si ces crédits sont spécifiques : {format_liste(communs)}. Le droit "
            "commun est proposé (specifique = false)."
        )


def register_columns(
    tableau: Tableau, montants: Iterable[Montant], sigle: str, acquis: Acquis
) -> tuple[dict[str, Payeur], dict[int, str]]:
    """The funders of those columns, by code, and the code of each column."""
    registre, codes, siens = Registre(sigle, acquis), {}, list(montants)
    numeros = {m.colonne for m in siens}
    autres = {fold(titre) for c, titre in tableau.colonnes.items() if c not in numeros}
    for m in siens:
        nom = _A_NOMMER if names_nobody(m.libelle) else clean_nom(m.libelle)
        if fold(nom) in autres:  # «État» pays, and «Etat» is the state of the project
            nom = f"{nom} (financement)"
        codes[m.colonne] = registre.add(nom, m.libelle, tableau.groupe(m.colonne), m.doute)
    return registre.payeurs, codes


def register_cells(mots: Iterable[str], sigle: str, acquis: Acquis) -> dict[str, Payeur]:
    """The funders that the cells of a long table name, by code."""
    registre = Registre(sigle, acquis)
    for mot in mots:
        registre.add(mot, mot)
    return registre.payeurs
