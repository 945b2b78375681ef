"""Charts of the template filled from the table that has their name."""

from collections.abc import Iterator, Mapping
from datetime import date

from lxml import etree
from msgspec import Struct

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.chiffre import Tableau
from rapportpv.core.relations import Relation
from rapportpv.french.typographie import format_liste
from rapportpv.word.alternatives import describe_graphique
from rapportpv.word.classeur import write_classeur
from rapportpv.word.controles import add_signet, name_region
from rapportpv.word.fautes import Lieu, suggest, tell
from rapportpv.word.mise_en_page import count_points, is_bars, stretch
from rapportpv.word.noms import signet_graphique
from rapportpv.word.ooxml import R_ID, RELATIONS, WP, C, Element, ancestor, c, parse, serialise, w
from rapportpv.word.paquet import Paquet
from rapportpv.word.rules.pv904_modele_graphique_inconnu import PV904
from rapportpv.word.series import (
    build_donnees,
    choose_lines,
    find_colonne,
    read_feuille,
    read_titre,
    write_serie,
)

_TYPE_GRAPHIQUE = f"{RELATIONS}/chart"
_TYPE_CLASSEUR = f"{RELATIONS}/package"
_ALT_MAX = 150  # signs
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Dessin(Struct, frozen=True):
    """A drawing of a part that holds a chart: its frame, and the link to the chart."""

    cadre: Element
    lien: Element

    @property
    def nom(self) -> str:
        """The name of the drawing, that of a table."""
        proprietes = self.cadre.find(f"{{{WP}}}docPr")
        return "" if proprietes is None else proprietes.get("name", "")


class Source(Struct, frozen=True):
    """What charts are filled from, and the day that dates their workbooks."""

    tableaux: Mapping[str, Tableau]
    jour: date


def fill_graphiques(
    paquet: Paquet, part: str, racine: Element, source: Source, lieu: Lieu
) -> list[Anomalie]:
    """Fill the charts of a part, each on its own copy; what could not be."""
    dessins = list(_find(racine))
    _separate(paquet, part, dessins)
    _forget_unused(paquet, part, racine)
    anomalies: list[Anomalie] = []
    for dessin in dessins:
        tableau = source.tableaux.get(dessin.nom)
        relation = paquet.by_id(part, dessin.lien.get(R_ID))
        if tableau is None or not tableau.lignes:
            anomalies.append(_tell_tableau(dessin, source.tableaux, lieu))
        elif relation is not None and relation.cible in paquet.parts:
            anomalies.extend(_fill(paquet, relation.cible, dessin, source, lieu))
        _shorten(dessin)
        _name(dessin)
    return anomalies


def charts_of(paquet: Paquet, part: str, racine: Element) -> list[str]:
    """The chart parts that a part shows, each once."""
    relations = (paquet.by_id(part, dessin.lien.get(R_ID)) for dessin in _find(racine))
    cibles = (r.cible for r in relations if r is not None and r.cible in paquet.parts)
    return list(dict.fromkeys(cibles))


def _find(racine: Element) -> Iterator[Dessin]:
    for lien in racine.iter(c("chart")):
        cadre = ancestor(lien, f"{{{WP}}}inline", f"{{{WP}}}anchor")
        if cadre is not None:
            yield Dessin(cadre, lien)


def _separate(paquet: Paquet, part: str, dessins: list[Dessin]) -> None:
    """Give a chart part of its own to each drawing that a loop copied."""
    vues: set[str] = set()
    for dessin in dessins:
        relation = paquet.by_id(part, dessin.lien.get(R_ID))
        if relation is None or relation.cible not in paquet.parts:
            continue
        if relation.cible in vues:
            copie = paquet.copy_part(relation.cible)
            dessin.lien.set(R_ID, paquet.relate(part, _TYPE_GRAPHIQUE, copie))
        vues.add(relation.cible)


def _forget_unused(paquet: Paquet, part: str, racine: Element) -> None:
    """Drop the links to charts that the template showed and the document does not."""
    utiles = {lien.get(R_ID) for lien in racine.iter(c("chart"))}
    paquet.relations[part] = [
        r for r in paquet.relations.get(part, ()) if r.type != _TYPE_GRAPHIQUE or r.id in utiles
    ]


