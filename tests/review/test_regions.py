"""Regions that somebody wrote in, lost or doubled; texts and drawings; documents that forget."""

from copy import deepcopy

import pytest

from rapportpv.core.dessin import MM, Dessin, Ecrit, Fond, Rectangle
from rapportpv.core.prose import Fragment, Illustration, Liste, Note
from rapportpv.core.zip import read_zip, write_zip
from rapportpv.review.changements import Sort
from rapportpv.word.invariants import find_faults
from rapportpv.word.ooxml import R_ID, RELATIONS, A, make, make_texte, parse, serialise, tag_of, w
from rapportpv.word.paquet import open_paquet
from tests.review.suivi import accept_all, reject_all, resolved
from tests.review.test_rafraichir import JOUR
from tests.word.fabrique import (
    bilan,
    dessin,
    euros,
    graphique,
    make_docx,
    p,
    part,
    render,
    tableau,
    tbl,
)
from tests.word.textes import contenu, image, para, texte, titre

CORPS = (
    p("Les aides", "Titre1")
    + p("Le total est {{ a.total }}, soit {{ a.taux }} ou {{ a.taux | sans_decimale }}.")
    + tbl(["Nom", "Montant"], ["{{ tableaux.t.nom }}", "{{ tableaux.t.montant }}"])
    + p("Entre")
    + dessin("t")
    + p("{{ textes.evolution }}")
    + p("{{ dessins.carte }}")
    + p("Fin")
)


UN = (para("Un."),)
NOM, ID = w("name"), w("id")


def make_year(dossier, *, total=10, taux="73.1", lignes=("x", "y"), blocs=UN, carte=()):
    cellules = [[nom, euros(total + rang)] for rang, nom in enumerate(lignes)]
    formes = (Rectangle("fond", 0, 0, 9 * MM, 9 * MM, Fond("accent1")), *carte)
    dessins = {"carte": Dessin("carte", "Carte", "Une carte", 90 * MM, 50 * MM, formes)}
    elements = [euros(total, "a.total"), part(taux, "a.taux")]
    if lignes:
        elements.append(tableau("t", {"nom": "Nom", "montant": "Montant"}, *cellules))
    corps = CORPS if lignes else CORPS.replace(dessin("t"), "")
    if not lignes:
        corps = corps.replace(CORPS[CORPS.index("<w:tbl>") : CORPS.index("</w:tbl>") + 8], "")
    modele = make_docx(corps, graphiques=(graphique("Montant"),) if lignes else ())
    document, fautes = render(
        dossier, modele, bilan(*elements), (texte("evolution", *blocs),), dessins
    )
    assert document is not None, fautes
    return document.contenu


def edit(contenu_lu, geste):
    """The document after a gesture on its body."""
    parts = read_zip(contenu_lu)
    racine = parse(parts["word/document.xml"])
    geste(racine)
    return write_zip({**parts, "word/document.xml": serialise(racine)})


def controls(racine, nom):
    return [s for s in racine.iter(w("sdt")) if tag_of(s) == nom]


def say(nom, mots, rang=0):
    """Types words over a region."""

    def geste(racine):
        next(controls(racine, nom)[rang].iter(w("t"))).text = mots

    return geste


def texts(contenu_lu):
    racine = parse(read_zip(contenu_lu)["word/document.xml"])
    return ["".join(t.text or "" for t in p.iter(w("t"))) for p in racine.iter(w("p"))]


def sorts(fait):
    return {(c.sort, c.ancre.genre.value, c.ancre.nom) for c in fait.changements}


def test_each_form_of_a_figure_keeps_its_own(tmp_path, refresh):
    fait = refresh(make_year(tmp_path), make_year(tmp_path, taux="8.26"))
    assert "Le total est 10\u00a0€, soit 8,3\u00a0% ou 8\u00a0%." in texts(fait.contenu)


