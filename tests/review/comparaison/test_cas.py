"""What is told of each kind of change, and how it is tracked."""

from datetime import date

import pytest

from rapportpv.core.comparaison import Objet, Sorte, Trait
from rapportpv.core.zip import read_zip
from rapportpv.review.comparaison.comparer import compare
from rapportpv.review.comparaison.suivi import track
from rapportpv.word.ooxml import ancestor, parse, w
from rapportpv.word.paquet import open_paquet
from tests.flatten import plain
from tests.review.comparaison.minimal import controle, make, note, p, t, tbl
from tests.review.comparaison.suivies import accepted, read_body, refused

PHRASE = "Les habitants du quartier ont été consultés au printemps sur le projet"
AUTRE = "La maison des associations accueille trois permanences par semaine"
ENCORE = "Un conseil citoyen se réunit tous les deux mois dans chaque commune"


def both(avant, apres):
    """The comparison; the laws of tracked changes are held each time."""
    comparee = compare(avant, apres)
    suivi = track(comparee.appariement, date(2023, 6, 27))
    assert accepted(suivi) == accepted(apres.octets)
    assert refused(suivi) == accepted(avant.octets)
    return comparee.comparaison


def told(comparaison):
    return [(c.sorte, c.objet, plain(c.avant), plain(c.apres)) for c in comparaison.changements]


def test_words_are_told_as_they_were_and_as_they_are():
    comparaison = both(make(p(PHRASE)), make(p(PHRASE.replace("au printemps", "à l’automne"))))
    (changement,) = comparaison.changements
    assert (changement.sorte, changement.objet) == (Sorte.MODIFIE, Objet.PARAGRAPHE)
    mots = [(f.trait, f.texte) for f in changement.fragments if f.trait is not Trait.GARDE]
    assert mots == [(Trait.OTE, "au printemps"), (Trait.MIS, "à l’automne")]


def test_a_figure_is_told_once_by_its_name_with_all_its_places():
    def write(montant):
        total = controle("programmation.total", t(montant))
        return make(p("Bilan", style="Titre1"), p(total), p("Soit ", total, " en tout."))

    comparaison = both(write("5 955 889 €"), write("5 955 899 €"))
    (chiffre,) = comparaison.chiffres
    assert (chiffre.nom, chiffre.avant, chiffre.apres) == (
        "programmation.total",
        "5 955 889 €",
        "5 955 899 €",
    )
    assert len(chiffre.places) == 2
    assert {place.titre for place in chiffre.places} == {"Bilan"}
    assert comparaison.changements == ()


def test_a_figure_with_and_without_its_unit_is_one_change_told_with_it():
    def write(montant):
        avec, sans = (controle("total", t(texte)) for texte in (f"{montant} €", montant))
        return make(tbl(["Total", "Mont"], [p("Tout"), p(sans)]), p("Soit ", avec, " en tout."))

    comparaison = both(write("5 955 889"), write("5 955 899"))
    (chiffre,) = comparaison.chiffres
    assert (chiffre.avant, chiffre.apres) == ("5 955 889 €", "5 955 899 €")
    assert [place.ligne for place in chiffre.places] == ["Tout", ""]


def test_a_figure_whose_control_was_lost():
    avant = make(p("Soit ", controle("total", t("12 €")), " en tout pour l’année entière."))
    assert both(avant, make(p("Soit 12 € en tout pour l’année entière."))).is_vide
    comparaison = both(avant, make(p("Soit 13 € en tout pour l’année entière.")))
    assert [(c.nom, c.avant, c.apres) for c in comparaison.chiffres] == [("total", "12 €", "13 €")]
    assert comparaison.changements == ()
    comparaison = both(avant, make(p("Soit rien du tout pour l’année entière.")))
    assert [c.objet for c in comparaison.changements] == [Objet.PARAGRAPHE]


def test_what_was_moved_is_told_as_moved_from_where_it_was():
    titres = [p(nom, style="Titre1") for nom in ("Un", "Deux")]
    avant = make(titres[0], p(PHRASE), p(AUTRE), titres[1], p(ENCORE), p("Fin du document."))
    apres = make(titres[0], p(AUTRE), titres[1], p(ENCORE), p(PHRASE), p("Fin du document."))
    (changement,) = both(avant, apres).changements
    assert (changement.sorte, changement.apres) == (Sorte.DEPLACE, PHRASE)
    assert (changement.depuis.titre, changement.place.titre) == ("Un", "Deux")