def _fill(
    paquet: Paquet, part: str, dessin: Dessin, source: Source, lieu: Lieu
) -> Iterator[Anomalie]:
    """Write caches and workbook of a chart, from the same values."""
    graphique, tableau = parse(paquet.parts[part]), source.tableaux[dessin.nom]
    series = []
    for element in graphique.iter(c("ser")):
        titre = read_titre(element)
        colonne = find_colonne(tableau, titre)
        if colonne is None:
            yield _tell_serie(dessin, tableau, titre, lieu)
        else:
            series.append((element, colonne))
    if is_bars(graphique):
        tableau = choose_lines(tableau)
    donnees = build_donnees(tableau, read_feuille(graphique), series)
    avant = count_points(graphique)
    for rang, (element, _) in enumerate(series):
        write_serie(element, donnees, rang)
    stretch(dessin.cadre, graphique, avant)
    colonnes = [colonne for _, colonne in series]
    describe_graphique(dessin.cadre, tableau, donnees.etiquettes, colonnes)
    embed(paquet, part, graphique, write_classeur(donnees, source.jour))
    paquet.parts[part] = serialise(graphique)


def embed(paquet: Paquet, part: str, graphique: Element, classeur: bytes) -> None:
    """Put the workbook where the chart looks for it."""
    lien = graphique.find(c("externalData"))
    relation = None if lien is None else paquet.by_id(part, lien.get(R_ID))
    if relation is not None and not relation.externe:
        paquet.parts[relation.cible] = classeur
        return
    cible = paquet.free_name("word/embeddings/classeur1.xlsx")
    paquet.parts[cible] = classeur
    paquet.extensions.setdefault("xlsx", _XLSX)
    if relation is not None:  # a workbook on someone's disk
        relations = paquet.relations[part]
        relations[relations.index(relation)] = Relation(relation.id, _TYPE_CLASSEUR, cible)
        return
    if lien is None:
        lien = etree.Element(c("externalData"), nsmap={"c": C, "r": RELATIONS})
        suite = [graphique.find(c(nom)) for nom in ("printSettings", "userShapes", "extLst")]
        premier = next((e for e in suite if e is not None), None)
        if premier is None:
            graphique.append(lien)
        else:
            premier.addprevious(lien)
        etree.SubElement(lien, c("autoUpdate"), val="0")
    lien.set(R_ID, paquet.relate(part, _TYPE_CLASSEUR, cible))


def _shorten(dessin: Dessin) -> None:
    """Cut an alternative text that long names have made too long to be listened to."""
    proprietes = dessin.cadre.find(f"{{{WP}}}docPr")
    texte = "" if proprietes is None else proprietes.get("descr", "")
    if proprietes is not None and len(texte) > _ALT_MAX:
        proprietes.set("descr", texte[: _ALT_MAX - 1].rpartition(" ")[0] + "…")


def _name(dessin: Dessin) -> None:
    """Put the chart's paragraph into the control of its table; its run, if it must stay last."""
    paragraphe = ancestor(dessin.cadre, w("p"))
    run = ancestor(dessin.cadre, w("r"))
    if paragraphe is None or run is None:
        return
    seul = len(list(paragraphe.iter(c("chart")))) == 1
    parent = paragraphe.getparent()
    en_fin_de_cellule = parent is not None and parent.tag == w("tc") and parent[-1] is paragraphe
    bloc = paragraphe if seul and not en_fin_de_cellule else run
    name_region([bloc], dessin.nom)
    add_signet(run, signet_graphique(dessin.nom))


def _tell_tableau(dessin: Dessin, tableaux: Mapping[str, Tableau], lieu: Lieu) -> Anomalie:
    proche = suggest(dessin.nom, (nom for nom, t in tableaux.items() if t.lignes))
    raison = "aucun tableau de l'année n'a ce nom"
    entoure = f"ntourez-le de {{%p if tableaux.{dessin.nom} %}} et {{%p endif %}}."
    conseil = "Donnez-lui le nom d'un tableau de l'année dans le volet Sélection de Word."
    if dessin.nom in tableaux:
        raison, conseil = "ce tableau n'a aucune ligne cette année", f"E{entoure}"
    elif proche:
        conseil = f"Nommez-le « {proche} » dans le volet Sélection de Word, ou e{entoure}"
    return tell(PV904, lieu.at(f"graphique {dessin.nom}"), dessin.nom, raison, conseil)


def _tell_serie(dessin: Dessin, tableau: Tableau, titre: str, lieu: Lieu) -> Anomalie:
    libelles = format_liste(k.libelle for k in tableau.colonnes)
    raison = f"sa série « {titre} » n'est l'en-tête d'aucune colonne"
    conseil = f"Donnez à la série le nom d'une colonne du tableau : {libelles}."
    return tell(PV904, lieu.at(f"graphique {dessin.nom}"), dessin.nom, raison, conseil)
