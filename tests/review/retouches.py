"""What people do to a report in Word for weeks: edits at random, none of them inside a region."""

import io
from copy import deepcopy

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.run import Run

from rapportpv.word.ooxml import tag_of, w

_MOTS = ["quartier", "habitants", "2022", "action", "&", "<partenaires>", "été", "l’État", "12 %"]


def is_generated(element):
    """Whether an element is in a region, or holds one: those of texts hold people's own words."""
    autour = list(element.iterancestors(w("sdt")))
    dedans = list(element.iter(w("sdt"), w("bookmarkStart")))
    return bool(dedans) or any(
        not (tag_of(s) or "").startswith(("textes.", "focus.")) for s in autour
    )


class Retouches:
    def __init__(self, contenu, hasard):
        self.document = docx.Document(io.BytesIO(contenu))
        self.hasard = hasard
        self.corps = self.document.element.body

    def run(self, nombre):
        gestes = [
            self.reword, self.embolden, self.restyle, self.comment, self.track_insertion,
            self.track_deletion, self.move_blocs, self.paste_table, self.write, self.erase,
        ]  # fmt: skip
        for _ in range(nombre):
            self.hasard.choice(gestes)()
        tampon = io.BytesIO()
        self.document.save(tampon)
        return tampon.getvalue()

    def reword(self):
        run = self._run()
        run.find(qn("w:t")).text = " ".join(self.hasard.choices(_MOTS, k=4))

    def embolden(self):
        """Of any run, even that of a figure: how it looks is people's own."""
        runs = [r for r in self.corps.iter(qn("w:r")) if r.find(qn("w:t")) is not None]
        run = self.hasard.choice(runs)
        if run.find(qn("w:rPr")) is None:
            run.insert(0, OxmlElement("w:rPr"))
        look = run.find(qn("w:rPr"))
        if look.find(qn("w:i")) is None:
            self._put(look, "w:i", ("w:rStyle", "w:rFonts", "w:b", "w:bCs"))

    def restyle(self):
        paragraphe = self.hasard.choice(list(self.corps.iterchildren(qn("w:p"))))
        proprietes = paragraphe.get_or_add_pPr()
        if proprietes.find(qn("w:keepNext")) is None:
            self._put(proprietes, "w:keepNext", ("w:pStyle",))

    def comment(self):
        runs = [Run(r, self.document.paragraphs[0]) for r in self._runs()]
        self.document.add_comment(self.hasard.choice(runs), "À vérifier", "Le service", "LS")
        for style in list(self.corps.iter(qn("w:rStyle"))):
            if style.get(qn("w:val")) == "CommentReference":  # which templates may lack
                style.getparent().remove(style)

    def track_insertion(self):
        neuf = OxmlElement("w:r")
        texte = OxmlElement("w:t")
        texte.text = " ajouté "
        neuf.append(texte)
        marque = self._mark("w:ins")
        marque.append(neuf)
        self._run().addnext(marque)

    def track_deletion(self):
        run = self._run()
        if run.getparent().tag != qn("w:p"):
            return
        marque = self._mark("w:del")
        run.addprevious(marque)
        marque.append(run)
        for texte in run.findall(qn("w:t")):
            texte.tag = qn("w:delText")

    def move_blocs(self):
        """A run of blocks of the body to another place of it, regions and all."""
        blocs = [b for b in self.corps if b.tag in (qn("w:p"), qn("w:tbl"), qn("w:sdt"))]
        blocs = [b for b in blocs if next(b.iter(qn("w:sectPr")), None) is None]
        debut = self.hasard.randrange(len(blocs) - 4)
        bouges = blocs[debut : debut + self.hasard.randint(1, 4)]
        cible = self.hasard.choice([b for b in blocs if b not in bouges])
        for bloc in reversed(bouges):
            cible.addnext(bloc)

    def paste_table(self):
        tableau = self.document.add_table(2, 2)
        tableau.cell(0, 0).text = "Collé"
        self._bloc().addnext(tableau._element)
        tableau._element.addnext(OxmlElement("w:p"))

    def write(self):
        paragraphe = deepcopy(self.document.add_paragraph("Un paragraphe de plus.")._element)
        self.document.paragraphs[-1]._element.getparent().remove(
            self.document.paragraphs[-1]._element
        )
        self._bloc().addnext(paragraphe)

    def erase(self):
        blocs = [p for p in self.corps.iterchildren(qn("w:p")) if not is_generated(p)]
        blocs = [
            p
            for p in blocs
            if next(
                p.iter(
                    qn("w:sectPr"),
                    qn("w:fldChar"),
                    qn("w:commentRangeStart"),
                    qn("w:commentReference"),
                ),
                None,
            )
            is None
        ]
        if blocs:
            self.corps.remove(self.hasard.choice(blocs))

    def _runs(self):
        return [
            r
            for r in self.corps.iter(qn("w:r"))
            if r.find(qn("w:t")) is not None
            and not is_generated(r)
            and r.getparent().tag == qn("w:p")
        ]

    def _run(self):
        return self.hasard.choice(self._runs())

    def _bloc(self):
        blocs = [
            b
            for b in self.corps.iterchildren(qn("w:p"))
            if b.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None
        ]
        return self.hasard.choice(blocs)

    def _mark(self, genre):
        marque = OxmlElement(genre)
        for nom, valeur in (
            ("w:id", str(self.hasard.randrange(10**6, 10**7))),
            ("w:author", "Le service"),
            ("w:date", "2023-07-02T00:00:00Z"),
        ):
            marque.set(qn(nom), valeur)
        return marque

    @staticmethod
    def _put(parent, nom, avant):
        rang = sum(e.tag in map(qn, avant) for e in parent)
        parent.insert(rang, OxmlElement(nom))