def test_the_look_alone_is_counted():
    comparaison = both(make(p(PHRASE), p(AUTRE)), make(p(t(PHRASE, "<w:b/>")), p(AUTRE)))
    assert (comparaison.mises_en_forme, comparaison.changements) == (1, ())
    comparaison = both(make(p("12 € en tout")), make(p("12\u00a0€ en tout")))
    assert (comparaison.mises_en_forme, comparaison.changements) == (1, ())


def test_how_words_are_cut_into_runs_is_no_change():
    assert both(make(p(PHRASE)), make(p(t(PHRASE[:9]), t(PHRASE[9:])))).is_vide


TABLE = [
    ["Pilier", "Montant", "Part"],
    ["Cohésion sociale", "4 353 742 €", "73,1 %"],
    ["Emploi", "1 432 769 €", "24,1 %"],
    ["Pilotage", "96 445 €", "1,6 %"],
]


def test_a_cell_is_told_with_its_row_and_its_column():
    apres = [*TABLE[:2], ["Emploi", "1 432 770 €", "24,1 %"], TABLE[3]]
    comparaison = both(
        make(p("Tableau 3. Piliers"), tbl(*TABLE)), make(p("Tableau 3. Piliers"), tbl(*apres))
    )
    (changement,) = comparaison.changements
    assert (changement.objet, changement.avant) == (Objet.CELLULE, "1 432 769 €")
    place = changement.place
    assert (place.tableau, place.ligne, place.colonne) == (
        "Tableau 3. Piliers",
        "Emploi",
        "Montant",
    )


def test_rows_come_go_and_are_renamed():
    apres = [TABLE[0], ["Culture", "5 €", "0 %"], TABLE[1], ["Emploi et insertion", *TABLE[2][1:]]]
    assert told(both(make(tbl(*TABLE)), make(tbl(*apres)))) == [
        (Sorte.AJOUTE, Objet.LIGNE, "", "Culture | 5 € | 0 %"),
        (Sorte.MODIFIE, Objet.CELLULE, "Emploi", "Emploi et insertion"),
        (Sorte.RETIRE, Objet.LIGNE, "Pilotage | 96 445 € | 1,6 %", ""),
    ]  # fmt: skip


def test_columns_come_and_go():
    apres = [[ligne[0], ligne[2], "x"] for ligne in TABLE]
    apres = [[*apres[0][:2], "Rang"], *apres[1:]]
    moins = [ligne[:1] + ligne[2:] for ligne in TABLE]
    assert told(both(make(tbl(*TABLE)), make(tbl(*moins)))) == [
        (Sorte.RETIRE, Objet.COLONNE, "Montant", "")
    ]
    plus = [[*ligne, "neuf" if rang else "Rang"] for rang, ligne in enumerate(TABLE)]
    plus[3][1] = "96 446 €"
    comparaison = both(make(tbl(*TABLE)), make(tbl(*plus)))
    assert told(comparaison) == [
        (Sorte.AJOUTE, Objet.COLONNE, "", "Rang"),
        (Sorte.MODIFIE, Objet.CELLULE, "96 445 €", "96 446 €"),
    ]
    assert comparaison.changements[1].place.ligne == "Pilotage"


def test_a_table_comes_goes_and_moves():
    autre = tbl(["Commune", "Habitants"], ["Divion", "6 900"], ["Auchel", "10 500"])
    seul, deux = (
        make(p(PHRASE), tbl(*TABLE), p(AUTRE)),
        make(p(PHRASE), tbl(*TABLE), p(AUTRE), autre),
    )
    assert [s[:2] for s in told(both(seul, deux))] == [(Sorte.AJOUTE, Objet.TABLEAU)]
    assert [s[:2] for s in told(both(deux, seul))] == [(Sorte.RETIRE, Objet.TABLEAU)]
    deplace = make(p(PHRASE), p(AUTRE), p(ENCORE), tbl(*TABLE), p("Fin."))
    avant = make(p(PHRASE), tbl(*TABLE), p(AUTRE), p(ENCORE), p("Fin."))
    assert [s[:2] for s in told(both(avant, deplace))] == [(Sorte.DEPLACE, Objet.TABLEAU)]


