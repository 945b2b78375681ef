"""The organisation chart of the service: boxes from the top down, lines between them."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.dessin import (
    LARGEUR_DU_TEXTE,
    MM,
    Couleur,
    Dessin,
    Ecrit,
    Fond,
    Forme,
    Point,
    Rectangle,
    Trace,
    Trait,
)
from rapportpv.drawing.formes import Pave, join, shift
from rapportpv.drawing.texte import height, wrap
from rapportpv.french.alternative import SIGNES, fit_phrases
from rapportpv.subjects.service.organigramme import POSTES_MAX, Poste, Service

HAUTEUR_MAX = 225 * MM
ETROITE, LARGE = 33 * MM, 50 * MM
ECART, ETAGE, RETRAIT = 4 * MM, 9 * MM, 5 * MM
MARGE = round(1.6 * MM)
NOM, FONCTION = 10, 9  # points

_PLUS_PETIT = 2  # posts
_PAR_DESSIN = 12  # how many below one post, where a page does not hold them all
_NIVEAUX_COMPARES = 2  # below, trying both ways would take too long
_LIEN = Trait("tx2", 9525)
_TETE = Fond("accent1")
_CASE = Fond("bg2")


def draw_organigramme(service: Service) -> Dessin | None:
    """The chart, None when there is nobody, or too many: in branches when a page is too small."""
    if not service.postes or len(service.postes) > POSTES_MAX:
        return None
    titre, alt = "Organisation du service", describe(service)
    premier, *suites = [_draw(pave, titre, alt) for pave in _lay_out(service)]
    return replace(premier, suites=tuple(suites))


def _draw(pave: Pave, titre: str, alt: str) -> Dessin:
    marge = (LARGEUR_DU_TEXTE - pave.largeur) // 2
    formes = tuple(shift(forme, marge, 0) for forme in pave.formes)
    return Dessin("organigramme", titre, alt, LARGEUR_DU_TEXTE, pave.hauteur, formes)


def _lay_out(service: Service) -> Iterator[Pave]:
    """The whole chart when a page holds it; else its top, then each of its branches."""
    essais = (_Dessinateur(service, serre).place_tops(LARGEUR_DU_TEXTE) for serre in (False, True))
    for pave in essais:
        if pave.largeur <= LARGEUR_DU_TEXTE and pave.hauteur <= HAUTEUR_MAX:
            yield pave
            return
    tetes = service.subordonnes.get(None, [])
    if len(service.postes) <= _PLUS_PETIT:
        yield pave  # nothing can be taken away: names that long are somebody's wish
        return
    if len(tetes) > 1:
        moitie = len(tetes) // 2
        for siennes in (tetes[:moitie], tetes[moitie:]):
            yield from _lay_out(_below(service, siennes))
        return
    siens = service.subordonnes[tetes[0].ligne]
    plat = len(service.postes) == 1 + len(siens)
    pas = max(1, len(siens) // 2) if plat else _PAR_DESSIN
    for debut in range(0, len(siens), pas):
        yield from _lay_out(_cut([*tetes, *siens[debut : debut + pas]]))
    for sien in siens:
        if service.subordonnes.get(sien.ligne):
            yield from _lay_out(_below(service, [sien]))


def _below(service: Service, tetes: Sequence[Poste]) -> Service:
    """The service of these posts and of all below them."""
    gardes, suivants = list(tetes), list(tetes)
    while suivants:
        siens = service.subordonnes.get(suivants.pop().ligne, [])
        gardes += siens
        suivants += siens
    return _cut([replace(p, rattache_a="") if p in tetes else p for p in gardes])


def _cut(postes: Sequence[Poste]) -> Service:
    return Service(tuple(sorted(postes, key=lambda poste: poste.ligne)))


def describe(service: Service) -> str:
    """Who reports to whom, in words."""
    nombre = len(service.postes)
    niveaux = 1 + max((niveau for niveau, _ in service.walk()), default=0)
    phrases = [
        f"Organigramme de {nombre} poste{'s' if nombre > 1 else ''}"
        f"{f' sur {niveaux} niveaux' if niveaux > 1 else ''}."
    ]
    for niveau, poste in service.walk():
        siens = service.subordonnes.get(poste.ligne, [])
        if siens:
            suite = ", ".join(map(_name, siens))
            phrases.append(f"{_name(poste)} a sous sa responsabilité : {suite}.")
        elif niveau == 0:
            phrases.append(f"{_name(poste)}.")
    entier = " ".join(phrases)
    if len(entier) <= SIGNES:
        return entier
    return fit_phrases(_sum_up(service, phrases[0]))


def _sum_up(service: Service, combien: str) -> Iterator[str]:
    """How many there are, who is at the top, who has the most people below."""
    yield combien
    tetes = [poste for niveau, poste in service.walk() if niveau == 0]
    yield f"En tête : {', '.join(poste.nom for poste in tetes)}."
    premier = max(
        (poste for _, poste in service.walk()),
        key=lambda poste: len(service.subordonnes.get(poste.ligne, ())),
    )
    siens = len(service.subordonnes.get(premier.ligne, ()))
    if siens > 1:
        yield f"{premier.nom} a {siens} personnes sous sa responsabilité."


def _name(poste: Poste) -> str:
    return f"{poste.nom} ({poste.fonction})" if poste.fonction else poste.nom


class _Dessinateur(Struct, frozen=True):
    """Places each post and those below it in the width that is left to them.

    Those of one level stand side by side where they can; `serre`: only where it saves height.
    """

    service: Service
    serre: bool

    @property
    def _etage(self) -> int:
        """What parts two levels."""
        return 6 * MM if self.serre else ETAGE

    @property
    def _interligne(self) -> int:
        """What parts two boxes of a column."""
        return 2 * MM if self.serre else ECART

    def place_tops(self, largeur: int) -> Pave:
        """The posts of the top, side by side, or one below the other when there is no room."""
        tetes = self._siens(None)
        piles = [self._place(tete, largeur, 0) for tete in tetes]
        pile = join(piles, [(0, y) for y in _stack(piles, self._etage)])
        if self._narrow_all(tetes) > largeur:
            return pile
        rang = self._side_by_side(tetes, largeur, niveau=0)
        return pile if self.serre and pile.hauteur < rang.hauteur else rang

    def _siens(self, ligne: int | None) -> Sequence[Poste]:
        return self.service.subordonnes.get(ligne, [])

    def _narrow(self, poste: Poste) -> int:
        """The least width that a post and all below it can do with."""
        siens = self._siens(poste.ligne)
        retrait = RETRAIT if len(siens) > 1 else 0
        return max([ETROITE, *(retrait + self._narrow(sien) for sien in siens)])

    def _narrow_all(self, postes: Sequence[Poste]) -> int:
        return sum(map(self._narrow, postes)) + ECART * (len(postes) - 1)

    def _place(self, poste: Poste, largeur: int, niveau: int, hauteur: int = 0) -> Pave:
        """A post above those below it; its box is at least that high."""
        case = _draw_box(poste, min(LARGE, largeur), niveau)
        haut = max(hauteur, case.hauteur)
        case = _draw_box(poste, case.largeur, niveau, haut)
        siens = self._siens(poste.ligne)
        if not siens:
            return Pave(case.largeur, haut, (case,), case.largeur // 2)
        if self._narrow_all(siens) > largeur:
            return self._list(case, siens, largeur, niveau + 1)
        rang = self._hang(case, self._side_by_side(siens, largeur, niveau + 1))
        if not self.serre or len(siens) == 1 or niveau > _NIVEAUX_COMPARES:
            return rang
        liste = self._list(case, siens, largeur, niveau + 1)
        return liste if liste.hauteur < rang.hauteur else rang

    def _side_by_side(self, postes: Sequence[Poste], largeur: int, niveau: int) -> Pave:
        """Posts of one level, their boxes equally high; its anchors are where lines come in."""
        minima = [self._narrow(poste) for poste in postes]
        reste = (largeur - self._narrow_all(postes)) // len(postes)
        larges = [minimum + reste for minimum in minima]
        paires = list(zip(postes, larges, strict=True))
        haut = max(_draw_box(p, min(LARGE, w), niveau).hauteur for p, w in paires)
        paves = [self._place(p, w, niveau, haut) for p, w in paires]
        pas = accumulate((pave.largeur + ECART for pave in paves[:-1]), initial=0)
        return join(paves, [(x, 0) for x in pas])

    def _hang(self, case: Rectangle, dessous: Pave) -> Pave:
        """A box centred above what is below it, and the lines between."""
        ancres = dessous.ancres
        milieu = (ancres[0] + ancres[-1]) // 2
        decalage = max(0, case.largeur // 2 - milieu)
        x = max(0, milieu - case.largeur // 2)
        ancre = x + case.largeur // 2
        barre = case.hauteur + self._etage // 2
        lignes: list[tuple[Point, ...]] = [((ancre, case.hauteur), (ancre, barre))]
        bouts = [ancre, *(a + decalage for a in ancres)]
        if min(bouts) < max(bouts):
            lignes.append(((min(bouts), barre), (max(bouts), barre)))
        bas = case.hauteur + self._etage
        lignes += [((a + decalage, barre), (a + decalage, bas)) for a in ancres]
        formes = (_link(lignes), shift(case, x, 0), *dessous.shifted(decalage, bas))
        largeur = max(x + case.largeur, decalage + dessous.largeur)
        return Pave(largeur, bas + dessous.hauteur, formes, ancre)

    def _list(self, case: Rectangle, siens: Sequence[Poste], largeur: int, niveau: int) -> Pave:
        """A box above as many columns of those below it as there is room for, or as is best."""
        etroite = RETRAIT + max(map(self._narrow, siens))
        possibles = max(1, min(len(siens), (largeur + ECART) // (etroite + ECART)))
        compare = self.serre and niveau <= _NIVEAUX_COMPARES
        essais = range(possibles, 0, -1) if compare else (possibles,)
        paves = [self._columns(case, siens, largeur, niveau, nombre) for nombre in essais]
        return min(paves, key=lambda pave: pave.hauteur)

    def _columns(
        self, case: Rectangle, siens: Sequence[Poste], largeur: int, niveau: int, nombre: int
    ) -> Pave:
        """A box above that many columns of those below it, each hung on a line at its left."""
        rangs = -(-len(siens) // nombre)
        nombre = -(-len(siens) // rangs)
        large = (largeur - ECART * (nombre - 1)) // nombre - RETRAIT
        haut = self._interligne if nombre == 1 else 0
        colonnes = [
            self._column(siens[debut : debut + rangs], large, niveau, haut)
            for debut in range(0, len(siens), rangs)
        ]
        if nombre == 1:
            formes = (*colonnes[0].shifted(0, case.hauteur), case)
            cote = max(case.largeur, colonnes[0].largeur)
            return Pave(cote, case.hauteur + colonnes[0].hauteur, formes, case.largeur // 2)
        pas = accumulate((colonne.largeur + ECART for colonne in colonnes[:-1]), initial=0)
        return self._hang(case, join(colonnes, [(x, 0) for x in pas]))

    def _column(self, postes: Sequence[Poste], largeur: int, niveau: int, haut: int) -> Pave:
        """Posts one below the other, indented, and the line that they hang on."""
        paves = [self._place(poste, largeur, niveau) for poste in postes]
        hauts = _stack(paves, self._interligne, haut)
        lignes: list[tuple[Point, ...]] = []
        tige = RETRAIT // 2
        for poste, pave, y in zip(postes, paves, hauts, strict=True):
            case = next(f for f in pave.formes if f.nom == _box_name(poste))
            assert isinstance(case, Rectangle)
            milieu = y + case.hauteur // 2
            lignes.append(((tige, milieu), (RETRAIT + case.x, milieu)))
        lignes.append(((tige, 0), (tige, lignes[-1][0][1])))
        pile = join(paves, [(RETRAIT, y) for y in hauts])
        return Pave(pile.largeur, pile.hauteur, (_link(lignes), *pile.formes), tige)


def _stack(paves: Sequence[Pave], ecart: int, debut: int = 0) -> list[int]:
    """Where each block begins when they stand one below the other."""
    hauts = accumulate((pave.hauteur + ecart for pave in paves), initial=debut)
    return list(hauts)[:-1]


def _draw_box(poste: Poste, largeur: int, niveau: int, hauteur: int = 0) -> Rectangle:
    """The box of a post: its name in bold, its function below."""
    tete = niveau == 0
    couleur: Couleur = "bg1" if tete and not poste.is_vacant else "tx1"
    place = largeur - 2 * MARGE
    nom = Ecrit(poste.nom, NOM, gras=True, italique=poste.is_vacant, couleur=couleur)
    fonction = Ecrit(poste.fonction, FONCTION, couleur=couleur)
    ecrits = (nom, fonction) if poste.fonction else (nom,)
    lignes = tuple(ligne for ecrit in ecrits for ligne in wrap(ecrit, place))
    return Rectangle(
        _box_name(poste),
        0,
        0,
        largeur,
        max(hauteur, height(lignes) + 2 * MARGE),
        None if poste.is_vacant else _TETE if tete else _CASE,
        Trait("accent1", 9525, tirets=poste.is_vacant),
        ecrits,
        "center",
        MARGE,
    )


def _box_name(poste: Poste) -> str:
    return f"{poste.nom} (ligne {poste.ligne})"


def _link(lignes: Sequence[tuple[Point, ...]]) -> Forme:
    return Trace("Liens", tuple(lignes), trait=_LIEN)
