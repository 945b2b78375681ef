"""What `relire` finds of 200 errors sown in 20 edited reports, and whom it accuses wrongly.

The errors are sown in what a build writes and in right prose of ten styles, wherever a named figure
or a cell of a table stands, half of the documents without their content controls (as a program that
knows none leaves them). The same seed gives the same documents. `python -m benchmarks.relecture`.
"""

import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from lxml import etree

from benchmarks.redactions import Morceau, shift, write_styles
from rapportpv.commands.build import Commande, build_document
from rapportpv.core.chiffre import Bilan, Quantite, Unite
from rapportpv.core.relecture import Relecture, Verdict
from rapportpv.core.zip import read_zip
from rapportpv.review.lecture.docx import read_docx
from rapportpv.review.lecture.texte_nu import read_txt
from rapportpv.review.relecture import Relecteur
from rapportpv.review.verdicts.attendus import Attendus
from rapportpv.word.ooxml import (
    RELATIONS,
    Element,
    c,
    make,
    make_texte,
    parse,
    serialise,
    tag_of,
    w,
)
from rapportpv.year.controle import Controle, check_annee

RACINE = Path(__file__).resolve().parents[1]
PROJETS = ((RACINE / "data/sample", 2022), (RACINE / "docs/exemple", 2024))
PUBLIE = RACINE / "tests/rapport-publie-2022.txt"
DOCUMENTS, ERREURS = 20, 10
_NOTES = "word/footnotes.xml"
ESPECES = ("chiffre", "inversion", "ancien", "autre", "total", "part")
_CHIFFRES = re.compile(r"\d")


@dataclass
class Semis:
    """A document with its errors: what was written, instead of what, and where."""

    parts: dict[str, bytes]
    fautes: list["Faute"] = field(default_factory=list)


@dataclass(frozen=True)
class Faute:
    """An error: its kind, where, the figure as it was, what stands there now."""

    espece: str
    ou: str
    juste: str
    ecrit: str
    autour: str = ""


@dataclass
class Cible:
    """A text of the document that says a figure."""

    element: Element
    debut: int
    texte: str
    quantite: Quantite
    ou: str
    nom: str = ""
    total: bool = False
    prose: bool = False


def main() -> None:
    """Sow, proofread, count; exit 1 under the thresholds."""
    alea = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 2022)
    bilans = [_prepare(racine, annee) for racine, annee in PROJETS]
    trouvees, manquees, accusations = Counter(), [], []
    ecrits = 0
    for rang in range(DOCUMENTS):
        controle, parts = bilans[0 if rang % 10 < 6 else 1]
        semis = sow(controle, parts, alea, nus=rang % 2 == 1)
        relecture = proofread(controle, semis.parts)
        ecrits += len(semis.fautes)
        _score(semis, relecture, trouvees, manquees, accusations)
    _tell(trouvees, manquees, accusations, ecrits)
    innocents = _count_innocent(bilans)
    publie = _read_published(bilans[0][0])
    rappel = sum(trouvees.values()) / ecrits
    precision = sum(trouvees.values()) / (sum(trouvees.values()) + len(accusations) + innocents)
    print(f"rappel {rappel:.3f}, précision {precision:.3f} (y compris les documents sans faute)")
    sys.exit(not (rappel >= 0.98 and precision >= 0.95 and publie))


def _prepare(racine: Path, annee: int) -> tuple[Controle, dict[str, bytes]]:
    controle = check_annee(racine, annee)
    with tempfile.TemporaryDirectory() as sortie:
        fabrication = build_document(Commande(racine, annee, "rapport", Path(sortie)))
        assert fabrication.chemin is not None
        return controle, read_zip(fabrication.chemin.read_bytes())


def proofread(controle: Controle, parts: dict[str, bytes]) -> Relecture:
    """What relire says of a document, the last publication being of other values."""
    assert controle.dossier is not None
    anciens = {"la dernière publication": {n: shift(q) for n, q in controle.bilan.chiffres.items()}}
    relecteur = Relecteur(Attendus(controle.dossier, controle.bilan, anciens))
    return relecteur.read(read_docx(dict(parts)), "essai.docx")


def sow(controle: Controle, parts: dict[str, bytes], alea: random.Random, *, nus: bool) -> Semis:
    """A document edited as people do, with ten errors."""
    assert controle.dossier is not None
    neuves = dict(parts)
    racine = parse(neuves["word/document.xml"])
    cibles = list(_add_prose(racine, controle, neuves, alea))
    cibles += _find_targets(racine, controle.bilan)
    graphiques = {
        n: parse(neuves[n]) for n in neuves if re.fullmatch(r"word/charts/chart\d+\.xml", n)
    }
    cibles += [t for r in graphiques.values() for t in _find_points(r, controle.bilan)]
    if nus:
        _strip_controls(racine)
    semis = Semis(neuves)
    alea.shuffle(cibles)
    voulues = [ESPECES[n % len(ESPECES)] for n in range(ERREURS)]
    pris: set[int] = set()
    for voulue in voulues:
        _sow_one(voulue, cibles, pris, semis, controle.bilan, alea)
    neuves["word/document.xml"] = serialise(racine)
    neuves |= {nom: serialise(r) for nom, r in graphiques.items()}
    for nom, r in _autres.items():
        neuves[nom] = serialise(r)
    _autres.clear()
    return semis


