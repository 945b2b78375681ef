"""Tracked changes of one author accepted or refused as a whole, as Word does it."""

import hashlib
import re

from lxml import etree

from rapportpv.core.zip import read_zip
from rapportpv.word.ooxml import R_ID, WP, parse, w
from rapportpv.word.paquet import open_paquet

_MARQUES = (w("ins"), w("del"))


def accept_all(racine, auteur="rapportpv"):
    _settle(racine, auteur, w("ins"), w("del"))
    for change in list(racine.iter(w("tblGridChange"))):
        change.getparent().remove(change)


def reject_all(racine, auteur="rapportpv"):
    _settle(racine, auteur, w("del"), w("ins"))
    for change in list(racine.iter(w("tblGridChange"))):
        grille = change.getparent()
        grille[:] = list(change[0])


def _settle(racine, auteur, gardee, otee):
    siennes = [m for m in racine.iter(*_MARQUES) if m.get(w("author")) == auteur]
    for marque in siennes:
        parent = marque.getparent()
        if parent is None:
            continue
        if parent.tag == w("trPr"):
            ligne = parent.getparent()
            if marque.tag == otee:
                _remove(ligne)
                continue
            _remove(marque)
            if len(parent) == 0:
                _remove(parent)
        elif parent.tag == w("rPr") and parent.getparent().tag == w("pPr"):
            paragraphe = parent.getparent().getparent()
            if marque.tag == otee:
                _remove(paragraphe)
                continue
            _remove(marque)
            _prune(parent)
        elif marque.tag == gardee:
            for enfant in list(marque):
                marque.addprevious(enfant)
                for texte in enfant.iter(w("delText")):
                    texte.tag = w("t")
            _remove(marque)
        else:
            _remove(marque)


def _prune(element):
    while element is not None and len(element) == 0 and element.tag in (w("rPr"), w("pPr")):
        parent = element.getparent()
        _remove(element)
        element = parent


def _remove(element):
    if element.getparent() is not None:
        element.getparent().remove(element)


def canonical(racine):
    return etree.tostring(racine, method="c14n")


_RANG = re.compile(r"_[0-9]+$")


def resolved(contenu, change=None):
    """The parts that hold words, canonical; links as what they lead to, without identifiers.

    Nor the ranks of bookmarks: while what goes and what comes are both there, names differ.
    """
    paquet = open_paquet(read_zip(contenu))
    rendus = {}
    for part in _parts(paquet):
        racine = parse(paquet.parts[part])
        if change is not None:
            change(racine)
        for element in racine.iter():
            if element.tag == f"{{{WP}}}docPr":
                element.set("id", "0")
            if element.tag in (w("bookmarkStart"), w("bookmarkEnd")):
                element.set(w("id"), "0")
                nom = element.get(w("name"))
                if nom is not None:
                    element.set(w("name"), _RANG.sub("", nom))
            if element.get(R_ID) is not None:
                element.set(R_ID, _closure(paquet, part, element.get(R_ID)))
        rendus[part] = canonical(racine)
    return rendus


def _closure(paquet, part, identifiant):
    relation = paquet.by_id(part, identifiant)
    if relation is None or relation.externe:
        return "" if relation is None else relation.cible
    if relation.genre in ("header", "footer"):
        return relation.genre
    suites = [
        _closure(paquet, relation.cible, r.id) for r in paquet.relations.get(relation.cible, ())
    ]
    somme = hashlib.sha256(paquet.parts[relation.cible])
    return somme.hexdigest() + "".join(suites)


def _parts(paquet):
    sortes = ("header", "footer", "footnotes", "endnotes")
    return [paquet.document, *(p for s in sortes for p in paquet.related(paquet.document, s))]
