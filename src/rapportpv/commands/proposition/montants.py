"""The columns of amounts: which are grants, and what the others are."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.commands.proposition.payeurs import guess_payeur, is_own
from rapportpv.commands.proposition.preuves import (
    PRESQUE,
    Montant,
    add_up,
    agree,
    find_counted,
    find_parts,
    is_money,
    is_share,
)
from rapportpv.commands.proposition.tableau import Tableau
from rapportpv.commands.proposition.titres import names_nobody, rank_titre
from rapportpv.core.plan import FINANCEUR, MONTANT
from rapportpv.reading.choix import COUT, TOTAL
from rapportpv.reading.roles import says_total
from rapportpv.reading.titres import Etape, read_titre

_PAR_ETAPE = {Etape.DEMANDEE: "montants demandés", Etape.VERSEE: "montants versés"}
_PROPRE = "ressources propres, valorisation ou reste : aucun financeur"
_AVEC_PROPRES = "il compte aussi ce que l’opérateur apporte"


class Compteur(Struct, dict=True):
    """Tells the columns of amounts of a table apart, once its fields of words are known."""

    tableau: Tableau
    codes: Mapping[str, int]
    millesime: int
    sigle: str = ""
    montants: dict[int, Montant] = field(default_factory=dict)
    longue: bool = False  # known once sorted

    def sort(self) -> dict[int, Montant]:
        """What each column of amounts is."""
        self.montants = {m.colonne: m for m in self._list_montants()}
        self._leave_other_years()
        self._find_total_and_cost()
        self._leave_named()
        self.longue = self._is_long()
        if self.longue:
            self._choose_montant()
        else:
            self._name_payeurs()
            self._choose_among_steps()
            self._leave_subtotals()
            self._prove()
            self._settle_total()
        return self.montants

    def _is_long(self) -> bool:
        """Whether there is a row a grant, its funder in a cell, and no column for each funder."""
        if "financeur" not in self.codes:
            return False
        larges = [m for m in self._libres() if self._payeur(m.libelle)]
        return len(larges) < 2

    @cached_property
    def lignes(self) -> list[int]:
        """The rows of data."""
        return self.tableau.donnees(self.codes, self._candidates)

    @cached_property
    def _candidates(self) -> list[int]:
        """The columns that hold amounts, or are headed as if they would."""
        prises = set(self.codes.values())
        return [c for c in self.tableau.colonnes if c not in prises and self._may_be(c)]

    def _may_be(self, colonne: int) -> bool:
        libelle, profil = self.tableau.colonnes[colonne], self.tableau.profil(colonne)
        if profil.holds_montants:
            return self._payeur(libelle) or not (profil.are_years or profil.are_ranks)
        vide = not profil.cents and not profil.mots
        return vide and self._names_money(libelle)

    def _names_money(self, libelle: str) -> bool:
        champs = rank_titre(libelle)
        return bool(champs.keys() & {TOTAL, COUT, MONTANT} or self._payeur(libelle))

    def _payeur(self, libelle: str) -> bool:
        return guess_payeur(libelle, self.sigle) is not None

    def _list_montants(self) -> Iterator[Montant]:
        """The columns of amounts, but for counts, codes, rates."""
        for colonne in self._candidates:
            libelle = self.tableau.colonnes[colonne]
            profil = self.tableau.profil(colonne, self.lignes)
            titre = read_titre(libelle)
            if profil.cents and not is_money(libelle, profil, paye=self._payeur(libelle)):
                continue
            yield Montant(colonne, libelle, profil, titre)

    def _set(self, colonne: int, **suite: object) -> None:
        self.montants[colonne] = replace(self.montants[colonne], **suite)

    def _libres(self) -> list[Montant]:
        return [m for m in self.montants.values() if not (m.sort or m.role)]

    def _leave_other_years(self) -> None:
        for m in self._libres():
            if m.titre.is_of_another_year(self.millesime):
                self._set(m.colonne, role="montants d’une autre année")

    def _find_total_and_cost(self) -> None:
        """The columns whose headings say a total, or a cost; the first of each, the surest."""
        for code in (COUT, TOTAL):
            siens = [
                (rank, m)
                for m in self._libres()
                if (rank := self._rank(m, code)) and (code == COUT or _counts(m))
            ]
            siens.sort(key=lambda paire: (-paire[0], paire[1].colonne))
            for rang, (_, m) in enumerate(siens):
                if rang == 0:
                    self._set(m.colonne, sort=code)
                else:
                    quoi = "un autre coût" if code == COUT else "un autre total"
                    self._set(m.colonne, role=quoi)

    def _rank(self, m: Montant, code: str) -> int:
        if code == TOTAL and not self._payeur(m.libelle) and says_total(m.libelle):
            return max(rank_titre(m.libelle).get(code, 0), 60)
        if self._payeur(m.libelle) or is_own(m.libelle):
            return 0
        return rank_titre(m.libelle).get(code, 0)

    def _leave_named(self) -> None:
        for m in self._libres():
            if is_own(m.libelle):
                self._set(m.colonne, role=_PROPRE)
            elif is_share(m):
                self._set(m.colonne, role="des parts, et non des montants")

    # Long tables.

    def _choose_montant(self) -> None:
        """The one column of amounts of a long table: what is granted, else what says nothing."""
        libres = self._libres()
        ordre: Sequence[Etape | None] = (Etape.ACCORDEE, None, Etape.VERSEE, Etape.DEMANDEE)
        rangs = {m.colonne: ordre.index(m.titre.etape) for m in libres}
        connus = {m.colonne: -rank_titre(m.libelle).get(MONTANT, 0) for m in libres}
        libres.sort(key=lambda m: (rangs[m.colonne], connus[m.colonne], m.colonne))
        if not libres and TOTAL in {m.sort for m in self.montants.values()}:
            total = next(m for m in self.montants.values() if m.sort == TOTAL)
            self._set(total.colonne, sort=MONTANT, doute="la seule colonne de montants")
            return
        for m in libres[1:]:
            self._set(m.colonne, role=_tell_step(m.titre.etape) or "d’autres montants")
        if libres:
            self._set(libres[0].colonne, sort=MONTANT, doute=self._doubt_montant(libres))

    def _doubt_montant(self, libres: Sequence[Montant]) -> str:
        retenu, autres = libres[0], libres[1:]
        if retenu.titre.etape in {Etape.DEMANDEE, Etape.VERSEE}:
            return f"ce sont des {_tell_step(retenu.titre.etape)} : rien ne dit ce qui est accordé"
        meme = [m for m in autres if m.titre.etape is retenu.titre.etape]
        if meme:
            noms = ", ".join(f"« {m.libelle} »" for m in meme)
            return f"{noms} pourrait l’être aussi"
        return ""

    # Wide tables.

    def _name_payeurs(self) -> None:
        for m in self._libres():
            groupe = self.tableau.groupe(m.colonne)
            if guess_payeur(m.libelle, self.sigle, groupe):
                self._set(m.colonne, sort=FINANCEUR)
        self._name_alone()

    def _name_alone(self) -> None:
        """The only column of amounts is that of a funder whom nobody names."""
        libres = [m for m in self._libres() if names_nobody(m.libelle)]
        if any(m.sort == FINANCEUR for m in self.montants.values()) or not libres:
            return
        accordes = [m for m in libres if m.titre.etape is Etape.ACCORDEE]
        nus = [m for m in libres if m.titre.etape is None]
        choisis = accordes or nus
        if len(choisis) == 1:
            self._set(
                choisis[0].colonne,
                sort=FINANCEUR,
                doute="rien ne dit qui paie : donnez-lui le nom du financeur",
            )
        for m in libres:
            if m not in choisis:
                self._set(m.colonne, role=_tell_step(m.titre.etape) or "d’autres montants")

    def _choose_among_steps(self) -> None:
        """Of a funder's columns, what is granted; what is asked for or paid is left out."""
        groupes: dict[str, list[Montant]] = {}
        for m in self.montants.values():
            if m.sort in {FINANCEUR, ""} and not m.role:
                groupes.setdefault(m.titre.noyau, []).append(m)
        for siens in groupes.values():
            for m in siens:
                if m.titre.etape in {Etape.DEMANDEE, Etape.VERSEE}:
                    seul = not any(_counts(autre) for autre in siens)
                    doute = "rien ne dit ce qui est accordé" if seul and m.sort else ""
                    role = _tell_step(m.titre.etape)
                    self._set(m.colonne, sort="", role=role, doute=doute)
            nus = [m for m in siens if m.titre.etape is None and m.sort]
            if nus and any(m.titre.etape is Etape.ACCORDEE for m in siens):
                for m in nus:
                    self._set(
                        m.colonne, sort="", role="montants dont rien ne dit qu’ils sont accordés"
                    )

    def _leave_subtotals(self) -> None:
        """«Total État», «Crédits spécifiques»: what adds other funders up is none."""
        for m in [*self._payees(), *self._libres()]:
            autres = [autre for autre in self._payees() if autre.colonne != m.colonne]
            if parts := find_parts(m, autres):
                noms = " + ".join(f"« {part.libelle} »" for part in parts)
                self._set(m.colonne, sort="", role=f"la somme de {noms}")
            elif m.sort and says_total(m.libelle):
                self._set(m.colonne, doute="son titre dit un total, et rien ne dit de quoi")

    def _prove(self) -> None:
        """What is not named: a grant when the printed total counts it; else nobody knows."""
        inconnues = [m for m in self._libres() if m.profil.cents]
        for m in self._libres():
            if not m.profil.cents:
                self._set(m.colonne, role="aucun montant")
        if not inconnues:
            return
        prouvees = find_counted(self._column(TOTAL), self._sum(self._payees()), inconnues)
        for m in inconnues:
            if prouvees is None:
                self._set(m.colonne, a_decider=True, role="peut-être un financeur")
            elif m.colonne in prouvees:
                doute = "son titre ne dit pas de quel financeur, mais le total écrit la compte"
                self._set(m.colonne, sort=FINANCEUR, doute=doute)
            elif self._is_rest(m):
                self._set(m.colonne, role="un reste, ou un écart")
            else:
                self._set(m.colonne, role="des montants que le total écrit ne compte pas")

    def _is_rest(self, m: Montant) -> bool:
        couts = self._column(COUT)
        sommes = self._sum(self._payees())
        return bool(couts) and all(
            couts.get(n, 0) - sommes.get(n, 0) == c for n, c in m.profil.cents.items()
        )

    def _settle_total(self) -> None:
        """A total that does not add up the grants is another one: it is left out, and told."""
        total = next((m for m in self.montants.values() if m.sort == TOTAL), None)
        if total is None or not total.profil.cents:
            return
        sommes = self._sum(self._payees())
        couts = self._column(COUT)
        if agree(total.profil.cents, sommes) >= PRESQUE or not sommes:
            return
        if any(m.a_decider for m in self.montants.values()):
            return  # once they are settled, it may be right
        if not couts and all(c >= sommes.get(n, 0) for n, c in total.profil.cents.items()):
            propres = any(m.role == _PROPRE for m in self.montants.values())
            if propres:
                self._set(total.colonne, sort=COUT, doute=_AVEC_PROPRES)
                return
        doute = "il n’est pas la somme des financeurs proposés"
        self._set(total.colonne, sort="", role="un total d’autre chose", doute=doute)

    def _payees(self) -> list[Montant]:
        return [m for m in self.montants.values() if m.sort == FINANCEUR]

    def _column(self, code: str) -> Mapping[int, int]:
        return next((m.profil.cents for m in self.montants.values() if m.sort == code), {})

    def _sum(self, montants: Sequence[Montant]) -> dict[int, int]:
        return add_up(m.profil.cents for m in montants)


def _counts(m: Montant) -> bool:
    return m.titre.etape in {None, Etape.ACCORDEE}


def _tell_step(etape: Etape | None) -> str:
    return _PAR_ETAPE.get(etape, "") if etape else ""
