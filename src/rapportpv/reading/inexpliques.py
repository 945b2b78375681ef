"""The amounts of a sheet that nobody can explain, told with what they may be and what to do."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement, cell_name, column_letter
from rapportpv.french.lexique import fold
from rapportpv.french.typographie import format_euros, format_texte
from rapportpv.reading.comptes import Comptes, Inconnue
from rapportpv.reading.decisions import tell_decisions, tell_millesimes
from rapportpv.reading.headers import is_plausible
from rapportpv.reading.kinds import Genre
from rapportpv.reading.litiges import tell_litiges
from rapportpv.reading.profil import find_cells, read_profil
from rapportpv.reading.rules.pv009_colonne_de_montants_inconnue import PV009
from rapportpv.reading.rules.pv021_second_tableau import PV021
from rapportpv.reading.rules.pv116_ligne_de_montants_inexpliquee import PV116
from rapportpv.reading.tableaux import Second
from rapportpv.reading.titres import read_titre
from rapportpv.reading.toml import quote


class Conteur(Struct, frozen=True):
    """What tells the unexplained amounts of one sheet."""

    fichier: str
    comptes: Comptes
    seconds: Sequence[Second]

    def tell(self) -> Iterator[Anomalie]:
        """An anomaly for each cause."""
        comptees = any(map(self.comptes.counts, self.comptes.entete.colonnes))
        if comptees or not self.comptes.attendus.plan.montant_requis:  # else it is told
            yield from (self._colonne(i) for i in self.comptes.inexpliquees)
            yield from self._isolees()
        yield from tell_decisions(self.comptes, self.fichier)
        yield from tell_millesimes(self.comptes, self.fichier)
        yield from tell_litiges(self.comptes, self.fichier)
        yield from (self._second(second) for second in self.seconds)
        if self.comptes.entete.voisines and not self.comptes.voisines_expliquees:
            yield self._voisin()
        yield from self._lignes()

    @property
    def _est_programmation(self) -> bool:
        return self.comptes.attendus.plan.financeurs

    def _lieu(self, *cellules: str) -> Emplacement:
        return Emplacement(self.fichier, self.comptes.entete.grille.nom, cellules)

    # Columns.

    def _colonne(self, inconnue: Inconnue) -> Anomalie:
        lettre, libelle = column_letter(inconnue.colonne), inconnue.libelle
        lignes = sorted(inconnue.profil.cents)
        tete = f"{lettre}{self.comptes.entete.ligne}"
        cellules = (tete,) if libelle else (f"{lettre}{lignes[0]}:{lettre}{lignes[-1]}",)
        anomalie = PV009.at(
            self._lieu(*cellules),
            valeur=libelle or None,
            colonne=_name(libelle, lettre),
            montants=_say(inconnue.profil.cents.values()),
            consequence=self._consequence(inconnue),
        )
        proche = self._proche(libelle) if libelle and not inconnue.champ else None
        if proche:
            return replace(anomalie, suggestion=format_texte(f"Écrivez « {proche} »."))
        conseil = self._conseil(inconnue)
        return replace(anomalie, suggestion=conseil)

    def _consequence(self, inconnue: Inconnue) -> str:
        """«, et le total écrit en P, qui les compte, est plus grand d’autant»."""
        total = self.comptes.entete.colonnes.get("total")
        if total is None:
            return ""
        projets = self.comptes.projets
        imprimes = read_profil(self.comptes.registre, total, self.comptes.donnees).cents
        manque = {n: imprimes.get(n, 0) - projets.sommes.get(n, 0) for n in projets.sommes}
        if sum(manque.values()) != inconnue.profil.somme:
            return ""
        return (
            f" ; c’est pourquoi le total écrit dans la colonne {column_letter(total)} les dépasse "
            f"de {_euros(inconnue.profil.somme)}"
        )

    def _proche(self, libelle: str) -> str | None:
        """The name that a heading is near, but for headings that say more than a name."""
        titre = read_titre(libelle)
        if titre.etape or titre.annees or titre.precedente or titre.unite:
            return None
        proche = self.comptes.attendus.lexique.suggest(libelle, ressemblance="orthographe")
        return None if proche and set(fold(proche).split()) < set(fold(libelle).split()) else proche

    def _conseil(self, inconnue: Inconnue) -> str:
        libelle, bloc = inconnue.libelle, f"[colonnes.{self.comptes.attendus.plan.nom}]"
        if inconnue.champ:
            nom = self.comptes.attendus.plan.libelle(inconnue.champ)
            return format_texte(
                f"Elle est lue comme la colonne « {nom} » : si c’est un financeur, donnez-lui le "
                "nom qu’il a dans rapportpv.toml."
            )
        if not libelle:
            return format_texte("Donnez-lui un en-tête : le nom d’un financeur, ou ce qu’elle dit.")
        ignorer = f"{bloc} ignorer = [{quote(libelle)}]"
        if not self._est_programmation or self.comptes.longue:
            return (
                format_texte("Si elle compte, donnez-lui le nom de la colonne des montants, ")
                + format_texte("ou réunissez-les ; sinon, écrivez dans rapportpv.toml : ")
                + ignorer
            )
        bailleur = (
            f"[[financeur]] code = {quote(_slug(libelle))}, libelle = {quote(libelle)}, "
            'famille = "Autres", specifique = false'
        )
        return (
            format_texte("Si c’est un financeur, déclarez-le dans rapportpv.toml : ")
            + bailleur
            + format_texte(
                " (une ligne par réglage). Si c’est un autre nom d’un financeur déclaré, ajoutez "
            )
            + quote(libelle)
            + format_texte(" à ses alias. Si elle ne compte pas : ")
            + ignorer
        )

    def _isolees(self) -> Iterator[Anomalie]:
        par_colonne: dict[int, list[tuple[int, int]]] = {}
        for (numero, colonne), cents in self.comptes.isolees.items():
            par_colonne.setdefault(colonne, []).append((numero, cents))
        for colonne, trouves in par_colonne.items():
            libelle = self.comptes.entete.libelles.get(colonne, "")
            lettre = column_letter(colonne)
            nom = _name(libelle, lettre)
            anomalie = PV009.at(
                self._lieu(*(f"{lettre}{n}" for n, _ in trouves)),
                valeur=libelle or None,
                colonne=f"{nom}, au milieu de textes,",
                montants=_say(c for _, c in trouves),
                consequence="",
            )
            yield replace(anomalie, suggestion=self._conseil_isole(libelle))

    def _conseil_isole(self, libelle: str) -> str:
        conseil = format_texte(
            "Mettez ces montants dans la colonne de leur financeur, ou dites dans le texte ce "
            "qu’ils sont. Si elle ne compte pas : "
        )
        bloc = f"[colonnes.{self.comptes.attendus.plan.nom}]"
        return conseil + (f"{bloc} ignorer = [{quote(libelle)}]" if libelle else "videz-la.")

    # Tables.

    def _second(self, second: Second) -> Anomalie:
        entete = self.comptes.entete
        debut = entete.ligne + 1 + second.debut
        fin = entete.ligne + second.fin
        sienne = self._sum(second)
        sans = sum(
            self.comptes.projets.sommes[n]
            for n in self.comptes.donnees
            if self.comptes.counts_row(n)
        )
        lignes = self.comptes.lignes
        while fin > debut and lignes[fin - entete.ligne - 1][1] is Genre.VIDE:
            fin -= 1
        return PV021.at(
            self._lieu(f"{debut}:{fin}"),
            valeur=second.titre or None,
            ou=f"de la ligne {debut} à la ligne {fin}",
            titre=f", sous « {second.titre} »" if second.titre else "",
            second=_euros(sienne),
            sans=_euros(sans),
            avec=_euros(sans + sienne),
        )

    def _sum(self, second: Second) -> int:
        """What the rows of another table come to, but for its own totals."""
        entete = self.comptes.entete
        numeros = range(entete.ligne + 1 + second.debut, entete.ligne + 1 + second.fin)
        cents = find_cells(entete.grille, numeros, self._payees(second))
        totales = self.comptes.trieur.totales(entete.grille.lignes, numeros)
        return sum(c for (n, _), c in cents.items() if n not in totales)

    def _payees(self, second: Second) -> list[int]:
        if not second.ordre:
            return list(second.colonnes)
        colonnes = self.comptes.entete.colonnes
        return [c for code, c in colonnes.items() if self.comptes.counts(code)]

    def _voisin(self) -> Anomalie:
        entete, comptes = self.comptes.entete, self.comptes
        voisines = sorted(entete.voisines)
        cellules = tuple(cell_name((entete.ligne, c)) for c in voisines)
        sans = sum(comptes.projets.sommes[n] for n in comptes.donnees if comptes.counts_row(n))
        sienne = sum(comptes.voisins.values())
        titres = ", ".join(f"« {entete.libelles[c]} »" for c in voisines if c in entete.libelles)
        return PV021.at(
            self._lieu(*cellules),
            ou=f"à côté du premier ({titres})",
            titre="",
            second=_euros(sienne),
            sans=_euros(sans),
            avec=_euros(sans + sienne),
        )

    # Rows.

    def _lignes(self) -> Iterator[Anomalie]:
        if not is_plausible(self.comptes.entete, self.comptes.attendus.plan):
            return  # no row would be an action: the missing columns are told
        trieur = self.comptes.trieur
        projet = "une action" if self._est_programmation else "une ligne complète"
        for numero, genre, ligne in self.comptes.lignes:
            if genre is Genre.INEXPLIQUE:
                nom = next(iter(trieur.names(ligne)), "")
                cents = trieur.cents(ligne)
                yield PV116.at(
                    self._lieu(f"{numero}:{numero}"),
                    valeur=nom or None,
                    numero=numero,
                    nom=f" (« {nom} »)" if nom else "",
                    montants=_say(cents),
                    projet=projet,
                    somme=self._above(numero),
                )

    def _above(self, numero: int) -> str:
        """«; les lignes au-dessus font 20 000 €»."""
        dessus = [n for n in self.comptes.donnees if n < numero]
        if not dessus:
            return ""
        somme = sum(self.comptes.projets.sommes[n] for n in dessus)
        return f" (les lignes au-dessus font {_euros(somme)} en tout)"


def _name(libelle: str, lettre: str) -> str:
    return (
        f"La colonne « {libelle} » ({lettre})" if libelle else f"La colonne {lettre}, sans titre,"
    )


def _say(montants: Iterable[int]) -> str:
    """«7 montants, 21 000 € en tout», «un montant, 3 000 €»."""
    liste = list(montants)
    somme = _euros(sum(liste))
    return f"un montant, {somme}" if len(liste) == 1 else f"{len(liste)} montants, {somme} en tout"


def _euros(cents: int) -> str:
    return format_euros(Fraction(cents, 100))


def _slug(libelle: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", fold(libelle)).strip("_") or "financeur"