def test_a_figure_written_over_is_told_and_kept_until_its_name_is_given(tmp_path, refresh):
    edite = edit(make_year(tmp_path), say("a.total", "dix euros"))
    neuf = make_year(tmp_path, total=12)
    fait = refresh(edite, neuf)
    (garde,) = [c for c in fait.changements if c.sort is Sort.GARDE]
    assert (garde.avant, garde.apres) == ("dix euros", "12 €")
    assert garde.lieu.startswith("Les aides › « Le total est")
    assert any("dix euros" in ligne for ligne in texts(fait.contenu))
    encore = refresh(fait.contenu, neuf)  # it is still told, and the rest is done
    assert (encore.contenu, sorts(encore)) == (None, {(Sort.GARDE, "chiffre", "a.total")})
    force = refresh(edite, neuf, ecraser=frozenset({"a.total"}))
    assert (Sort.ECRASE, "chiffre", "a.total") in sorts(force)
    assert any("est 12\u00a0€" in ligne for ligne in texts(force.contenu))


def test_a_figure_written_over_is_told_even_when_the_year_is_the_same(tmp_path, refresh):
    edite = edit(make_year(tmp_path), say("a.total", "11 €"))
    assert sorts(refresh(edite, make_year(tmp_path))) == {(Sort.GARDE, "chiffre", "a.total")}


def test_a_figure_that_was_erased_can_be_written_again(tmp_path, refresh):
    def erase(racine):
        controle = controls(racine, "a.total")[0].find(w("sdtContent"))
        controle[:] = [make("r")]

    edite = edit(make_year(tmp_path), erase)
    assert sorts(refresh(edite, make_year(tmp_path))) == {(Sort.GARDE, "chiffre", "a.total")}
    for jour in (None, JOUR):
        force = refresh(edite, make_year(tmp_path), ecraser=frozenset({"a.total"}), jour=jour)
        assert any("est 10\u00a0€" in ligne for ligne in texts(force.contenu))


def test_words_that_somebody_tracked_in_a_figure_are_kept(tmp_path, refresh):
    def track(racine):
        run = next(controls(racine, "a.total")[0].iter(w("r")))
        marque = make("ins", id="999", author="Elle", date="2023-01-01T00:00:00Z")
        run.addnext(marque)
        marque.append(make("r", make_texte(" environ")))

    edite = edit(make_year(tmp_path), track)
    fait = refresh(edite, make_year(tmp_path, total=12))
    assert (Sort.GARDE, "chiffre", "a.total") in sorts(fait)
    assert any("10\u00a0€ environ" in ligne for ligne in texts(fait.contenu))


def test_a_table_with_a_cell_written_over_is_kept_whole(tmp_path, refresh):
    def geste(racine):
        list(controls(racine, "t")[0].iter(w("t")))[2].text = "un autre nom"

    edite = edit(make_year(tmp_path), geste)
    fait = refresh(edite, make_year(tmp_path, total=12))
    assert (Sort.GARDE, "tableau", "t") in sorts(fait)
    assert (Sort.CHANGE, "graphique", "t") in sorts(fait)
    assert "un autre nom" in texts(fait.contenu)
    assert "10\u00a0€" in texts(fait.contenu)
    force = refresh(edite, make_year(tmp_path, total=12), ecraser=frozenset({"t"}))
    assert "un autre nom" not in texts(force.contenu)


def test_a_chart_whose_points_somebody_typed_is_kept(tmp_path, refresh):
    parts = read_zip(make_year(tmp_path))
    graphique_lu = parts["word/charts/chart1.xml"].replace(b"<c:v>10</c:v>", b"<c:v>99</c:v>")
    assert graphique_lu != parts["word/charts/chart1.xml"]
    edite = write_zip({**parts, "word/charts/chart1.xml": graphique_lu})
    fait = refresh(edite, make_year(tmp_path, total=12))
    assert (Sort.GARDE, "graphique", "t") in sorts(fait)
    assert read_zip(fait.contenu)["word/charts/chart1.xml"] == graphique_lu


@pytest.mark.parametrize("nom", ["t", "a.total"])
def test_what_somebody_took_out_is_told_and_nothing_else_suffers(nom, tmp_path, refresh):
    def geste(racine):
        controle = controls(racine, nom)[0]
        for borne in racine.iter(w("bookmarkStart")):
            if borne.get(w("name")) in ("a__total", "t"):
                borne.set(w("name"), "autre" + borne.get(w("name")))
        controle.getparent().replace(controle, make("p") if nom == "t" else make("r"))

    fait = refresh(edit(make_year(tmp_path), geste), make_year(tmp_path, total=12, taux="5"))
    assert {c.ancre.nom for c in fait.changements if c.sort is Sort.PERDU} == {nom}
    assert any("5,0\u00a0%" in ligne for ligne in texts(fait.contenu))


