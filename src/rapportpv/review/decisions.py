"""What is to be done of each region: what was generated, what stands there, what the year says."""

import re
from collections.abc import Iterable

from msgspec import Struct

from rapportpv.review.changements import Sort
from rapportpv.review.cote import Cote
from rapportpv.word.memoire import Memoire, Souvenir
from rapportpv.word.regions import RETOUCHABLES, Ancre, Genre, Region
from rapportpv.word.releves import digest
from rapportpv.word.reperage import original_of

_LIBREOFFICE = re.compile(rb"<Application>LibreOffice")


class Decision(Struct, frozen=True):
    """A region that differs from what the year says: what stands there, what is meant."""

    sort: Sort
    sienne: Region
    voulue: Region | None  # None when the year has nothing of that name
    avant: str
    apres: str

    @property
    def genre(self) -> Genre:
        """What the region holds."""
        return self.sienne.ancre.genre


class Juge:
    """Decides of each region of an edited document, against the one of the year."""

    def __init__(
        self, edite: Cote, neuf: Cote, memoire: Memoire | None, ecraser: Iterable[str]
    ) -> None:
        self._edite = edite
        self._neuf = neuf
        self._memoire = memoire
        self._ecraser = frozenset(ecraser)
        self._lus: dict[str, str] = {}
        self._formes: dict[tuple[str, Genre], dict[str, Region]] = {}
        for region in neuf.regions.values():
            formes = self._formes.setdefault((region.ancre.nom, region.ancre.genre), {})
            formes.setdefault(_shape(self._read(region)) if _is_figure(region) else "", region)
        application = edite.paquet.parts.get("docProps/app.xml", b"")
        self._libreoffice = _LIBREOFFICE.search(application) is not None

    def find(self, sienne: Region) -> Region | None:
        """What the year has for a region, None when it has nothing of that name."""
        ancre = sienne.ancre
        meme = self._neuf.regions.get(original_of(ancre.signet))
        if meme is not None and (meme.ancre.nom, meme.ancre.genre) != (ancre.nom, ancre.genre):
            meme = None
        formes = self._formes.get((ancre.nom, ancre.genre), {})
        if ancre.genre is Genre.CHIFFRE and len(formes) > 1:
            # A figure is printed in several forms («73,1 %», «73 %»): that of this place.
            forme = _shape(self._edite.read(sienne))
            if meme is not None and _shape(self._read(meme)) == forme:
                return meme
            return formes.get(forme, meme or next(iter(formes.values())))
        return meme or next(iter(formes.values()), None)

    def judge(self, sienne: Region) -> Decision | None:
        """What to do of a region; None when there is nothing to do, nor to tell."""
        avant, voulue = self._edite.read(sienne), self.find(sienne)
        if voulue is None:
            return Decision(Sort.DISPARU, sienne, None, avant, "")
        apres = self._read(voulue)
        if avant == apres:
            return None
        if not self._is_edited(sienne.ancre, avant, apres):
            return Decision(Sort.CHANGE, sienne, voulue, avant, apres)
        if {sienne.ancre.nom, sienne.ancre.signet} & self._ecraser:
            return Decision(Sort.ECRASE, sienne, voulue, avant, apres)
        souvenir = self._recall(sienne.ancre)
        libre = sienne.ancre.genre in {*RETOUCHABLES, Genre.DESSIN}
        if libre and (souvenir is None or souvenir.empreinte == digest(apres)):
            return None  # words, a photo or a map, worked over by hand: what they are for
        return Decision(Sort.GARDE, sienne, voulue, avant, apres)

    def _read(self, voulue: Region) -> str:
        """What a region of the year says, read once."""
        nom = voulue.ancre.signet
        if nom not in self._lus:
            self._lus[nom] = self._neuf.read(voulue)
        return self._lus[nom]

    def _recall(self, ancre: Ancre) -> Souvenir | None:
        """What is remembered of a region, or of the one that it is a copy of."""
        memoire = self._memoire or {}
        return memoire.get(ancre.signet) or memoire.get(original_of(ancre.signet))

    def _is_edited(self, ancre: Ancre, avant: str, apres: str) -> bool:
        """Whether somebody wrote in a region since it was generated."""
        if self._memoire is None:
            # Nothing was remembered: what has the form of what the year says is taken for it.
            if ancre.genre is Genre.CHIFFRE:
                return _shape(avant) != _shape(apres)
            return ancre.genre in RETOUCHABLES
        souvenir = self._recall(ancre)
        if souvenir is None:
            return True
        if ancre.genre is Genre.DESSIN and self._libreoffice:
            return digest(apres) == souvenir.empreinte  # its outlines are written otherwise
        return souvenir.empreinte != digest(avant)


def _is_figure(region: Region) -> bool:
    return region.ancre.genre is Genre.CHIFFRE


def _shape(texte: str) -> str:
    """The form of a figure: «5 955 889 €» and «12,50 €» are alike, «73 %» and «73,1 %» are not."""
    if "%" in texte:
        return re.sub(r"\d+", "0", texte)
    sans_mots = re.sub(r"[^\W\d_]+(?:[^\w]+[^\W\d_]+)*", "a", texte)
    return re.sub(r"\d[\d\s]*(?:,\d+)?", "0", sans_mots)
