"""The Focus of a year, and the annex of sources: parts that a template goes over."""

from rapportpv.core.dessin import MM
from rapportpv.core.prose import Prose
from tests.word.ecrits import write_corps
from tests.word.fabrique import (
    make_docx,
    p,
    render,
)
from tests.word.textes import image, para, texte, titre

FOCUS = p("{%p for f in focus %}") + "".join(
    p(ligne)
    for ligne in (
        "{{ f.numero }}. {{ f.titre }} ({{ f.operateur }})",
        "{%p if f.photo %}",
        "{{ f.photo }}",
        "{{ f.legende }}",
        "{%p endif %}",
        "{{ f.logo }}",
        "{{ f.objectifs }}",
        "{{ f.texte }}",
        "{%p endfor %}",
    )
)


def test_focus_are_told_in_order(tmp_path):
    textes = (
        texte("focus-10-fin", para("Dix."), entete={"titre": "Le dixième"}),
        texte(
            "focus-2-nager",
            para("Deux."),
            entete={
                "titre": "Nager",
                "operateur": "L'agglo",
                "photo": "images/a.png",
                "logo": "images/b.png",
                "legende": "Le bassin",
            },
            objectifs=Prose((para("Apprendre."),)),
            photos={"images/a.png": image(), "images/b.png": image(960, 960, 9)},
        ),
    )
    document = write_corps(tmp_path, FOCUS, *textes)
    assert document.textes() == [
        "1. Nager (L’agglo)",
        "Le bassin",
        "Apprendre.",
        "Deux.",
        "2. Le dixième ()",
        "Dix.",
    ]
    tags = [tag for tag, _ in document.controles()]
    assert tags == [
        *("focus.1.photo", "focus.1.logo", "focus.1.objectifs", "focus.1.texte"),
        "focus.2.texte",
    ]
    proprietes = [e for e in document.corps.iter() if e.tag.endswith("}docPr")]
    assert [e.get("descr") for e in proprietes] == ["Le bassin", "Logo L’agglo"]
    logo = [e for e in document.corps.iter() if e.tag.endswith("}extent")][1]
    assert int(logo.get("cy")) == 22 * MM


def test_a_focus_without_front_matter_takes_its_heading_for_title(tmp_path):
    corps = (
        p("{%p for f in focus %}") + p("{{ f.titre }}") + p("{{ f.texte }}") + p("{%p endfor %}")
    )
    document = write_corps(
        tmp_path, corps, texte("focus-1-nager", titre(1, "Savoir nager"), para("Oui."))
    )
    assert document.textes() == ["Savoir nager", "Oui."]
    document = write_corps(tmp_path, corps, texte("focus-1-savoir-nager", para("Oui.")))
    assert document.textes() == ["Savoir nager", "Oui."]


def test_the_annex_is_a_matter_of_choice(tmp_path):
    modele = make_docx(p("{%p if sources %}") + p("Annexe") + p("{%p endif %}") + p("fin"))
    sans, _ = render(tmp_path, modele)
    avec, _ = render(tmp_path, modele, sources=True)
    assert (sans.textes(), avec.textes()) == (["fin"], ["Annexe", "fin"])