def test_a_control_alone_is_enough(tmp_path, refresh):
    def forget_bookmarks(racine):
        for borne in list(racine.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            borne.getparent().remove(borne)

    edite = edit(make_year(tmp_path), forget_bookmarks)
    fait = refresh(edite, make_year(tmp_path, total=12))
    assert not [c for c in fait.changements if c.sort is not Sort.CHANGE]
    assert any("est 12\u00a0€" in ligne for ligne in texts(fait.contenu))


def test_a_title_alone_is_enough(tmp_path, refresh):
    def forget_tags(racine):
        for element in list(racine.iter(w("bookmarkStart"), w("bookmarkEnd"), w("tag"))):
            element.getparent().remove(element)

    edite = edit(make_year(tmp_path), forget_tags)
    fait = refresh(edite, make_year(tmp_path, total=12))
    assert any("est 12\u00a0€" in ligne for ligne in texts(fait.contenu))
    assert {c.sort for c in fait.changements} == {Sort.CHANGE}


def test_a_bookmark_alone_is_enough(tmp_path, refresh):
    def unwrap(racine):
        for controle in list(racine.iter(w("sdt"))):
            for enfant in list(controle.find(w("sdtContent"))):
                controle.addprevious(enfant)
            controle.getparent().remove(controle)

    edite = edit(make_year(tmp_path), unwrap)
    fait = refresh(edite, make_year(tmp_path, total=12))
    assert any("est 12\u00a0€" in ligne for ligne in texts(fait.contenu))
    assert {c.sort for c in fait.changements} == {Sort.CHANGE}
    assert len(fait.changements) == 3  # the figure, the table and the chart


def test_a_copy_of_a_region_is_told_and_left_alone(tmp_path, refresh):
    def copy(racine):
        controle = controls(racine, "a.total")[0]
        racine.find(w("body"))[-2].append(deepcopy(controle))

    fait = refresh(edit(make_year(tmp_path), copy), make_year(tmp_path, total=12))
    assert (Sort.DOUBLE, "chiffre", "a.total") in sorts(fait)
    assert any("est 12\u00a0€" in ligne for ligne in texts(fait.contenu))
    assert "Fin10\u00a0€" in texts(fait.contenu)


def test_two_bookmarks_of_one_name_are_left_alone(tmp_path, refresh):
    def copy(racine):
        controle = controls(racine, "t")[0]
        racine.find(w("body"))[-2].addnext(deepcopy(controle))

    edite = edit(make_year(tmp_path), copy)
    fait = refresh(edite, make_year(tmp_path, total=12))
    assert (Sort.DOUBLE, "tableau", "t") in sorts(fait)
    assert texts(fait.contenu).count("10\u00a0€") == 2


def test_what_the_year_has_no_more_is_told_and_left_alone(tmp_path, refresh):
    fait = refresh(make_year(tmp_path), make_year(tmp_path, total=12, lignes=()))
    assert {(s.name, g) for s, g, n in sorts(fait) if n == "t"} == {
        ("DISPARU", "tableau"),
        ("DISPARU", "graphique"),
    }
    assert "10\u00a0€" in texts(fait.contenu)


def test_what_is_new_is_told_then_put_where_the_template_has_it(tmp_path, refresh):
    avant, apres = make_year(tmp_path, lignes=()), make_year(tmp_path)
    fait = refresh(avant, apres)
    assert fait.contenu is None
    assert sorts(fait) == {(Sort.NOUVEAU, "tableau", "t"), (Sort.NOUVEAU, "graphique", "t")}
    mis = refresh(avant, apres, ajouter=frozenset({"t"})).contenu
    assert texts(mis) == texts(apres)
    assert find_faults(mis) == []
    suite = refresh(mis, make_year(tmp_path, total=12))
    assert {s for s, _, n in sorts(suite) if n == "t"} == {Sort.CHANGE}


def test_tracked_additions_can_be_refused(tmp_path, refresh):
    avant, apres = make_year(tmp_path, lignes=()), make_year(tmp_path)
    suivi = refresh(avant, apres, ajouter=frozenset({"t"}), jour=JOUR).contenu
    assert resolved(suivi, accept_all) == resolved(
        refresh(avant, apres, ajouter=frozenset({"t"})).contenu
    )
    assert "Nom" in texts(suivi)


NOTE = Note(contenu("Une note."))


def test_a_text_that_changed_takes_its_place_unless_somebody_rewrote_it(tmp_path, refresh):
    avant = make_year(tmp_path, blocs=(para("Un."),))
    blocs = (titre(1, "Neuf"), para("Deux, soit ", "{{ a.total }}", NOTE))
    apres = make_year(tmp_path, blocs=blocs)
    fait = refresh(avant, apres)
    assert texts(fait.contenu) == texts(apres)
    assert find_faults(fait.contenu) == []
    assert "Une note." in "".join(
        t.text for t in parse(read_zip(fait.contenu)["word/footnotes.xml"]).iter(w("t"))
    )
    suite = refresh(fait.contenu, make_year(tmp_path, total=12, blocs=blocs))
    assert "Deux, soit 12\u00a0€" in texts(suite.contenu)
    retouche = edit(avant, say("textes.evolution", "Un, relu."))
    assert refresh(retouche, avant).changements == ()  # words are made to be worked over
    fait = refresh(retouche, apres)
    assert sorts(fait) == {(Sort.GARDE, "texte", "textes.evolution")}


def test_pictures_links_and_lists_come_with_a_text(tmp_path, refresh, openxml_validator):
    lien = Fragment("le site", lien="https://exemple.fr/")
    liste = Liste(ordonnee=True, elements=((para("Premier"),), (para("Second"),)))
    blocs = (para("Voir ", lien), Illustration(image(), "Une vue"), liste)
    fait = refresh(make_year(tmp_path), make_year(tmp_path, blocs=blocs)).contenu
    paquet = open_paquet(read_zip(fait))
    racine = parse(paquet.parts[paquet.document])
    (hyperlien,) = racine.iter(w("hyperlink"))
    relation = paquet.by_id(paquet.document, hyperlien.get(R_ID))
    assert (relation.cible, relation.externe) == ("https://exemple.fr/", True)
    (vue,) = racine.iter(f"{{{A}}}blip")
    montree = paquet.by_id(paquet.document, vue.get(f"{{{RELATIONS}}}embed"))
    assert paquet.parts[montree.cible] == image().octets
    numeros = {n.get(w("val")) for n in racine.iter(w("numId"))}
    definis = parse(paquet.parts["word/numbering.xml"]).iter(w("num"))
    assert numeros
    assert numeros <= {n.get(w("numId")) for n in definis}
    assert find_faults(fait) == []
    fautes = []
    for nom, octets in (("avant", make_year(tmp_path)), ("fait", fait)):
        (tmp_path / f"{nom}.docx").write_bytes(octets)
        resultat = openxml_validator.validate(tmp_path / f"{nom}.docx")
        fautes.append({e.description for e in resultat.errors})
    assert fautes[1] <= fautes[0]  # those of the small template


def test_a_tracked_text_can_be_accepted_and_refused(tmp_path, refresh):
    avant = make_year(tmp_path, blocs=(para("Un."), para("Deux.")))
    apres = make_year(tmp_path, blocs=(para("Trois"),))
    suivi = refresh(avant, apres, jour=JOUR).contenu
    assert resolved(suivi, reject_all) == resolved(avant)
    accepte = edit(suivi, accept_all)
    assert texts(accepte) == texts(apres)


def test_a_drawing_that_changed_takes_its_place_unless_somebody_worked_on_it(tmp_path, refresh):
    autre = (Rectangle("b", 10, 10, 9 * MM, 9 * MM, Fond("accent2"), ecrits=(Ecrit("Là", 8),)),)
    avant, apres = make_year(tmp_path), make_year(tmp_path, carte=autre)
    fait = refresh(avant, apres)
    assert sorts(fait) == {(Sort.CHANGE, "dessin", "dessins.carte")}
    assert "Là" in texts(fait.contenu)
    assert find_faults(fait.contenu) == []
    suivi = refresh(avant, apres, jour=JOUR).contenu
    assert resolved(suivi, reject_all) == resolved(avant)
    assert resolved(suivi, accept_all) == resolved(fait.contenu)

    def move(racine):
        next(racine.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}off")).set(
            "x", "7"
        )

    retouche = edit(avant, move)
    assert refresh(retouche, avant).changements == ()
    assert sorts(refresh(retouche, apres)) == {(Sort.GARDE, "dessin", "dessins.carte")}


