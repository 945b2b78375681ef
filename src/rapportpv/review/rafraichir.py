"""An edited document brought up to date: its regions say what the year says, the rest stays."""

from datetime import date

from msgspec import Struct

from rapportpv.core.zip import read_zip, write_zip
from rapportpv.review.ajouts import Ajouts
from rapportpv.review.changements import Changement, Sort
from rapportpv.review.cote import Cote, open_cote
from rapportpv.review.decisions import Decision, Juge
from rapportpv.review.details import tell_rangees
from rapportpv.review.greffe import Greffe
from rapportpv.review.ouvrir import Ouvert
from rapportpv.review.plume import Plume, read_numeros
from rapportpv.review.remplacer import Atelier
from rapportpv.word.champs import fill_renvois, number_sequences
from rapportpv.word.memoire import Memoire, Souvenir, note, read_memoire, write_memoire
from rapportpv.word.ooxml import Element, serialise
from rapportpv.word.paquet import close_paquet, open_paquet
from rapportpv.word.regions import RETOUCHABLES, Ancre, Genre, list_ancres
from rapportpv.word.releves import digest
from rapportpv.word.reperage import locate


class Voeux(Struct, frozen=True):
    """What may be done besides: a day, if changes are tracked; names to go over, names to add."""

    jour: date | None = None
    ecraser: frozenset[str] = frozenset()
    ajouter: frozenset[str] = frozenset()


class Rafraichi(Struct, frozen=True):
    """The document brought up to date, None when nothing changes; what was done, and was not.

    `noms`: the regions that there are; `memoire`: whether the document remembers what they said.
    """

    contenu: bytes | None
    changements: tuple[Changement, ...]
    noms: frozenset[str]
    memoire: bool


def refresh_document(ouvert: Ouvert, neuf: bytes, voeux: Voeux) -> Rafraichi:
    """The edited document with what the year says in its regions, and what was done of each."""
    source = open_paquet(read_zip(neuf))
    neuve = read_memoire(source) or {}
    leur = open_cote(source, [souvenir.ancre for souvenir in neuve.values()])
    paquet = ouvert.unpack()
    memoire = read_memoire(paquet)
    connus = neuve if memoire is None else memoire
    edite = open_cote(paquet, [souvenir.ancre for souvenir in connus.values()])
    if not edite.regions:
        return Rafraichi(None, (), frozenset(), memoire is not None)
    travail = _Travail(edite, leur, memoire, voeux)
    travail.run()
    regions = (*edite.regions.values(), *leur.regions.values())
    noms = frozenset(n for r in regions for n in (r.ancre.nom, r.ancre.signet))
    return Rafraichi(travail.close(), tuple(travail.changements), noms, memoire is not None)