def test_notes_come_go_and_change():
    n1, n2 = (1, p("Source : Insee, 2020.")), (2, p("Chiffre provisoire, à confirmer."))
    sans = make(p(PHRASE), p(AUTRE), notes=[n1])
    avec = make(p(PHRASE, note(1)), p(AUTRE, note(2)), notes=[n1, n2])
    autre = make(p(PHRASE, note(1)), p(AUTRE, note(2)), notes=[n1, (2, p("Chiffre définitif."))])
    lieux = [c.place.partie for c in both(sans, avec).changements]
    assert lieux.count("note de bas de page") == 2
    assert {c.sorte for c in both(avec, sans).changements if c.avant.startswith("Source")} == {
        Sorte.RETIRE
    }
    comparaison = both(avec, autre)
    assert {c.place.partie for c in comparaison.changements} == {"note de bas de page"}


def test_headers_and_footers_are_compared():
    avant = make(p(PHRASE), header1=p("Version projet"), footer1=p("Page 1"))
    apres = make(p(PHRASE), header1=p("Version définitive"), footer1=p("Page 1"))
    (changement,) = both(avant, apres).changements
    assert changement.place.partie == "en-tête de page"
    assert changement.apres == "Version définitive"


def test_a_header_that_a_word_processor_doubled_is_no_change():
    avant = make(p(PHRASE), header1=p("Version projet"))
    apres = make(p(PHRASE), header1=p("Version projet"), header2=p("Version projet"))
    for deux in ((avant, apres), (apres, avant)):
        assert compare(*deux).comparaison.is_vide
    autre = make(p(PHRASE), header1=p("Version projet"), header2=p("Couverture"))
    assert told(compare(avant, autre).comparaison) == [
        (Sorte.AJOUTE, Objet.PARAGRAPHE, "", "Couverture")
    ]


def shape(texte):
    """A text box, with the form of it that older programs read."""
    boite = f"<w:txbxContent>{p(texte)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent '
        'cx="1" cy="1"/><wp:docPr id="1" name="Encadré"/><a:graphic><a:graphicData uri="x">'
        f"<wps:wsp><wps:txbx>{boite}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{boite}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_text_boxes_are_compared():
    (changement,) = both(make(p(PHRASE, shape(AUTRE))), make(p(PHRASE, shape(ENCORE)))).changements[
        :1
    ]
    assert changement.place.partie == "zone de texte"


def image(identifiant, nom):
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="{nom}"/>'
        '<a:graphic><a:graphicData uri="x"><pic:pic><pic:blipFill><a:blip '
        f'r:embed="{identifiant}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )


def test_pictures_are_told():
    deux = {"word/media/a.png": b"une", "word/media/b.png": b"autre"}
    avant = make(p(PHRASE), p(image("rId2", "Photo")), fichiers=deux)
    apres = make(p(PHRASE), p(image("rId3", "Photo")), fichiers=deux)
    sans = make(p(PHRASE), p(AUTRE), fichiers=deux)
    renommee = make(p(PHRASE), p(image("rId2", "Photo 12")), fichiers=deux)
    assert told(both(avant, apres)) == [(Sorte.MODIFIE, Objet.IMAGE, "Photo", "Photo")]
    assert both(avant, renommee).is_vide, "a program may number its pictures anew"
    assert (Sorte.RETIRE, Objet.IMAGE, "Photo", "") in told(both(avant, sans))


def test_tracked_changes_that_are_there_are_read_as_accepted():
    suivi = '<w:ins w:id="1" w:author="x"><w:r><w:t> et débattu</w:t></w:r></w:ins>'
    ote = '<w:del w:id="2" w:author="x"><w:r><w:delText> en vain</w:delText></w:r></w:del>'
    comparaison = both(make(p(PHRASE)), make(p(PHRASE, suivi, ote)))
    (changement,) = comparaison.changements
    assert changement.fragments[-1].texte == " et débattu"
    assert "lues comme acceptées" in comparaison.remarques[0]
    assert both(make(p(PHRASE + " et débattu")), make(p(PHRASE, suivi, ote))).is_vide


