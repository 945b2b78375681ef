"""Documents of one narrative text, and what stands in them."""

from rapportpv.core.prose import (
    Fragment,
    Liste,
    Note,
    TableauSimple,
)
from rapportpv.word.ooxml import w
from tests.word.fabrique import bilan, euros, make_docx, p, render
from tests.word.textes import contenu, para, texte

ICI = p("{{ textes.evolution }}")
TOTAL = euros(12, "programmation.total")
MESURE = (
    '<w:sectPr><w:pgSz w:w="12000" w:h="16000"/>'
    '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="0" w:footer="0"'
    ' w:gutter="0"/></w:sectPr>'
)


def style(sorte: str, identifiant: str, nom: str, proprietes: str = "") -> str:
    """A style of a template."""
    return (
        f'<w:style w:type="{sorte}" w:styleId="{identifiant}"><w:name w:val="{nom}"/>{proprietes}'
        "</w:style>"
    )


def write(tmp_path, *blocs, corps=ICI, modele=None, **options):
    """The document of a text, without fault."""
    evolution = texte("evolution", *blocs)
    modele = modele or make_docx(corps, **options)
    document, anomalies = render(tmp_path, modele, bilan(TOTAL), (evolution,))
    assert [str(a) for a in anomalies] == []
    return document


def look(document, mot):
    """The properties of the run that holds a word: tags without their namespace, and values."""
    (run,) = [r for r in document.corps.iter(w("r")) if mot in "".join(r.itertext())]
    proprietes = run.find(w("rPr"))
    return [
        (e.tag.rpartition("}")[2], e.get(w("val")))
        for e in (() if proprietes is None else proprietes)
    ]


LISTES = (
    Liste(False, ((para("a"), Liste(False, ((para("a1"),),))), (para("b"), para("suite")))),
    Liste(True, ((para("un"), Liste(True, ((para("un a"),),))), (para("deux"),))),
    Liste(True, ((para("trois"),),), 3),
)


TABLEAU = TableauSimple(
    (contenu("Nom"), contenu(Fragment("Montant", gras=True)), contenu("Date")),
    (
        (contenu("Les Amis"), contenu("12 000 €"), contenu("juin")),
        (contenu("Le Club"), contenu("{{ programmation.total }}"), contenu("")),
        (contenu("Court"),),
    ),
    contenu("Ce qui est versé"),
)


NOTE = para("Un appel", Note(contenu("Ce qu'elle dit : ", "{{ programmation.total }}")), ".")


def write_corps(tmp_path, corps, *textes, elements=(), dessins=None, **options):
    """The document of a body and its texts, without fault."""
    modele = make_docx(corps, **options)
    document, anomalies = render(tmp_path, modele, bilan(*elements), textes, dessins)
    assert [str(a) for a in anomalies] == []
    return document
