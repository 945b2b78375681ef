"""What changed, as a list that a person reads: each thing once, where it is."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.comparaison import (
    Changement,
    ChiffreChange,
    Fragment,
    Objet,
    Sorte,
    Trait,
)
from rapportpv.core.relecture import Place
from rapportpv.review.comparaison.apparier import (
    Ajoute,
    PaireCase,
    PairePara,
    PaireRangee,
    PaireTable,
    RangeeAjoutee,
    RangeeRetiree,
    Retire,
    Suite,
)
from rapportpv.review.comparaison.blocs import Bloc, Para, Rangee, Table
from rapportpv.review.comparaison.colonnes import diff_colonnes
from rapportpv.review.comparaison.forme import read_forme
from rapportpv.review.comparaison.mots import Ecart, is_visible
from rapportpv.review.comparaison.texte import NUMERO, OBJET
from rapportpv.review.comparaison.zones import Appariement, Zone

_DEPLACE = 12  # letters: a shorter text that goes and comes is another one
_UNITE = re.compile(r"\s?[€%]$")


class Liste(Struct):
    """All that changed, while it is being told."""

    changements: list[Changement] = field(default_factory=list)
    formes: int = 0
    sommaire: bool = False
    _chiffres: dict[tuple[str, str, str], list[tuple[Place, str, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def tell(self, appariement: Appariement) -> "Liste":
        """Tell every zone, then what was moved rather than taken out and put in."""
        for zone in appariement.zones:
            self._tell_zone(zone)
        self.changements = _find_moves(self.changements)
        return self

    @property
    def chiffres(self) -> tuple[ChiffreChange, ...]:
        """The named figures that changed, each with all its places."""
        return tuple(_gather(nom, dits) for (nom, *_), dits in self._chiffres.items())

    def _tell_zone(self, zone: Zone) -> None:
        self._tell_suite(zone.suite)

    def _tell_suite(self, suite: Suite) -> None:
        for sort in suite:
            match sort:
                case PairePara():
                    self._tell_para(sort)
                case PaireTable():
                    self._tell_table(sort)
                case Retire():
                    self._tell_bloc(sort.quoi, Sorte.RETIRE)
                case Ajoute():
                    self._tell_bloc(sort.quoi, Sorte.AJOUTE)

    def _tell_bloc(self, bloc: Bloc, sorte: Sorte) -> None:
        """A paragraph or a table that is in one document only."""
        if isinstance(bloc, Table):
            self._add(sorte, Objet.TABLEAU, bloc.place, bloc.texte)
            return
        if bloc.sommaire:
            self.sommaire = True
            return
        if bloc.dit.serre:
            self._add(sorte, Objet.PARAGRAPHE, bloc.place, bloc.dit.serre)
        elif not bloc.figures:
            self.formes += 1  # a blank line
        for figure in bloc.figures:
            if figure is not None and figure.boite is None:
                self._add(sorte, figure.objet, replace(bloc.place, debut=""), figure.nom)

    def _add(self, sorte: Sorte, objet: Objet, place: Place, texte: str) -> None:
        avant, apres = ("", texte) if sorte is Sorte.AJOUTE else (texte, "")
        self.changements.append(Changement(sorte, objet, place, avant, apres))

    def _tell_para(self, paire: PairePara) -> None:
        """A paragraph that both have: its words, its figures, its pictures."""
        if paire.force and not paire.avant.is_vide and not paire.apres.is_vide:
            self._tell_bloc(paire.avant, Sorte.RETIRE)
            self._tell_bloc(paire.apres, Sorte.AJOUTE)
            return
        if paire.force:
            self._tell_bloc(*_the_one(paire))
            return
        vus = self._take_figures(paire)
        if vus and paire.apres.sommaire:
            self.sommaire = True
        elif vus:
            self.changements.append(
                Changement(
                    Sorte.MODIFIE,
                    Objet.PARAGRAPHE,
                    paire.apres.place,
                    paire.avant.dit.serre,
                    paire.apres.dit.serre,
                    tuple(list_fragments(paire, vus)),
                )
            )
        self._tell_figures(paire)
        self._count_forme(paire, vus)

    def _count_forme(self, paire: PairePara, vus: Sequence[Ecart]) -> None:
        """Count a paragraph that says the same in another look."""
        if vus or any(ecart.nom for ecart in paire.ecarts):
            return
        autre = bool(paire.ecarts) or read_forme(paire.avant) != read_forme(paire.apres)
        self.formes += int(autre and not paire.apres.sommaire)

    def _take_figures(self, paire: PairePara) -> list[Ecart]:
        """Tell the named figures apart; what else changed, that shows."""
        avant, apres = paire.avant.dit, paire.apres.dit
        vus = [ecart for ecart in paire.ecarts if is_visible(ecart, avant, apres)]
        for ecart in vus:
            if ecart.nom:
                dit = avant.texte[ecart.debut : ecart.fin]
                redit = apres.texte[ecart.vers : ecart.jusque]
                cle = ecart.nom, _UNITE.sub("", dit), _UNITE.sub("", redit)
                self._chiffres[cle].append((paire.apres.place, dit, redit))
        return [ecart for ecart in vus if not ecart.nom]

    def _tell_figures(self, paire: PairePara) -> None:
        """The pictures, charts and drawings that changed; those that came and went."""
        siennes, leurs = (
            [f for f in p.figures if f is not None and f.boite is None]
            for p in (paire.avant, paire.apres)
        )
        place = replace(paire.apres.place, debut="")
        for a, b in zip(siennes, leurs, strict=False):
            if a.empreinte != b.empreinte:
                self.changements.append(Changement(Sorte.MODIFIE, b.objet, place, a.nom, b.nom))
        for figure in siennes[len(leurs) :]:
            self._add(Sorte.RETIRE, figure.objet, replace(paire.avant.place, debut=""), figure.nom)
        for figure in leurs[len(siennes) :]:
            self._add(Sorte.AJOUTE, figure.objet, place, figure.nom)

    def _tell_table(self, paire: PaireTable) -> None:
        """The rows and cells that changed; the columns, when there are others."""
        autres = diff_colonnes(paire)
        if autres is not None:
            self.changements += autres
            return
        for rangee in paire.rangees:
            match rangee:
                case RangeeRetiree():
                    self._tell_rangee(rangee.quoi, Sorte.RETIRE)
                case RangeeAjoutee():
                    self._tell_rangee(rangee.quoi, Sorte.AJOUTE)
                case PaireRangee():
                    for case in rangee.cases:
                        self._tell_case(case)

    def _tell_rangee(self, rangee: Rangee, sorte: Sorte) -> None:
        self._add(sorte, Objet.LIGNE, replace(rangee.place, ligne=""), rangee.texte)

    def _tell_case(self, case: PaireCase) -> None:
        """A cell that changed is told whole, but for its figures and what stands in it."""
        visible = False
        for sort in case.suite:
            match sort:
                case PairePara():
                    vus = self._take_figures(sort)
                    self._tell_figures(sort)
                    self._count_forme(sort, vus)
                    visible |= bool(vus)
                case PaireTable():
                    self._tell_table(sort)
                case Retire() | Ajoute():
                    visible |= bool(sort.quoi.texte)
        if visible:
            place = next((b.place for b in case.apres.blocs if isinstance(b, Para)), Place())
            texte = case.avant.texte, case.apres.texte
            self.changements.append(Changement(Sorte.MODIFIE, Objet.CELLULE, place, *texte))


def _gather(nom: str, dits: Sequence[tuple[Place, str, str]]) -> ChiffreChange:
    """A change of a figure with all its places, in the words of one that writes its unit."""
    _, avant, apres = max(dits, key=lambda dit: len(dit[1]))
    return ChiffreChange(nom, avant, apres, tuple(place for place, *_ in dits))


def _the_one(paire: PairePara) -> tuple[Para, Sorte]:
    """The one of two paragraphs that says something."""
    if paire.apres.is_vide:
        return paire.avant, Sorte.RETIRE
    return paire.apres, Sorte.AJOUTE


def list_fragments(paire: PairePara, ecarts: Sequence[Ecart]) -> Iterator[Fragment]:
    """The paragraph, word for word: what stayed, what went, what came."""
    avant, apres = paire.avant.dit.texte, paire.apres.dit.texte
    place = 0
    for ecart in ecarts:
        if ecart.nom.startswith(NUMERO):
            continue
        yield from _fragment(Trait.GARDE, apres[place : ecart.vers])
        yield from _fragment(Trait.OTE, avant[ecart.debut : ecart.fin])
        yield from _fragment(Trait.MIS, apres[ecart.vers : ecart.jusque])
        place = ecart.jusque
    yield from _fragment(Trait.GARDE, apres[place:])


def _fragment(trait: Trait, texte: str) -> Iterator[Fragment]:
    texte = texte.replace(OBJET, "")
    if texte:
        yield Fragment(trait, texte)


def _find_moves(changements: list[Changement]) -> list[Changement]:
    """The same, what went and came as it was told as moved."""
    partis: dict[tuple[Objet, str], list[int]] = defaultdict(list)
    for rang, changement in enumerate(changements):
        if changement.sorte is Sorte.RETIRE and len(changement.avant) >= _DEPLACE:
            partis[changement.objet, changement.avant].append(rang)
    deplaces: dict[int, int] = {}
    for rang, changement in enumerate(changements):
        if changement.sorte is Sorte.AJOUTE:
            venus = partis.get((changement.objet, changement.apres), [])
            if venus:
                deplaces[rang] = venus.pop(0)
    otes = set(deplaces.values())
    return [
        replace(c, sorte=Sorte.DEPLACE, avant=c.apres, depuis=changements[deplaces[rang]].place)
        if rang in deplaces
        else c
        for rang, c in enumerate(changements)
        if rang not in otes
    ]
