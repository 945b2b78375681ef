"""A chart brought up to date: its points and its workbook together, its look as it was made."""

from copy import deepcopy

from rapportpv.review.plume import Plume
from rapportpv.word.graphiques import embed
from rapportpv.word.mise_en_page import count_points, stretch
from rapportpv.word.ooxml import R_ID, RELATIONS, WP, Element, c, parse, serialise
from rapportpv.word.paquet import Paquet
from rapportpv.word.regions import Region
from rapportpv.word.releves import chart_part
from rapportpv.word.series import fit_points

_TYPE = f"{RELATIONS}/chart"
_SUITES = ("tx", "cat", "val")


def fill_graphique(
    sienne: Region, neuve: Region, paquet: Paquet, source: Paquet, plume: Plume
) -> None:
    """Give a chart the values of another; tracked, a copy of it that stands in its place."""
    part = chart_part(sienne.contenus[0], sienne.part, paquet)
    autre = chart_part(neuve.contenus[0], neuve.part, source)
    if part is None or autre is None:
        return
    run = sienne.contenus[0]
    if plume.suivi:
        copie = paquet.copy_part(part)
        run = deepcopy(run)
        _point(run, paquet.relate(sienne.part, _TYPE, copie), plume)
        part = copie
    graphique, voulu = parse(paquet.parts[part]), parse(source.parts[autre])
    avant = count_points(graphique)
    graphique = _fill(graphique, voulu)
    for cadre in run.iter(f"{{{WP}}}inline", f"{{{WP}}}anchor"):
        stretch(cadre, graphique, avant)
    classeur = _workbook(voulu, autre, source)
    if classeur is not None:
        embed(paquet, part, graphique, classeur)
    paquet.parts[part] = serialise(graphique)
    if plume.suivi:
        plume.swap(sienne.contenus[0], run)


def _point(run: Element, relation: str, plume: Plume) -> None:
    """Make a copy of a drawing another drawing, of another chart."""
    for lien in run.iter(c("chart")):
        lien.set(R_ID, relation)
    for nom in run.iter(f"{{{WP}}}docPr"):
        nom.set("id", plume.numeros.next_dessin())


def _fill(graphique: Element, voulu: Element) -> Element:
    """The chart with the values of the other; the other itself if its series are not as many."""
    series, leurs = list(graphique.iter(c("ser"))), list(voulu.iter(c("ser")))
    if len(series) != len(leurs):
        neuf = deepcopy(voulu)
        for lien in neuf.findall(c("externalData")):
            neuf.remove(lien)
        ancien = graphique.find(c("externalData"))
        if ancien is not None:
            neuf.append(deepcopy(ancien))
        return neuf
    for serie, autre in zip(series, leurs, strict=True):
        _copy_values(serie, autre)
        fit_points(serie, count_points(voulu))
    return graphique


def _copy_values(serie: Element, autre: Element) -> None:
    for nom in _SUITES:
        valeurs, voulues = serie.find(c(nom)), autre.find(c(nom))
        if valeurs is not None and voulues is not None:
            valeurs[:] = [deepcopy(enfant) for enfant in voulues]


def _workbook(graphique: Element, part: str, paquet: Paquet) -> bytes | None:
    """The workbook of a chart."""
    lien = graphique.find(c("externalData"))
    relation = None if lien is None else paquet.by_id(part, lien.get(R_ID))
    return None if relation is None else paquet.parts.get(relation.cible)