def _sow_one(  # noqa: PLR0913, PLR0917
    voulue: str,
    cibles: list[Cible],
    pris: set[int],
    semis: Semis,
    bilan: Bilan,
    alea: random.Random,
) -> None:
    """An error of that kind where it can be; of another kind, where it can be nowhere."""
    for espece in (voulue, "chiffre", "inversion"):
        for cible in cibles:
            faux = None
            if id(cible.element) not in pris:
                faux = _falsify(espece, cible, bilan, alea)
            if faux is None:
                continue
            pris.add(id(cible.element))
            texte = cible.element.text or ""
            fin = cible.debut + len(cible.texte)
            cible.element.text = f"{texte[: cible.debut]}{faux}{texte[fin:]}"
            semis.fautes.append(Faute(espece, cible.ou, cible.texte, faux, _context(cible)))
            if alea.random() < 0.3:
                _split_run(cible.element, cible.debut + len(faux) // 2)
            return


_autres: dict[str, Element] = {}
"""Headers that prose was added to, until the document is closed."""


def _find_targets(racine: Element, bilan: Bilan) -> Iterator[Cible]:
    """The figures in content controls, and the cells of tables that a build wrote."""
    for controle in racine.iter(w("sdt")):
        nom = tag_of(controle) or ""
        if nom in bilan.chiffres:
            texte = next(controle.iter(w("t")), None)
            if texte is not None and texte.text:
                partie = "tableau" if _in_table(texte) else "corps"
                cible = Cible(texte, 0, texte.text, bilan.chiffres[nom], partie, nom)
                cible.total = _row_text(texte).startswith("Total")
                yield cible
        elif nom in bilan.tableaux:
            affiches = {
                str(q): q
                for ligne in bilan.tableaux[nom].lignes
                for q in ligne.cellules.values()
                if isinstance(q, Quantite)
            }
            for texte in controle.iter(w("t")):
                connu = affiches.get(texte.text or "")
                seul = "".join(t.text or "" for t in _cell(texte).iter(w("t"))) == texte.text
                if connu and seul and next(texte.iterancestors(w("sdt"))) is controle:
                    yield Cible(texte, 0, texte.text or "", connu, "tableau")


def _find_points(racine: Element, bilan: Bilan) -> Iterator[Cible]:
    """The points of a chart."""
    montants = {q.valeur: q for q in bilan.chiffres.values()}
    for point in (v for cache in racine.iter(c("numCache")) for v in cache.iter(c("v"))):
        texte = point.text or ""
        if len(texte) > 3:
            exact = next(
                (q for v, q in montants.items() if abs(float(v) - float(texte)) < 1e-6), None
            )
            unite = Unite.EUROS if texte.isdecimal() else Unite.POURCENTAGE
            yield Cible(
                point, 0, texte, exact or Quantite(next(iter(montants)), unite), "graphique"
            )


def _context(cible: Cible) -> str:
    """The words around an error, to look at those that are missed."""
    texte = cible.element.text or ""
    if len(texte) > len(cible.texte) + 20:
        return texte[max(0, cible.debut - 80) : cible.debut + 80]
    return _row_text(cible.element)[:160]


def _row_text(element: Element) -> str:
    """The words of the row that an element is in, else of its paragraph."""
    autour = next(element.iterancestors(w("p")), element)
    autour = next(element.iterancestors(w("tr")), autour)
    return "".join(t.text or "" for t in autour.iter(w("t")))


def _cell(element: Element) -> Element:
    return next(element.iterancestors(w("tc")), element)


def _in_table(element: Element) -> bool:
    return next(element.iterancestors(w("tc")), None) is not None


def _add_prose(
    racine: Element, controle: Controle, parts: dict[str, bytes], alea: random.Random
) -> Iterator[Cible]:
    """Right prose of ten styles, as people type it: body, header, text box, and a note."""
    assert controle.dossier is not None
    corps = racine.find(w("body"))
    assert corps is not None
    libres = [e for e in corps if e.tag == w("p") and e.find(f".//{w('sectPr')}") is None]
    libres = libres[len(libres) // 2 :]
    ou = (
        "corps",
        "corps",
        "corps",
        "corps",
        "corps",
        "corps",
        "zone de texte",
        "en-tête",
        "note",
        "corps",
    )
    for style, partie in zip(write_styles(controle.dossier, controle.bilan), ou, strict=True):
        paragraphe, cibles = _write_paragraph(style, controle.bilan, partie)
        if partie == "en-tête":
            nom = next(n for n in parts if n.startswith("word/header"))
            _autres[nom] = parse(parts[nom])
            _autres[nom].append(paragraphe)
        elif partie == "zone de texte":
            alea.choice(libres).addnext(_box(paragraphe))
        elif partie == "note":
            appel = make("p", make("r", make("footnoteReference", id="7")))
            alea.choice(libres).addnext(appel)
            _autres[_NOTES] = make("footnotes", make("footnote", paragraphe, id="7"))
            _declare_notes(parts)
        else:
            alea.choice(libres).addnext(paragraphe)
        yield from cibles


def _declare_notes(parts: dict[str, bytes]) -> None:
    """The relationship of the document to a part of footnotes."""
    rels = "word/_rels/document.xml.rels"
    lien = f'<Relationship Id="rIdNotes" Type="{RELATIONS}/footnotes" Target="footnotes.xml"/>'
    if b"rIdNotes" not in parts[rels]:
        fin = b"</Relationships>"
        parts[rels] = parts[rels].replace(fin, lien.encode() + fin)


def _write_paragraph(style: list[Morceau], bilan: Bilan, ou: str) -> tuple[Element, list[Cible]]:
    """A paragraph in one run, and where its figures are."""
    texte, cibles = make_texte(""), []
    entier = ""
    for morceau in style:
        if morceau.nom:
            quantite = bilan.chiffres[morceau.nom]
            cibles.append(
                Cible(texte, len(entier), morceau.texte, quantite, ou, morceau.nom, prose=True)
            )
        entier += morceau.texte
    texte.text = entier
    return make("p", make("r", texte)), cibles


def _box(paragraphe: Element) -> Element:
    """A paragraph that holds a text box that holds a paragraph."""
    xml = (
        '<w:p xmlns:w="{w}"><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        "<v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    hote = etree.fromstring(xml.replace("{w}", paragraphe.nsmap["w"]))
    next(hote.iter(w("txbxContent"))).append(paragraphe)
    return hote


def _strip_controls(racine: Element) -> None:
    """Take the content controls away, as a program that knows none does; their words stay."""
    for controle in list(racine.iter(w("sdt"))):
        parent, contenu = controle.getparent(), controle.find(w("sdtContent"))
        if parent is None or contenu is None:
            continue
        rang = parent.index(controle)
        parent[rang : rang + 1] = list(contenu)


def _split_run(texte: Element, rang: int) -> None:
    """Cut a run in two inside a number, as spell checkers and revisions do."""
    run = texte.getparent()
    if run is None or run.tag != w("r") or len(run.findall(w("t"))) != 1:
        return
    suite = make("r", make_texte((texte.text or "")[rang:]))
    texte.text = (texte.text or "")[:rang]
    run.addnext(suite)


def _falsify(espece: str, cible: Cible, bilan: Bilan, alea: random.Random) -> str | None:
    """The figure, wrong in that way; None when it cannot be so there."""
    chiffres = [m.start() for m in _CHIFFRES.finditer(cible.texte)]
    if espece == "chiffre":
        return _change_digit(cible.texte, chiffres, alea)
    if espece == "inversion":
        return _swap_digits(cible.texte, chiffres, alea)
    autre = _another(espece, cible, bilan, alea)
    return _rewrite(cible, autre) if autre is not None else None


def _another(espece: str, cible: Cible, bilan: Bilan, alea: random.Random) -> Quantite | None:
    """Another value: an old one, another figure's, a wrong total, a wrong share."""
    quantite, nommee = cible.quantite, bool(cible.nom) and cible.ou != "graphique"
    if espece == "ancien" and nommee:
        return shift(bilan.chiffres[cible.nom])
    if espece == "autre" and nommee and len(_CHIFFRES.findall(cible.texte)) > 1:
        pareils = (q for q in bilan.chiffres.values() if q.unite is quantite.unite)
        autres = [q for q in pareils if str(q) != str(quantite) and q.valeur > 9]
        return alea.choice(autres) if autres else None
    if espece == "total" and cible.total and quantite.unite is Unite.EUROS:
        return Quantite(quantite.valeur + alea.randint(1, 9999), Unite.EUROS)
    if espece == "part" and quantite.unite is Unite.POURCENTAGE and cible.ou == "tableau":
        ecart = alea.choice((-1, 1)) * alea.randint(11, 45)
        return Quantite(abs(quantite.valeur * 10 + ecart) / 10, Unite.POURCENTAGE)
    return None


def _rewrite(cible: Cible, quantite: Quantite) -> str | None:
    """Another value as that one is written; only where it is written plainly."""
    if cible.texte not in (cible.quantite.affiche, cible.quantite.format(0)):
        return None
    entiere = quantite.unite is Unite.POURCENTAGE and "," not in cible.texte
    texte = quantite.format(0) if entiere else quantite.affiche
    return texte if texte != cible.texte else None


def _change_digit(texte: str, rangs: list[int], alea: random.Random) -> str | None:
    if not rangs:
        return None
    visibles = rangs[:5] if len(rangs) > 9 else rangs  # of a chart's value, those that show
    rang = alea.choice(visibles)
    autres = [d for d in "123456789" if d != texte[rang]]
    return texte[:rang] + alea.choice(autres) + texte[rang + 1 :]


def _swap_digits(texte: str, rangs: list[int], alea: random.Random) -> str | None:
    paires = [(a, b) for a, b in pairwise(rangs[:5]) if texte[a] != texte[b]]
    paires = [(a, b) for a, b in paires if not (a == rangs[0] and texte[b] == "0")]
    if not paires:
        return None
    a, b = alea.choice(paires)
    signes = list(texte)
    signes[a], signes[b] = signes[b], signes[a]
    return "".join(signes)


def _score(
    semis: Semis,
    relecture: Relecture,
    trouvees: Counter[str],
    manquees: list[Faute],
    accusations: list[str],
) -> None:
    """Each error is found once; what is accused beside them was right."""
    restantes = list(semis.fautes)
    additions = list(relecture.additions)
    for nombre in relecture.of(Verdict.CONTREDIT):
        faute = next((f for f in restantes if _same(f.ecrit, nombre.ecrit)), None)
        if faute is None:
            accusations.append(f"{nombre.ecrit} / {nombre.nom} ({nombre.cause}) : {nombre.place}")
        else:
            restantes.remove(faute)
            trouvees[faute.espece] += 1
    for addition in additions:
        faute = next((f for f in restantes if _same(f.ecrit, addition.ecrit)), None)
        if faute is None:
            accusations.append(f"{addition.ecrit} ({addition.calcul}) : {addition.place}")
        else:
            restantes.remove(faute)
            trouvees[faute.espece] += 1
    manquees += restantes


def _same(faux: str, ecrit: str) -> bool:
    """Whether a number is that error, as it is told: a chart's value is told rounded."""
    un, autre = (re.sub(r"[^\d,]", "", t.replace(".", ",")) for t in (faux, ecrit))
    if un == autre:
        return True
    if len(un) > 10:  # a chart's share
        return f"{float(un.replace(',', '.')):.1f}".replace(".", ",") == autre
    lettres = re.sub(r"[^a-z-]", "", faux.lower())
    return not un and bool(lettres) and lettres in re.sub(r"[^a-z-]", "", ecrit.lower())


def _tell(
    trouvees: Counter[str], manquees: list[Faute], accusations: list[str], ecrits: int
) -> None:
    print(f"{ecrits} fautes semées dans {DOCUMENTS} documents, {sum(trouvees.values())} trouvées")
    for espece in ESPECES:
        print(f"  {espece} : {trouvees[espece]}")
    for faute in manquees:
        print(f"  manquée : {faute}")
    for accusation in accusations:
        print(f"  accusé à tort : {accusation}")


def _count_innocent(bilans: list[tuple[Controle, dict[str, bytes]]]) -> int:
    """What is accused in documents without any error, the ten styles added to them."""
    alea, total = random.Random(7), 0
    for controle, parts in bilans:
        neuves = dict(parts)
        racine = parse(neuves["word/document.xml"])
        list(_add_prose(racine, controle, neuves, alea))
        neuves["word/document.xml"] = serialise(racine)
        neuves |= {nom: serialise(r) for nom, r in _autres.items()}
        _autres.clear()
        relecture = proofread(controle, neuves)
        for nombre in (*relecture.of(Verdict.CONTREDIT), *relecture.additions):
            total += 1
            print(f"  accusé à tort, sans faute : {nombre}")
    print(f"documents sans faute : {total} accusation")
    return total


def _read_published(controle: Controle) -> bool:
    """Whether both misprints of the published report are found, and nothing else accused."""
    assert controle.dossier is not None
    debut = time.process_time()
    relecture = Relecteur(Attendus(controle.dossier, controle.bilan)).read(
        read_txt(PUBLIE.read_text("utf-8")), PUBLIE.name
    )
    secondes = time.process_time() - debut
    accuses = [(n.ecrit, n.nom) for n in relecture.of(Verdict.CONTREDIT)]
    print(f"rapport publié en 2022 : {accuses} ({secondes:.2f} s)")
    return not relecture.additions and accuses == [
        ("5 955 899 €", "programmation.total"),
        ("391 934 €", "fonds_de_concours.total"),
    ]


if __name__ == "__main__":
    main()