class _Travail:
    """One refresh: the package and the roots of the edited document are changed in place."""

    def __init__(self, edite: Cote, neuf: Cote, memoire: Memoire | None, voeux: Voeux) -> None:
        self._edite = edite
        self._neuf = neuf
        self._memoire = memoire
        self._voeux = voeux
        self._lieux, self._leurs_lieux = edite.place(), neuf.place()
        self._plume = Plume(read_numeros(edite.racines.values()), voeux.jour)
        self._greffe = Greffe(edite.paquet, neuf.paquet, edite.racines, self._plume.numeros)
        self._atelier = Atelier(edite, neuf, self._plume, self._greffe)
        self._souvenirs = dict(memoire or note(edite.regions, edite.paquet))
        self._portes: list[Element] = []
        self._touchees: set[str] = set()
        self._ajoute = False
        self.changements: list[Changement] = []

    def run(self) -> None:
        """Tell what is wrong with the anchors, then change what may be, then tell what is new."""
        self._tell_anchors()
        juge = Juge(self._edite, self._neuf, self._memoire, self._voeux.ecraser)
        decisions = [d for d in map(juge.judge, self._edite.regions.values()) if d is not None]
        self.changements += [self._describe(decision) for decision in decisions]
        # The figures in a table are written before its rows are compared, and copied.
        for decision in sorted(decisions, key=lambda d: d.genre is not Genre.CHIFFRE):
            if decision.voulue is not None and decision.sort in (Sort.CHANGE, Sort.ECRASE):
                self._replace(decision)
        self._add_new()

    def close(self) -> bytes | None:
        """The bytes of the document, None if nothing was written; other parts are as they were."""
        if not self._touchees:
            return None
        paquet = self._edite.paquet
        if self._ajoute and not self._plume.suivi:  # else Word does it, once all is accepted
            number_sequences(list(self._edite.racines.values()))
            fill_renvois(list(self._edite.racines.values()))
        for part in (*self._touchees, *self._greffe.touchees):
            paquet.parts[part] = serialise(self._edite.racines[part])
        self._remember_carried()
        write_memoire(paquet, self._souvenirs)
        return write_zip(close_paquet(paquet), serree=True)

    def _tell_anchors(self) -> None:
        """Tell the anchors that are lost or doubled; those that are lost are forgotten."""
        trouvailles = self._edite.trouvailles
        presents = {*trouvailles.regions, *trouvailles.doubles}
        for souvenir in (self._memoire or {}).values():
            ancre = souvenir.ancre
            if ancre.signet in presents or self._is_free(souvenir):
                continue
            del self._souvenirs[ancre.signet]
            self._tell_anchor(Sort.PERDU, ancre)
        for ancre in trouvailles.doubles.values():
            self._tell_anchor(Sort.DOUBLE, ancre)
        nommes = {(ancre.nom, ancre.genre) for ancre in trouvailles.doubles.values()}
        for region in trouvailles.surplus:
            if (region.ancre.nom, region.ancre.genre) in nommes:
                continue
            lieu, avant = self._lieux.tell(region), self._edite.read(region)
            self.changements.append(Changement(Sort.DOUBLE, region.ancre, lieu, avant))

    def _tell_anchor(self, sort: Sort, ancre: Ancre) -> None:
        """Tell of an anchor where the template has it."""
        voulue = self._neuf.regions.get(ancre.signet)
        lieu = "" if voulue is None else self._leurs_lieux.tell(voulue)
        self.changements.append(Changement(sort, ancre, lieu))

    def _is_free(self, souvenir: Souvenir) -> bool:
        """Whether nobody misses a region: words or pictures of the year that are what they were."""
        if souvenir.ancre.genre not in RETOUCHABLES:
            return False
        voulue = self._neuf.regions.get(souvenir.ancre.signet)
        return voulue is None or digest(self._neuf.read(voulue)) == souvenir.empreinte

    def _describe(self, decision: Decision) -> Changement:
        details: tuple[str, ...] = ()
        if decision.genre is Genre.TABLEAU and decision.voulue is not None:
            details = tell_rangees(decision.avant, decision.apres)
        lieu, ancre = self._lieux.tell(decision.sienne), decision.sienne.ancre
        return Changement(decision.sort, ancre, lieu, decision.avant, decision.apres, details)

    def _replace(self, decision: Decision) -> None:
        sienne, voulue = decision.sienne, decision.voulue
        assert voulue is not None  # what is to be replaced has something to say
        portes = self._atelier.replace(sienne, voulue)
        self._portes += portes
        ancre = sienne.ancre
        self._souvenirs[ancre.signet] = Souvenir(ancre, digest(decision.apres))
        self._touchees.add(sienne.part)

    def _add_new(self) -> None:
        """Tell the parts that the year has and the document has not; put in those asked for."""
        presents = {(s.ancre.nom, s.ancre.genre) for s in (self._memoire or {}).values()}
        presents |= {(r.ancre.nom, r.ancre.genre) for r in self._edite.regions.values()}
        sans = {Genre.CHIFFRE, *(RETOUCHABLES if self._memoire is None else ())}
        ajouts = Ajouts(self._edite, self._neuf)
        for region in self._neuf.regions.values():
            ancre = region.ancre
            if ancre.genre in sans or (ancre.nom, ancre.genre) in presents:
                continue
            portes: list[Element] = []
            if {ancre.nom, ancre.signet} & self._voeux.ajouter:
                portes = ajouts.add(region, self._plume, self._greffe)
            if portes:
                self._portes += portes
                self._touchees.add(self._edite.paquet.document)
                self._ajoute = True
            sort = Sort.AJOUTE if portes else Sort.NOUVEAU
            self.changements.append(Changement(sort, ancre, self._leurs_lieux.tell(region)))

    def _remember_carried(self) -> None:
        """Note the regions of what was carried; forget those of what it took the place of."""
        if not self._portes:
            return
        racines, paquet = self._edite.racines, self._edite.paquet
        portees = [ancre for element in self._portes for ancre in list_ancres(element)]
        ancres = [*(s.ancre for s in self._souvenirs.values()), *portees]
        regions = locate(racines, ancres).regions
        neuves = {ancre.signet for ancre in portees}
        notes = note({k: r for k, r in regions.items() if k in neuves}, paquet)
        gardes = {k: s for k, s in self._souvenirs.items() if k in regions}
        self._souvenirs = gardes | notes
