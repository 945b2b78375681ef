"""Photos and logos that stand in a frame: the year's own, until somebody puts in another."""

import pytest

from rapportpv.core.zip import read_zip, write_zip
from rapportpv.review.changements import Sort
from rapportpv.word.invariants import find_faults
from rapportpv.word.matiere import Matiere
from rapportpv.word.ooxml import RELATIONS, A, parse, w
from rapportpv.word.paquet import open_paquet
from rapportpv.word.render import render_document
from tests.review.suivi import accept_all, reject_all, resolved
from tests.review.test_rafraichir import JOUR
from tests.review.test_regions import controls, edit, sorts
from tests.word.fabrique import bilan, identite, make_docx, p, render
from tests.word.textes import image, para, texte

_CADRE = (
    '<w:pPr><w:framePr w:w="3402" w:wrap="around" w:vAnchor="text" w:hAnchor="margin"/></w:pPr>'
)
_PHOTO = p("{{ f.photo }}").replace("<w:p>", f"<w:p>{_CADRE}")
CORPS = p("{%p for f in focus %}") + _PHOTO + p("{{ f.texte }}") + p("{%p endfor %}")
UNE, AUTRE, COLLEE = (image(teinte=teinte) for teinte in (1, 2, 3))


def make_year(dossier, photo):
    entete, photos = {"titre": "Nager", "photo": "images/a.png"}, {"images/a.png": photo}
    focus = texte("focus-1-nager", para("Oui."), entete=entete, photos=photos)
    document, fautes = render(dossier, make_docx(CORPS), textes=(focus,))
    assert document is not None, fautes
    return document.contenu


def shown(contenu):
    """The pictures of the body, in order."""
    paquet = open_paquet(dict(read_zip(contenu)))
    vues = parse(paquet.parts[paquet.document]).iter(f"{{{A}}}blip")
    liens = (paquet.by_id(paquet.document, vue.get(f"{{{RELATIONS}}}embed")) for vue in vues)
    return [paquet.parts[lien.cible] for lien in liens]


def paste(contenu, photo):
    """Somebody puts another picture in place of the one that is there."""
    return write_zip(
        {n: photo.octets if n.endswith(".png") else c for n, c in read_zip(contenu).items()}
    )


def pass_through_libreoffice(racine):
    """What it leaves of the marks in a frame: a title without a tag, a copy of the bookmark."""
    for controle in controls(racine, "focus.1.photo"):
        controle.find(w("sdtPr")).remove(controle.find(f"{w('sdtPr')}/{w('tag')}"))
    for debut in racine.iter(w("bookmarkStart")):
        if debut.get(w("name")) == "focus__1__photo":
            debut.set(w("name"), "focus__1__photo_Copy_1")


@pytest.mark.parametrize("geste", [lambda _: None, pass_through_libreoffice])
def test_a_photo_whose_file_changed_takes_its_place(geste, tmp_path, refresh):
    avant, apres = make_year(tmp_path, UNE), make_year(tmp_path, AUTRE)
    edite = edit(avant, geste)
    assert refresh(edite, avant).changements == ()
    fait = refresh(edite, apres)
    assert sorts(fait) == {(Sort.CHANGE, "image", "focus.1.photo")}
    assert shown(fait.contenu) == [AUTRE.octets]
    assert find_faults(fait.contenu) == []
    assert refresh(fait.contenu, apres).changements == ()
    suivi = refresh(edite, apres, jour=JOUR).contenu
    assert resolved(suivi, reject_all) == resolved(edite)
    assert resolved(suivi, accept_all) == resolved(fait.contenu)


def test_another_picture_put_in_by_hand_is_kept(tmp_path, refresh):
    avant, apres = make_year(tmp_path, UNE), make_year(tmp_path, AUTRE)
    edite = paste(avant, COLLEE)
    assert refresh(edite, avant).changements == ()
    assert sorts(refresh(edite, apres)) == {(Sort.GARDE, "image", "focus.1.photo")}
    force = refresh(edite, apres, ecraser=frozenset({"focus.1.photo"}))
    assert shown(force.contenu) == [AUTRE.octets]


def test_a_photo_that_was_taken_out_is_missed_only_when_its_file_changes(tmp_path, refresh):
    def cut(racine):
        paragraphe = next(racine.iter(w("framePr"))).getparent().getparent()
        paragraphe.getparent().remove(paragraphe)

    avant = make_year(tmp_path, UNE)
    edite = edit(avant, cut)
    assert refresh(edite, avant).changements == ()
    fait = refresh(edite, make_year(tmp_path, AUTRE))
    assert sorts(fait) == {(Sort.PERDU, "image", "focus.1.photo")}


def test_the_picture_of_the_cover_takes_its_place_too(tmp_path, refresh):
    """It is behind the words, in no line of them."""
    cadre = _CADRE.replace('w:w="3402"', 'w:w="11906" w:h="4762"')
    modele = tmp_path / "rapport.docx"
    corps = p("{{ charte.couverture }}").replace("<w:p>", f"<w:p>{cadre}")
    modele.write_bytes(make_docx(corps + p("Le rapport")))
    avant, apres = (
        render_document(modele, Matiere(identite(), bilan(), couverture=photo))[0]
        for photo in (UNE, AUTRE)
    )
    assert refresh(avant, avant).changements == ()
    fait = refresh(avant, apres)
    assert sorts(fait) == {(Sort.CHANGE, "image", "charte.couverture")}
    assert shown(fait.contenu) == [AUTRE.octets]
    assert find_faults(fait.contenu) == []
