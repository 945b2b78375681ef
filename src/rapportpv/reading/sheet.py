"""One sheet of a workbook: headings found, rows sorted by kind, validated, put in a frame."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import compress
from typing import Any

import pandas as pd
from msgspec import Struct

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.dossier import Feuille, TotalImprime
from rapportpv.core.emplacement import Case, Emplacement, cell_name
from rapportpv.core.livre import Livre, Sort
from rapportpv.core.plan import Plan
from rapportpv.core.somme import Plage, Somme
from rapportpv.reading.additions import Additions, has_candidates
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.columns import check_colonnes
from rapportpv.reading.comptes import Comptes
from rapportpv.reading.conversion import convert
from rapportpv.reading.couleurs import tell_couleurs
from rapportpv.reading.feuilles import choose_entete
from rapportpv.reading.fusions import find_fusions, list_cases, spread_merged, tell_fusions
from rapportpv.reading.headers import Attendus, Entete
from rapportpv.reading.inexpliques import Conteur
from rapportpv.reading.kinds import Genre, Trieur
from rapportpv.reading.livre import SORT_DE, make_livre
from rapportpv.reading.nombres import Nombres
from rapportpv.reading.perimees import tell_perimees
from rapportpv.reading.profil import find_cells
from rapportpv.reading.registre import Registre
from rapportpv.reading.restes import list_colonnes
from rapportpv.reading.rows import Lecteur
from rapportpv.reading.rules.pv102_cellule_vide import PV102
from rapportpv.reading.rules.pv110_formule_non_calculee import PV110
from rapportpv.reading.rules.pv303_total_compte_comme_ligne import CERTAIN, CONSEIL, PV303
from rapportpv.reading.signes import total_label
from rapportpv.reading.tableaux import Chercheur, Second, list_rows
from rapportpv.reading.trame import TOTAUX, Ligne, list_non_lus, make_trame, read_cents, read_sommes
from rapportpv.reading.unites import tell_annee, tell_barrees, tell_formats, tell_unites


class FeuilleTrouvee(Struct, frozen=True, dict=True):
    """A sheet whose headings are known, its rows not yet read."""

    attendus: Attendus
    fichier: str
    entete: Entete
    secondes: tuple[str, ...] = ()  # the other sheets that may be a part of it

    @property
    def plan(self) -> Plan:
        """What the sheet is."""
        return self.attendus.plan

    @property
    def nom(self) -> str:
        """The sheet's name."""
        return self.entete.grille.nom

    @cached_property
    def trieur(self) -> Trieur:
        """What tells the kinds of its rows."""
        return Trieur(self.entete, self.plan)

    @cached_property
    def lignes(self) -> list[Ligne]:
        """The rows below the headings: Excel row, kind, cells."""
        dessous = self.entete.grille.lignes[self.entete.ligne :]
        genres = self.trieur.sort(dessous, self._brut)
        numeros = range(self.entete.ligne + 1, self.entete.ligne + 1 + len(dessous))
        self._recognise_sommes(genres)
        for rang in list_rows(self._find_seconds(dessous, genres)):
            genres[rang] = Genre.AUTRE_TABLEAU if genres[rang] is not Genre.VIDE else Genre.VIDE
        if has_candidates(self.trieur, dessous, genres, self._brut):
            Additions(self.trieur, dessous, genres, self._counts).settle()
        lignes = list(zip(numeros, genres, dessous, strict=True))
        spread_merged(lignes, self.entete, self.trieur.montants)
        return lignes

    @cached_property
    def sommes(self) -> dict[Case, Somme]:
        """The amounts that are computed from other cells."""
        return read_sommes(self.entete.grille, self.trieur.montants.values())

    @cached_property
    def fusions(self) -> list[tuple[Plage, str]]:
        """The merged cells that nobody can read for sure."""
        return list(find_fusions(self.lignes, self.entete, self.trieur.montants))

    @cached_property
    def incertaines(self) -> frozenset[Case]:
        """The cells that are blank because of a formula or of merged cells, told for themselves."""
        fusionnees = (case for plage, _ in self.fusions for case in list_cases(plage, self.entete))
        return frozenset(self._uncomputed()).union(fusionnees)

    @cached_property
    def comptes(self) -> Comptes:
        """What each column is for the ledger."""
        return Comptes(self.entete, self.attendus, self.trieur, self.lignes, self.registre)

    @cached_property
    def registre(self) -> Registre:
        """Its columns, once merged cells are spread over its rows."""
        self.lignes  # noqa: B018 — they are spread there
        grille = self.entete.grille
        return Registre(grille, self.entete.ligne) if grille.fusions else self._brut

    @cached_property
    def _brut(self) -> Registre:
        """The same before."""
        return Registre(self.entete.grille, self.entete.ligne)

    @cached_property
    def seconds(self) -> list[Second]:
        """The other tables below, but for summaries whose numbers are all sums of this one."""
        self.lignes  # noqa: B018 — they are found with the kinds of the rows
        return [s for s in self._seconds if not self._is_summary(s)]

    @cached_property
    def _seconds(self) -> list[Second]:
        return []

    def lecteur(self, financeurs: tuple[str, ...] = ()) -> Lecteur:
        """What reads the rows of this sheet."""
        colonnes, libelles = self.entete.colonnes, self.entete.libelles
        return Lecteur(self.fichier, self.nom, colonnes, libelles, financeurs)

    def cells(self) -> tuple[list[int], dict[str, list[Any]]]:
        """The rows of data: their Excel rows, their raw cells by column."""
        donnees = [False] * self.entete.ligne
        donnees += [genre is Genre.DONNEES for _, genre, _ in self.lignes]
        return self.comptes.donnees, {
            code: list(compress(self.registre.cellules(c), donnees))
            for code, c in self.entete.colonnes.items()
        }

    def textes(self) -> dict[str, list[str]]:
        """The distinct texts of the columns that hold nothing else, below the headings."""
        colonnes, registre = self.entete.colonnes, self.registre
        return {
            code: registre.textes(c) for code, c in colonnes.items() if registre.classes(c) == {str}
        }

    def feuille(
        self,
        frame: pd.DataFrame,
        codes: Sequence[str],
        refusees: frozenset[int],
        ecartees: Iterable[int] = (),
    ) -> Feuille:
        """The sheet as it was read, with the totals of those columns; some rows do not count."""
        return Feuille(
            self.plan,
            self.fichier,
            self.nom,
            frame,
            self.entete.colonnes,
            read_totaux(self, codes),
            refusees | {ligne for ligne, _ in self.incertaines},
            make_trame(
                self.entete,
                self.lignes,
                self.trieur.montants,
                self.sommes,
                partial(list_non_lus, self._non_lues),  # and not the sheet, which may be large
            ),
            livre=self.livre(ecartees),
            laissees=tuple(list_colonnes(self.fichier, self.comptes)),
        )

    @property
    def _non_lues(self) -> list[Nombres]:
        """The columns that a total may count, and that are not read."""
        inexpliquees = (inconnue.colonne for inconnue in self.comptes.inexpliquees)
        colonnes = sorted({*self.entete.inconnues, *inexpliquees})
        lues = (self.registre.nombres(colonne) for colonne in colonnes)
        return [nombres for nombres in lues if nombres.remplies.any()]

    def livre(self, ecartees: Iterable[int]) -> Livre:
        """The ledger of the sheet: those rows of data are set aside."""
        haut = range(1, self.entete.ligne + 1)
        lignes = dict.fromkeys(haut, Sort.AUTRE_MESURE) | dict.fromkeys(ecartees, Sort.ECARTEE)
        lignes |= {n: SORT_DE[genre] for n, genre, _ in self.lignes if genre in SORT_DE}
        cases = dict.fromkeys(self.comptes.isolees, Sort.INEXPLIQUEE)
        for second in self._seconds:
            sort = Sort.INEXPLIQUEE if second in self.seconds else Sort.TOTAL
            debut = self.entete.ligne + 1
            numeros = range(debut + second.debut, debut + second.fin)
            siennes = find_cells(self.entete.grille, numeros, second.colonnes)
            lignes |= dict.fromkeys(numeros, Sort.AUTRE_MESURE)
            cases |= dict.fromkeys(siennes, sort)
        return make_livre(self.fichier, self.registre, self.comptes.roles, lignes, cases)

    def check(self) -> list[Anomalie]:
        """What is wrong with its formulas, its merged cells, its total rows."""
        grille, faux = self.entete.grille, (g for g in self.lignes if g[1] is Genre.TOTAL_REMPLI)
        cellules = tuple(cell_name(case) for case in self._uncomputed())
        formules = [PV110.at(Emplacement(self.fichier, grille.nom, cellules))] if cellules else []
        totaux = [_tell_total(self, numero, ligne) for numero, _, ligne in faux]
        return [
            *formules,
            *tell_fusions(self.fusions, self.entete, self.fichier),
            *totaux,
            *tell_perimees(self.comptes, self.fichier),
            *Conteur(self.fichier, self.comptes, self.seconds).tell(),
            *tell_unites(self.comptes, self.fichier),
            *tell_formats(self.comptes, self.fichier),
            *tell_barrees(self.comptes, self.fichier),
            *tell_annee(self.comptes, self.fichier),
        ]

    def keep_causes(self, anomalies: list[Anomalie]) -> list[Anomalie]:
        """The anomalies but for the blank cells whose cause is told."""
        causes = {cell_name(case) for case in self.incertaines}
        restantes = (
            a for a in anomalies if a.rule is not PV102 or not causes.intersection(a.lieu.cellules)
        )
        return tell_couleurs(self.entete, restantes)

    def _uncomputed(self) -> Iterator[Case]:
        """The formulas without a value, in rows of data; a total is no figure of ours."""
        utiles = {c for code, c in self.entete.colonnes.items() if code != "total"}
        donnees = {numero for numero, genre, _ in self.lignes if genre is Genre.DONNEES}
        cases = self.entete.grille.jamais_calculees
        return (case for case in cases if case[0] in donnees and case[1] in utiles)

    def _counts(self, ligne: Sequence[Any]) -> bool:
        return self.attendus.counts(self.entete.statut(ligne))

    def _find_seconds(self, dessous: list[list[Any]], genres: list[Genre]) -> list[Second]:
        """The other tables below, of which some row would count."""
        trouves = Chercheur(self.entete, self.attendus, self.trieur, dessous, genres).find()
        utiles = [
            s
            for s in trouves
            if not s.ordre
            or any(
                genres[r] is Genre.DONNEES and self._counts(dessous[r])
                for r in range(s.debut, s.fin)
            )
        ]
        self._seconds.extend(utiles)
        return utiles

    def _is_summary(self, second: Second) -> bool:
        debut = self.entete.ligne + 1
        numeros = range(debut + second.debut, debut + second.fin)
        largeur = max(map(len, self.entete.grille.lignes), default=0)
        nombres = find_cells(self.entete.grille, numeros, range(1, largeur + 1))
        return not second.ordre and self.comptes.connues.explains_all(nombres)

    def _recognise_sommes(self, genres: list[Genre]) -> None:
        """A row whose amount adds up the rows around it is a total, whatever it says."""
        premiere = self.entete.ligne + 1
        for case, somme in self.sommes.items():
            rang = case[0] - premiere
            dedans = 0 <= rang < len(genres) and genres[rang] is Genre.DONNEES
            if not (dedans and somme.is_vertical(case)):
                continue
            plages = [(haut - premiere, bas - premiere + 1) for haut, _, bas, _ in somme.plages]
            sommees = [g for haut, bas in plages for g in genres[max(haut, 0) : bas]]
            if len(sommees) > 1 and Genre.DONNEES in sommees:
                ligne = self.entete.grille.lignes[case[0] - 1]
                genres[rang] = Genre.TOTAL_REMPLI if self.trieur.is_whole(ligne) else Genre.TOTAL


