"""A copy of a document with a Word comment at each number that contradicts a figure."""

import io
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, time

from rapportpv.core.relecture import AdditionFausse, NombreRelu, Verdict
from rapportpv.core.zip import read_zip, write_zip
from rapportpv.french.typographie import format_texte
from rapportpv.review.lecture.ligne_docx import LecteurDeLigne, Ligne
from rapportpv.review.verdicts.ecriture import Trouvaille
from rapportpv.word.ooxml import XML_SPACE, Element, make, w

_AUTEUR, _INITIALES = "rapportpv", "PV"
_STYLES = {"CommentReference": ("character", "annotation reference")}
_STYLES |= {"CommentText": ("paragraph", "annotation text")}


def annotate_docx(octets: bytes, trouvailles: Iterable[Trouvaille], jour: date) -> bytes:
    """The bytes of the copy; its comments are dated by the document, not by a clock.

    What is not in the body (headers, notes, text boxes, charts) has its comment on the paragraph
    of the body that it belongs to: Word takes none there.
    """
    from docx import Document
    from docx.text.run import Run

    document = Document(io.BytesIO(octets))
    paragraphes = list(document.element.body.iter(w("p")))
    quand = datetime.combine(jour, time(12), UTC)
    for rang, siennes in _by_paragraph(trouvailles, len(paragraphes)).items():
        ligne = LecteurDeLigne().read(paragraphes[rang])
        for trouvaille in reversed(siennes):  # from the end: runs are cut where numbers are
            debut, fin = _runs_of(paragraphes[rang], ligne, trouvaille)
            parent = document.paragraphs[0] if document.paragraphs else document
            bornes = [Run(debut, parent), Run(fin, parent)]  # type: ignore[arg-type]
            texte = format_comment(trouvaille)
            commentaire = document.add_comment(bornes, texte, _AUTEUR, _INITIALES)
            commentaire._comment_elm.date = quand
    _add_styles(document.styles.element)
    tampon = io.BytesIO()
    document.save(tampon)
    return write_zip(read_zip(tampon.getvalue()), serree=True)


def format_comment(trouvaille: Trouvaille) -> str:
    """What the comment says: the number, the figure, why, and from which cells."""
    quoi = trouvaille.quoi
    ou = "" if trouvaille.passage.direct else f" ({quoi.place.partie})"
    if isinstance(quoi, AdditionFausse):
        return format_texte(f"« {quoi.ecrit} »{ou} : {quoi.calcul} fait {quoi.juste}.")
    cause = f" ({quoi.cause})" if quoi.cause else ""
    sources = f" Source : {' ; '.join(quoi.sources)}." if quoi.sources else ""
    nom = quoi.nom or quoi.libelle
    return format_texte(
        f"« {quoi.ecrit} »{ou} contredit « {nom} », qui vaut {quoi.juste}{cause}.{sources}"
    )


def _by_paragraph(trouvailles: Iterable[Trouvaille], combien: int) -> dict[int, list[Trouvaille]]:
    """What is to be told, by the rank of the paragraph where its comment hangs, in order."""
    rangees: dict[int, list[Trouvaille]] = {}
    for trouvaille in trouvailles:
        rang = trouvaille.passage.ancre or 0
        if _is_fault(trouvaille) and rang < combien:
            rangees.setdefault(rang, []).append(trouvaille)
    for siennes in rangees.values():
        siennes.sort(key=lambda trouvaille: (trouvaille.passage.direct, trouvaille.debut))
    return rangees


def _is_fault(trouvaille: Trouvaille) -> bool:
    quoi = trouvaille.quoi
    return not isinstance(quoi, NombreRelu) or quoi.verdict is Verdict.CONTREDIT


def _runs_of(paragraphe: Element, ligne: Ligne, trouvaille: Trouvaille) -> tuple[Element, Element]:
    """The first and the last run of the number, cut out of what is around it; else of the line."""
    runs = list(_cut_out(ligne, trouvaille)) if trouvaille.passage.direct else []
    runs = runs or [e for e in paragraphe.iter(w("r")) if _holds_text(e)]
    if not runs:
        from docx.oxml import OxmlElement

        runs = [OxmlElement("w:r")]
        paragraphe.append(runs[0])
    return runs[0], runs[-1]


def _holds_text(run: Element) -> bool:
    return run.find(w("t")) is not None and next(run.iterancestors(w("txbxContent")), None) is None


def _cut_out(ligne: Ligne, trouvaille: Trouvaille) -> Iterator[Element]:
    """The runs of a number, each made to hold nothing else."""
    debut, fin = trouvaille.debut, trouvaille.fin
    for morceau in ligne.morceaux:
        texte = morceau.texte
        gauche, droite = debut - morceau.debut, fin - morceau.debut
        run = morceau.element.getparent()
        if droite <= 0 or gauche >= len(texte) or run is None or run.tag != w("r"):
            continue
        if morceau.element.tag == w("t") and len(run.findall(w("t"))) == 1:
            run = _split(run, morceau.element, texte, max(gauche, 0), min(droite, len(texte)))
            morceau.texte = morceau.element.text or ""
        yield run


def _split(run: Element, element: Element, texte: str, gauche: int, droite: int) -> Element:
    """The run of the middle of a text; what is before stays in its own, what is after follows."""
    if droite < len(texte):
        apres = _copy(run, element, texte[droite:])
        run.addnext(apres)
        for suivant in list(element.itersiblings()):
            apres.append(suivant)
    element.set(XML_SPACE, "preserve")
    if gauche == 0:
        element.text = texte[:droite]
        return run
    milieu = _copy(run, element, texte[gauche:droite])
    run.addnext(milieu)
    if droite >= len(texte):
        for suivant in list(element.itersiblings()):
            milieu.append(suivant)
    element.text = texte[:gauche]
    return milieu


def _copy(run: Element, element: Element, texte: str) -> Element:
    """A run of the same look that holds another text; python-docx must know it as its own."""
    copie = deepcopy(run)
    for enfant in list(copie):
        if enfant.tag != w("rPr"):
            copie.remove(enfant)
    contenu = deepcopy(element)
    contenu.tail = None
    contenu.text = texte
    contenu.set(XML_SPACE, "preserve")
    copie.append(contenu)
    return copie


def _add_styles(styles: Element) -> None:
    """The styles of comments, in a document that has none of them."""
    connus = {style.get(w("styleId")) for style in styles.iter(w("style"))}
    for identifiant, (sorte, nom) in _STYLES.items():
        if identifiant not in connus:
            styles.append(make("style", make("name", val=nom), type=sorte, styleId=identifiant))
