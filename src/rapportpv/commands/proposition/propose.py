"""A workbook read as it is, and what it is proposed to be, column by column."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from rapportpv.commands.proposition.acquis import Acquis
from rapportpv.commands.proposition.champs import MONTANTS, Affectation, Repartiteur
from rapportpv.commands.proposition.financeurs import (
    register_cells,
    register_columns,
    tell_payeurs,
)
from rapportpv.commands.proposition.montants import Compteur
from rapportpv.commands.proposition.preuves import Montant, is_count
from rapportpv.commands.proposition.proposition import (
    Colonne,
    Mots,
    Payeur,
    Proposition,
    Usage,
)
from rapportpv.commands.proposition.tableau import Tableau
from rapportpv.commands.proposition.unites import Unites, doubt_units, find_unites
from rapportpv.commands.proposition.valeurs import (
    Compris,
    Piliers,
    keep_piliers,
    list_mots,
    propose_piliers,
    understand_statuts,
    understand_types,
)
from rapportpv.core.emplacement import column_letter
from rapportpv.core.plan import FINANCEUR
from rapportpv.core.settings.reglages import Contrat, UniteDeMontants
from rapportpv.french.typographie import format_euros
from rapportpv.reading.conversion import multiply
from rapportpv.reading.nombres import read_nombre
from rapportpv.reading.profil import Profil
from rapportpv.subjects.programmation.sheet import PROGRAMMATION

_EXEMPLES = 5
_LONGUEUR = 40  # of an example


class Proposeur(Struct, dict=True):
    """Puts a proposal together: fields, then amounts, then words."""

    tableau: Tableau
    fichier: str
    contrat: Contrat
    millesime: int
    sigle: str = ""
    acquis: Acquis = field(default_factory=Acquis)

    def propose(self) -> Proposition:
        """The proposal, not yet tried."""
        tableau = self.tableau
        colonnes = tuple(self._colonne(numero) for numero in sorted(tableau.colonnes))
        return Proposition(
            self.fichier,
            tableau.grille.nom,
            tableau.entete.ligne,
            self._longue,
            colonnes,
            tuple(self._payeurs[0].values()),
            self._piliers.piliers,
            Mots(self._statuts.mots, self._types.mots),
            tuple(self._list_doutes(colonnes)),
            self._unites.unites,
        )

    @cached_property
    def _champs(self) -> Affectation:
        return Repartiteur(self.tableau, self.contrat, self.sigle).assign()

    @cached_property
    def _compteur(self) -> Compteur:
        codes = {c: n for c, n in self._champs.codes.items() if c not in MONTANTS}
        return Compteur(self.tableau, codes, self.millesime, self.sigle)

    @cached_property
    def _tries(self) -> Mapping[int, Montant]:
        return self._compteur.sort()

    @cached_property
    def _unites(self) -> Unites:
        return find_unites(self.tableau, self._tries.values())

    @cached_property
    def _montants(self) -> Mapping[int, Montant]:
        return doubt_units(self._tries, self._unites.unites)

    @cached_property
    def _longue(self) -> bool:
        """Whether there is a row a grant."""
        return bool(self._montants) and self._compteur.longue

    @cached_property
    def _payeurs(self) -> tuple[Mapping[str, Payeur], Mapping[int, str]]:
        """The funders by code, and the code of each column that is one's."""
        if self._longue:
            colonne = self._champs.codes["financeur"]
            mots = list_mots(self.tableau.valeurs(colonne, self._lignes))
            return register_cells(mots, self.sigle, self.acquis), {}
        siens = [m for m in self._montants.values() if m.sort == FINANCEUR]
        return register_columns(self.tableau, siens, self.sigle, self.acquis)

    @property
    def _lignes(self) -> list[int]:
        return self._compteur.lignes

    def _valeurs(self, code: str) -> list[Any]:
        colonne = self._champs.codes.get(code)
        return self.tableau.valeurs(colonne, self._lignes) if colonne else []

    @cached_property
    def _piliers(self) -> Piliers:
        propose = keep_piliers if self.acquis.contrat_fixe else propose_piliers
        return propose(self._valeurs("pilier"), self.contrat)

    @cached_property
    def _statuts(self) -> Compris:
        return understand_statuts(self._valeurs("statut"), self.acquis.statuts)

    @cached_property
    def _types(self) -> Compris:
        return understand_types(self._valeurs("type_operateur"), self.acquis.types)

    # Columns.

    def _colonne(self, numero: int) -> Colonne:
        libelle = self.tableau.colonnes[numero]
        exemples = self._exemples(numero)
        montant = self._montants.get(numero)
        if montant is not None:
            return self._colonne_de_montants(montant, exemples)
        code = next((c for c, n in self._codes.items() if n == numero), "")
        if code:
            doute = self._champs.doutes.get(numero, "")
            role = PROGRAMMATION.libelle(code)
            return Colonne(numero, libelle, Usage.CHAMP, code, role, exemples, doute)
        profil = self.tableau.profil(numero, self._lignes)
        if profil.isoles and not profil.holds_montants:
            role = "des montants au milieu de textes"
            return Colonne(numero, libelle, Usage.LAISSEE, "", role, exemples)
        if self._may_be_thousands(libelle, profil):
            role = "des nombres, peut-être des montants qui ne sont pas en euros eux non plus"
            return Colonne(numero, libelle, Usage.LAISSEE, "", role, exemples)
        return Colonne(numero, libelle, Usage.INUTILE, "", "sans usage", exemples)

    def _may_be_thousands(self, libelle: str, profil: Profil) -> bool:
        """Whether small numbers, beside amounts in thousands, may be the grants of somebody."""
        comptes = profil.are_years or profil.are_ranks or is_count(libelle)
        return bool(self._unites.unites) and profil.holds_montants and not comptes

    @cached_property
    def _codes(self) -> dict[str, int]:
        """The columns of fields; a wide table has no column for the funder."""
        codes = dict(self._champs.codes)
        if not self._longue:
            codes.pop("financeur", None)
        return codes

    def _colonne_de_montants(self, m: Montant, exemples: tuple[str, ...]) -> Colonne:
        if m.sort == FINANCEUR:
            code = self._payeurs[1][m.colonne]
            role = self._payeurs[0][code].financeur.libelle
            return Colonne(m.colonne, m.libelle, Usage.FINANCEUR, code, role, exemples, m.doute)
        if m.sort:
            role = PROGRAMMATION.libelle(m.sort)
            return Colonne(m.colonne, m.libelle, Usage.CHAMP, m.sort, role, exemples, m.doute)
        usage = Usage.DOUTEUSE if m.a_decider else Usage.ECARTEE
        return Colonne(m.colonne, m.libelle, usage, "", m.role or "écartée", exemples, m.doute)

    def _exemples(self, numero: int) -> tuple[str, ...]:
        """The first values that differ, amounts as they will be printed."""
        en_euros = numero in self._montants
        unite = self._unites.unites.get(self.tableau.colonnes[numero]) if en_euros else None
        facteur = UniteDeMontants(unite).facteur if unite else 1
        trouves: dict[str, None] = {}
        for valeur in self.tableau.valeurs(numero, self._lignes):
            lue = multiply(valeur, facteur) if unite else valeur
            trouves[_show(lue, en_euros=en_euros)] = None
            if len(trouves) == _EXEMPLES:
                break
        return tuple(trouves)

    # Doubts.

    def _list_doutes(self, colonnes: Sequence[Colonne]) -> Iterator[str]:
        yield from self.tableau.doutes
        yield from self._tell_manques(colonnes)
        for c in colonnes:
            yield from _tell_colonne(c, self._sum(c))
        yield from self._tell_doubles(colonnes)
        yield from self._tell_financeur()
        yield from self._unites.doutes
        for compris in (self._piliers, self._statuts, self._types):
            yield from compris.doutes
        yield from tell_payeurs(self._payeurs[0].values())

    def _sum(self, colonne: Colonne) -> str:
        montant = self._montants.get(colonne.numero)
        if montant is None:
            return ""
        return format_euros(Fraction(montant.profil.somme, 100))

    def _tell_manques(self, colonnes: Sequence[Colonne]) -> Iterator[str]:
        trouves = {c.code for c in colonnes if c.usage is Usage.CHAMP}
        for champ in PROGRAMMATION.requis:
            if champ.nom not in trouves:
                yield f"Aucune colonne n’est « {champ.libelle} », qui est obligatoire : ajoutez-la."
        payee = any(c.usage is Usage.FINANCEUR for c in colonnes)
        if not payee and not {"financeur", "montant"} <= trouves:
            yield "Aucune colonne n’est celle d’un financeur : sans elle, rien n’est compté."

    def _tell_financeur(self) -> Iterator[str]:
        """A column that names funders, in a table that has a column for each."""
        colonne = self._champs.codes.get("financeur")
        if colonne and not self._longue:
            nom = f"« {self.tableau.colonnes[colonne]} » ({column_letter(colonne)})"
            yield f"{nom} n’est pas lue : les financeurs ont chacun leur colonne de montants."

    def _tell_doubles(self, colonnes: Sequence[Colonne]) -> Iterator[str]:
        par_code: dict[str, list[Colonne]] = {}
        for c in colonnes:
            if c.usage is Usage.FINANCEUR:
                par_code.setdefault(c.code, []).append(c)
        for siennes in par_code.values():
            if len(siennes) > 1:
                lettres = " et ".join(column_letter(c.numero) for c in siennes)
                yield (
                    f"Plusieurs colonnes sont celles de « {siennes[0].role} » ({lettres}) : "
                    "« check » demandera laquelle compte."
                )


def _tell_colonne(c: Colonne, somme: str) -> Iterator[str]:
    nom = f"« {c.libelle} » ({column_letter(c.numero)})"
    if c.usage is Usage.DOUTEUSE:
        yield (
            f"{nom}, {somme} en tout : rien ne dit si c’est la subvention d’un financeur. Elle "
            "n’est pas comptée, et « check » le rappellera tant que ce n’est pas décidé."
        )
    elif c.usage is Usage.ECARTEE:
        doute = f" ; {c.doute}" if c.doute else ""
        yield f"{nom}, {somme} en tout : laissée de côté ({c.role}{doute})."
    elif c.usage is Usage.LAISSEE:
        yield f"{nom} : {c.role}, que « check » rappellera."
    elif c.doute:
        yield f"{nom} est proposée comme « {c.role} » : {c.doute}."


def _show(valeur: Any, *, en_euros: bool) -> str:
    if en_euros and (cents := read_nombre(valeur)) is not None:
        return format_euros(Fraction(cents, 100))
    texte = " ".join(str(valeur).split())
    return texte if len(texte) <= _LONGUEUR else f"{texte[: _LONGUEUR - 1]}…"