def test_numbers_that_word_gives_are_no_change():
    def caption(numero):
        return p(
            "Tableau ",
            f'<w:fldSimple w:instr=" SEQ Tableau ">{t(numero)}</w:fldSimple>',
            ". Les piliers",
        )

    assert both(make(caption("3")), make(caption("4"))).is_vide


def test_a_caption_that_went_is_numbered_again_when_it_comes_back():
    champ = f'<w:fldSimple w:instr=" SEQ Tableau ">{t("3")}</w:fldSimple>'
    suivi = track(
        compare(
            make(p("Tableau ", champ, ". Les piliers"), p(PHRASE)), make(p(PHRASE))
        ).appariement,
        date(2023, 6, 27),
    )
    assert refused(suivi) == ["Tableau 3. Les piliers", PHRASE]
    assert b"> SEQ Tableau </w:delInstrText>" in read_body(suivi)


def test_the_contents_follow_the_headings():
    avant = make(p("Un\t3", style="TOC1"), p("Un", style="Titre1"), p(PHRASE))
    apres = make(p("Premier\t3", style="TOC1"), p("Premier", style="Titre1"), p(PHRASE))
    comparaison = both(avant, apres)
    assert {c.apres for c in comparaison.changements} | {""} == {"Premier", ""}
    assert "sommaire" in comparaison.remarques[0]


def fld(sorte):
    return f'<w:r><w:fldChar w:fldCharType="{sorte}"/></w:r>'


def test_a_field_over_several_paragraphs_goes_as_a_whole():
    debut = fld("begin") + "<w:r><w:instrText> TOC </w:instrText></w:r>" + fld("separate")
    champ = [p(debut, t("Un\t3")), p("Deux\t4"), p(t("Trois\t5"), fld("end"))]
    avant, apres = make(p(PHRASE), tbl(["a"]), p()), make(p(PHRASE), *champ, tbl(["a"]), p())
    both(apres, avant)
    both(avant, apres)
    suivi = open_paquet(read_zip(track(compare(avant, apres).appariement, date(2023, 6, 27))))
    racine = parse(suivi.parts[suivi.document])
    assert all(ancestor(e, w("ins")) is not None for e in racine.iter(w("fldChar")))


def test_a_document_without_any_paragraph():
    vide = make()
    suivi = track(compare(make(p(PHRASE)), vide).appariement, date(2023, 6, 27))
    assert refused(suivi) == [PHRASE]
    assert read_body(suivi).index(b"<w:sectPr") > read_body(suivi).index(b"<w:del ")


@pytest.mark.parametrize(
    ("avant", "apres"),
    [
        ([p()], [p(PHRASE)]),
        ([p()], [tbl(["a"]), p()]),
        ([tbl(["a"], ["b"]), p()], [p(PHRASE), tbl(["b"], ["a"]), p()]),
        ([p(PHRASE), p(AUTRE)], [p(ENCORE)]),
        ([p(PHRASE)], [p(PHRASE), p(AUTRE), p(ENCORE)]),
        ([tbl(["<w:p/>" + tbl(["x"]) + "<w:p/>"]), p()], [tbl(["<w:p/>" + tbl(["y"]) + p("z")]), p()]),
        ([p("a\tb\nc")], [p("a b\nc\td")]),
        ([controle("r", p(PHRASE) + p(AUTRE)), p()], [controle("r", p(PHRASE)), p()]),
        ([controle("r", tbl(["a"])), p(AUTRE)], [p(AUTRE), controle("s", tbl(["b"])), p(PHRASE)]),
    ],
)  # fmt: skip
def test_whatever_their_shape(avant, apres):
    both(make(*avant), make(*apres))
    both(make(*apres), make(*avant))


def test_bold_words_stay_bold_when_they_are_refused():
    avant = make(p("Soit ", t("cent trente", "<w:b/>"), " actions dans l’année écoulée."))
    apres = make(p("Soit cent quarante actions dans l’année écoulée."))
    suivi = track(compare(avant, apres).appariement, date(2023, 6, 27))
    assert b'w:author="rapportpv" w:date="2023-06-27T00:00:00Z"' in read_body(suivi)
    assert b"<w:b/></w:rPr><w:delText" in read_body(suivi).replace(b' xml:space="preserve"', b"")