def test_a_colour_alone_is_a_change_of_a_drawing(tmp_path, refresh):
    def carte(couleur):
        return (Rectangle("b", 10, 10, 9 * MM, 9 * MM, Fond(couleur)),)

    avant, apres = (make_year(tmp_path, carte=carte(c)) for c in ("accent2", "accent3"))
    assert sorts(refresh(avant, apres)) == {(Sort.CHANGE, "dessin", "dessins.carte")}


def forget(contenu_lu):
    """The document without its memory."""
    parts = read_zip(contenu_lu)
    rels = parts["word/_rels/document.xml.rels"]
    debut = rels.index(
        b"<Relationship ", rels.rindex(b"<Relationship ", 0, rels.index(b'/customXml"'))
    )
    fin = rels.index(b"/>", debut) + 2
    sans = {n: c for n, c in parts.items() if not n.startswith("customXml/")}
    types = sans["[Content_Types].xml"]
    a = types.index(b'<Override PartName="/customXml')
    types = types[:a] + types[types.index(b"/>", a) + 2 :]
    return write_zip(
        {
            **sans,
            "word/_rels/document.xml.rels": rels[:debut] + rels[fin:],
            "[Content_Types].xml": types,
        }
    )


def test_without_a_memory_what_has_the_form_of_a_figure_is_one(tmp_path, refresh):
    edite = edit(forget(make_year(tmp_path)), say("a.taux", "près des trois quarts"))
    fait = refresh(edite, make_year(tmp_path, total=12, taux="5"))
    assert not fait.memoire
    assert (Sort.CHANGE, "chiffre", "a.total") in sorts(fait)
    assert (Sort.GARDE, "chiffre", "a.taux") in sorts(fait)
    assert any("près des trois quarts" in ligne for ligne in texts(fait.contenu))
    assert refresh(fait.contenu, make_year(tmp_path, total=12, taux="5")).memoire


