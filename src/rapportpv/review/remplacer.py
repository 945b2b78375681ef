"""One region given what the year says, as its kind asks."""

from msgspec import Struct

from rapportpv.review.cote import Cote
from rapportpv.review.graphiques import fill_graphique
from rapportpv.review.greffe import Greffe
from rapportpv.review.plume import Plume, make_run
from rapportpv.review.rangees import fill_table
from rapportpv.word.ooxml import Element, make, w
from rapportpv.word.regions import Genre, Region
from rapportpv.word.releves import run_texte


class Atelier(Struct, frozen=True):
    """What a replacement takes: both documents, what writes, and what carries."""

    edite: Cote
    neuf: Cote
    plume: Plume
    greffe: Greffe

    def replace(self, sienne: Region, voulue: Region) -> list[Element]:
        """Give a region what another says; the elements that were carried for it."""
        match sienne.ancre.genre:
            case Genre.CHIFFRE:
                run = _write(sienne, voulue, self.plume)
                self.edite.masques.update({} if run is None else {run: sienne.ancre.nom})
                return []
            case Genre.TABLEAU:
                return self._replace_table(sienne, voulue)
            case Genre.GRAPHIQUE:
                paquets = self.edite.paquet, self.neuf.paquet
                fill_graphique(sienne, voulue, *paquets, self.plume)
                return []
            case Genre.DESSIN | Genre.IMAGE:
                (run,) = self.greffe.carry(voulue.contenus[:1], voulue.part, sienne.part)
                _free_bookmark(sienne)
                self.plume.swap(sienne.contenus[0], run)
                return []
        return _replace_blocs(sienne, voulue, self.plume, self.greffe)

    def _replace_table(self, sienne: Region, voulue: Region) -> list[Element]:
        siens, leurs = self.edite.masques, self.neuf.masques
        copiees, otees = fill_table(
            sienne.contenus[0], voulue.contenus[0], siens, leurs, self.plume
        )
        if not self.plume.suivi:
            self.greffe.release(otees)
        for copie in copiees:
            self.greffe.adapt(copie, voulue.part, sienne.part)
        return copiees


def _write(sienne: Region, voulue: Region, plume: Plume) -> Element | None:
    texte = "".join(map(run_texte, voulue.contenus))
    if sienne.contenus:
        return plume.write(sienne.contenus, texte)
    contenu = None if sienne.controle is None else sienne.controle.find(w("sdtContent"))
    if contenu is None or not voulue.contenus:
        return None
    run = make_run(voulue.contenus[0], texte)
    contenu.append(run)
    plume.add(run)
    return run


def _free_bookmark(sienne: Region) -> None:
    """Put a bookmark that a word processor moved into a drawing around it again."""
    run, debut = sienne.contenus[0], sienne.debut
    if debut is None or not any(a is run for a in debut.iterancestors(w("r"))):
        return
    fins = (f for f in run.iter(w("bookmarkEnd")) if f.get(w("id")) == debut.get(w("id")))
    fin = next(fins, None)
    if fin is None:
        fin = make("bookmarkEnd", id=debut.get(w("id"), ""))
    run.addprevious(debut)
    run.addnext(fin)


def _replace_blocs(sienne: Region, voulue: Region, plume: Plume, greffe: Greffe) -> list[Element]:
    """The paragraphs and tables of a text in place of those that stand there."""
    anciens = list(sienne.contenus)
    repere = make("p")
    anciens[0].addprevious(repere)
    for bloc in anciens:
        plume.cut_bloc(bloc)
    if not plume.suivi:
        greffe.release(anciens)
    copies = greffe.carry(voulue.contenus, voulue.part, sienne.part)
    for copie in copies:
        repere.addprevious(copie)
        plume.add_bloc(copie)
    parent = repere.getparent()
    if parent is not None:
        parent.remove(repere)
    return copies
