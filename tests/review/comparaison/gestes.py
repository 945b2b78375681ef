"""Edits at random in a report, each with what is to be told of it."""

import copy
import io

import docx
from docx.oxml.ns import qn

from rapportpv.core.comparaison import Objet, Sorte
from rapportpv.word.ooxml import flatten, tag_of, w

_MOTS = [
    "haricot",
    "girafe",
    "tournesol",
    "piano",
    "brouillard",
    "casserole",
    "volcan",
    "libellule",
    "parapluie",
]
_LOIN = 6  # paragraphs: nearer, one cannot say which of two was moved


def serre(texte):
    return " ".join(texte.split())


class Gestes:
    """Edits a document; `attendus` are (sort, what, before, after)."""

    def __init__(self, contenu, hasard):
        self.document = docx.Document(io.BytesIO(contenu))
        self.corps = self.document.element.body
        self.hasard = hasard
        self.attendus = []
        self.numero = 0
        textes = [serre(flatten(p)) for p in self.corps.iter(w("p"))]
        self.paras = [
            p for p in self.corps.iterchildren(w("p"))
            if len(flatten(p)) > 40 and textes.count(serre(flatten(p))) == 1
            and not list(p.iter(w("sdt"), w("drawing"), w("fldChar"), w("fldSimple")))
            and not (p.style or "").startswith(("Heading", "Caption", "TOC"))
        ]  # fmt: skip
        self.ordre = list(self.paras)
        self.tables = [t for t in self.corps.iter(w("tbl")) if len(list(t.iter(w("tr")))) > 4]
        self.hasard.shuffle(self.paras)
        self.hasard.shuffle(self.tables)

    def run(self, nombre):
        gestes = [
            self.reword, self.remove, self.add, self.fill, self.cut_row, self.add_row, self.figure,
        ]  # fmt: skip
        for _ in range(nombre):
            self.hasard.choice(gestes)()
        self.move()
        tampon = io.BytesIO()
        self.document.save(tampon)
        return tampon.getvalue()

    def told(self, *quoi):
        self.attendus.append(quoi)

    def word(self):
        self.numero += 1
        return f"{self.hasard.choice(_MOTS)}{self.numero}"

    def take(self):
        return self.paras.pop() if len(self.paras) > 3 else None

    def reword(self):
        """Another word for one of a paragraph."""
        para = self.take()
        if para is None:
            return
        avant = serre(flatten(para))
        textes = [t for t in para.iter(w("t")) if len((t.text or "").split()) > 3]
        if not textes:
            return
        texte = self.hasard.choice(textes)
        mots = texte.text.split(" ")
        rang = self.hasard.choice([r for r, mot in enumerate(mots) if mot.strip()])
        mots[rang] = self.word()
        texte.text = " ".join(mots)
        texte.set(qn("xml:space"), "preserve")
        self.told(Sorte.MODIFIE, Objet.PARAGRAPHE, avant, serre(flatten(para)))

    def remove(self):
        para = self.take()
        if para is not None:
            self.told(Sorte.RETIRE, Objet.PARAGRAPHE, serre(flatten(para)), "")
            self.corps.remove(para)

    def add(self):
        """A new paragraph, of words that nothing has."""
        ici = self.hasard.choice(self.paras)
        texte = " ".join(self.word() for _ in range(9))
        neuf = copy.deepcopy(ici)
        for element in [e for e in neuf if e.tag != w("pPr")]:
            neuf.remove(element)
        docx.text.paragraph.Paragraph(neuf, None).add_run(texte)
        ici.addnext(neuf)
        self.told(Sorte.AJOUTE, Objet.PARAGRAPHE, "", texte)

    def move(self):
        para = self.take()
        if para is None:
            return
        restes = [p for p in self.ordre if p.getparent() is not None]
        rang = restes.index(para)
        loin = [p for r, p in enumerate(restes) if abs(r - rang) > _LOIN and p in self.paras]
        if not loin:
            return
        self.hasard.choice(loin).addnext(para)
        texte = serre(flatten(para))
        self.told(Sorte.DEPLACE, Objet.PARAGRAPHE, texte, texte)

    def rows(self):
        """The rows of a table that no other edit touches, but for its heading."""
        if not self.tables:
            return []
        rangees = list(self.tables.pop().iter(w("tr")))[1:]
        return [r for r in rangees if not list(r.iter(w("vMerge"), w("sdt")))]

    def fill(self):
        """Another text in a cell; not the only one that names a row, which is another row then."""
        lignes = (list(r.iter(w("tc"))) for r in self.rows())
        nommees = (cs for cs in lignes if len(cs) > 2 or not serre(flatten(cs[0]))[:1].isdecimal())
        cases = [c for cs in nommees for c in cs[1:] if serre(flatten(c))]
        if not cases:
            return
        case = self.hasard.choice(cases)
        avant = serre(flatten(case))
        premier, *autres = list(case.iter(w("t")))
        premier.text = self.word()
        for texte in autres:
            texte.text = ""
        self.told(Sorte.MODIFIE, Objet.CELLULE, avant, premier.text)

    def cut_row(self):
        rangees = self.rows()
        if len(rangees) > 2:
            ligne = self.hasard.choice(rangees)
            self.told(Sorte.RETIRE, Objet.LIGNE, _row(ligne), "")
            ligne.getparent().remove(ligne)

    def add_row(self):
        rangees = self.rows()
        if not rangees:
            return
        ligne = self.hasard.choice(rangees)
        neuve = copy.deepcopy(ligne)
        for case in neuve.iter(w("tc")):
            for rang, texte in enumerate(case.iter(w("t"))):
                texte.text = "" if rang else self.word()
        for e in [*neuve.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
            e.getparent().remove(e)
        ligne.addnext(neuve)
        self.told(Sorte.AJOUTE, Objet.LIGNE, "", _row(neuve))

    def figure(self):
        """Another value for a figure, in one of its places."""
        controles = [
            s for s in self.corps.iter(w("sdt"))
            if s.getparent().tag == w("p") and tag_of(s) and s.get("touche") is None
        ]  # fmt: skip
        controle = self.hasard.choice(controles)
        avant = flatten(controle)
        if not avant or list(controle.iter(w("drawing"))):
            return
        premier, *autres = list(controle.iter(w("t")))
        premier.text = f"{self.word()} 7"
        for texte in autres:
            texte.text = ""
        controle.set("touche", "1")
        self.told(tag_of(controle), "chiffre", avant, premier.text)


def _row(ligne):
    return " | ".join(
        serre(" ".join(flatten(p) for p in c.iter(w("p")))) for c in ligne.iter(w("tc"))
    )