def test_a_document_of_another_template_has_none_of_the_regions(tmp_path, refresh):
    fait = refresh(make_docx(p("Bonjour")), make_year(tmp_path))
    assert (fait.contenu, fait.noms) == (None, frozenset())


@pytest.mark.parametrize("coupe", [False, True])
def test_bookmarks_alone_are_enough_for_a_text_of_several_paragraphs(coupe, tmp_path, refresh):
    """LibreOffice drops the control around blocks, and may begin its bookmark twice."""

    def unwrap(racine):
        (controle,) = controls(racine, "textes.evolution")
        for bloc in list(controle.find(w("sdtContent"))):
            controle.addprevious(bloc)
        controle.getparent().remove(controle)
        if coupe:
            debut = next(b for b in racine.iter(w("bookmarkStart")) if "evolution" in b.get(NOM))
            fin = next(f for f in racine.iter(w("bookmarkEnd")) if f.get(ID) == debut.get(ID))
            fin.set(ID, "999")
            fin.getparent().insert(0, make("bookmarkStart", id="999", name=debut.get(NOM)))

    edite = edit(make_year(tmp_path, blocs=(para("Un."), para("Deux."))), unwrap)
    assert refresh(edite, make_year(tmp_path, blocs=(para("Un."), para("Deux.")))).contenu is None
    neuf = make_year(tmp_path, blocs=(para("Un."), para("Trois."), para("Quatre.")))
    fait = refresh(edite, neuf)
    assert sorts(fait) == {(Sort.CHANGE, "texte", "textes.evolution")}
    assert [t for t in texts(fait.contenu) if t] == [t for t in texts(neuf) if t]
    touche = edit(edite, lambda racine: say_in(racine, "Deux.", "Deux, et demi."))
    garde = refresh(touche, neuf)
    assert (Sort.GARDE, "texte", "textes.evolution") in sorts(garde)
    assert garde.contenu is None


def say_in(racine, avant, apres):
    next(t for t in racine.iter(w("t")) if t.text == avant).text = apres