def locate(
    grilles: Sequence[Grille], fichier: str, attendus: Attendus, ignorees: Sequence[str] = ()
) -> tuple[FeuilleTrouvee | None, list[Anomalie]]:
    """The sheet of the plan, by its name or else by its headings, and what is wrong with it."""
    choix = choose_entete(grilles, fichier, attendus, ignorees)
    if choix.entete is None:
        return None, choix.anomalies
    entete = convert(choix.entete, attendus)
    trouvee = FeuilleTrouvee(attendus, fichier, entete, choix.secondes)
    fautes = check_colonnes(trouvee.comptes, fichier)
    return trouvee, [*choix.anomalies, *fautes, *trouvee.check()]


def read_totaux(trouvee: FeuilleTrouvee, codes: Sequence[str]) -> tuple[TotalImprime, ...]:
    """The amounts of the total rows."""
    colonnes = trouvee.entete.colonnes
    return tuple(
        TotalImprime((numero, colonnes[code]), total_label(ligne), code, montant)
        for numero, genre, ligne in trouvee.lignes
        if genre in TOTAUX
        for code in codes
        if code in colonnes and (montant := read_cents(ligne, colonnes[code])) is not None
    )


def _tell_total(trouvee: FeuilleTrouvee, numero: int, ligne: Sequence[Any]) -> Anomalie:
    remplies = (c for c, v in enumerate(ligne, start=1) if v is not None and str(v).strip())
    lieu = Emplacement(trouvee.fichier, trouvee.nom, (cell_name((numero, next(remplies))),))
    return PV303.at(lieu, valeur=total_label(ligne), suggestion=CONSEIL, constat=CERTAIN)
