from rapportpv.word.ooxml import WP, w
from tests.word.fabrique import build, nombre, p

BOUCLE = p("{%p for n in range(2) %}"), p("{%p endfor %}")


def test_controls_that_a_loop_repeats_get_other_ids(tmp_path):
    controle = (
        '<w:sdt><w:sdtPr><w:tag w:val="encadre"/><w:id w:val="-12"/></w:sdtPr><w:sdtContent>'
        f"{p('a {{ fcs.projets }}')}</w:sdtContent></w:sdt>"
    )
    document = build(tmp_path, BOUCLE[0] + controle + BOUCLE[1], nombre(2, "fcs.projets"))
    ids = [i.get(w("val")) for i in document.corps.iter(w("id"))]
    assert ids[0] == "-12"
    assert all(int(i) > 0 for i in ids[1:])
    assert len(set(ids)) == 4


def test_our_ids_leave_those_of_the_template_alone(tmp_path):
    controle = (
        '<w:sdt><w:sdtPr><w:tag w:val="encadre"/><w:id w:val="1"/></w:sdtPr><w:sdtContent>'
        f"{p('a')}</w:sdtContent></w:sdt>"
    )
    document = build(tmp_path, p("{{ fcs.projets }}") + controle, nombre(2, "fcs.projets"))
    assert [i.get(w("val")) for i in document.corps.iter(w("id"))] == ["2", "1"]


def test_bookmarks_that_a_loop_repeats_stay_once(tmp_path):
    signet = '<w:p><w:bookmarkStart w:id="1" w:name="ici"/><w:r><w:t>a</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
    document = build(tmp_path, BOUCLE[0] + signet + BOUCLE[1])
    assert document.signets() == ["ici"]
    assert document.textes() == ["a", "a"]


def test_bookmarks_without_end_or_beginning_are_dropped(tmp_path):
    corps = (
        '<w:p><w:bookmarkStart w:id="1" w:name="ouvert"/></w:p>'
        '<w:p><w:bookmarkEnd w:id="2"/></w:p>'
        '<w:p><w:bookmarkStart w:id="3" w:name="entier"/><w:bookmarkEnd w:id="3"/></w:p>'
    )
    document = build(tmp_path, corps)
    assert document.signets() == ["entier"]
    assert len(list(document.corps.iter(w("bookmarkEnd")))) == 1


def test_our_bookmark_gives_way_to_one_of_that_name(tmp_path):
    corps = (
        '<w:p><w:bookmarkStart w:id="1" w:name="FCS__projets"/><w:bookmarkEnd w:id="1"/></w:p>'
        + p("{{ fcs.projets }}")
    )
    document = build(tmp_path, corps, nombre(2, "fcs.projets"))
    assert document.signets() == ["FCS__projets", "fcs__projets_2"]


def test_paragraph_identifiers_stay_unique(tmp_path):
    corps = BOUCLE[0] + p("a").replace("<w:p>", '<w:p w14:paraId="00000001">') + BOUCLE[1]
    document = build(tmp_path, corps)
    assert document.parts["word/document.xml"].count(b"00000001") == 1


def test_drawings_are_numbered_over_all_parts(tmp_path):
    image = (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="7" name="logo"/>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
    document = build(tmp_path, image * 2, entete=image)
    parts = ("word/document.xml", "word/header1.xml")
    ids = [d.get("id") for nom in parts for d in document.xml(nom).iter(f"{{{WP}}}docPr")]
    assert ids == ["1", "2", "3"]
