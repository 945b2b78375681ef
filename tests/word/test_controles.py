"""Each figure of the document carries its name."""

from lxml import etree

from rapportpv.word.ooxml import w
from tests.word.fabrique import build, euros, nombre, p, part

TOTAL = euros("5955889", "programmation.total")
PROJETS = nombre(171, "programmation.projets_deposes")


def runs(document):
    """Each run of the body: whether it is in a control, its text, whether it is bold."""
    return [
        (
            next(run.iterancestors(w("sdt")), None) is not None,
            "".join(t.text or "" for t in run.iter(w("t"))),
            run.find(f"{w('rPr')}/{w('b')}") is not None,
        )
        for run in document.corps.iter(w("r"))
    ]


def test_a_run_is_split_around_its_figures_and_keeps_its_look(tmp_path):
    corps = (
        '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Sur {{ programmation.total }} et'
        " {{ programmation.projets_deposes }} projets </w:t></w:r><w:r><w:t>fin</w:t></w:r></w:p>"
    )
    document = build(tmp_path, corps, TOTAL, PROJETS)
    assert runs(document) == [
        (False, "Sur ", True),
        (True, "5\u202f955\u202f889\u00a0€", True),
        (False, " et ", True),
        (True, "171", True),
        (False, " projets ", True),
        (False, "fin", False),
    ]
    espaces = [
        t.get("{http://www.w3.org/XML/1998/namespace}space") for t in document.corps.iter(w("t"))
    ]
    assert espaces[:5] == ["preserve"] * 5


def test_tag_title_and_bookmark_are_the_name_of_the_figure(tmp_path):
    document = build(tmp_path, p("a {{ programmation.total }} b"), TOTAL)
    (controle,) = document.corps.iter(w("sdt"))
    proprietes = {e.tag: e.get(w("val")) for e in controle.find(w("sdtPr"))}
    assert proprietes[w("tag")] == proprietes[w("alias")] == "programmation.total"
    assert int(proprietes[w("id")]) > 0
    debut, fin = controle.getprevious(), controle.getnext()
    assert (debut.tag, debut.get(w("name"))) == (w("bookmarkStart"), "programmation__total")
    assert (fin.tag, fin.get(w("id"))) == (w("bookmarkEnd"), debut.get(w("id")))


def test_the_noun_that_agrees_is_outside_the_control(tmp_path):
    corps = p("{{ programmation.projets_deposes | accorde('projet', 'projets') }}")
    document = build(tmp_path, corps, PROJETS)
    assert document.controles() == [("programmation.projets_deposes", "171")]
    assert document.textes() == ["171\u00a0projets"]


def test_a_figure_shown_twice_has_two_bookmarks(tmp_path):
    document = build(tmp_path, p("{{ programmation.total }}") * 3, TOTAL)
    assert document.signets() == [
        "programmation__total",
        "programmation__total_2",
        "programmation__total_3",
    ]


def test_a_split_run_keeps_its_attributes(tmp_path):
    corps = p("a {{ programmation.total }}").replace("<w:r>", '<w:r w:rsidR="00AB12CD">')
    document = build(tmp_path, corps, TOTAL)
    assert [r.get(w("rsidR")) for r in document.corps.iter(w("r"))] == ["00AB12CD"] * 2


def test_tabs_and_breaks_of_a_run_stay_in_order(tmp_path):
    corps = (
        "<w:p><w:r><w:t>Total</w:t><w:tab/><w:t>{{ programmation.total }}</w:t><w:br/>"
        "<w:t>fin</w:t></w:r></w:p>"
    )
    document = build(tmp_path, corps, TOTAL)
    ordre = [
        e.tag.rpartition("}")[2] for e in document.corps.iter(w("t"), w("tab"), w("br"), w("sdt"))
    ]
    assert ordre == ["t", "tab", "sdt", "t", "br", "t"]


def test_the_control_of_the_template_is_used(tmp_path):
    corps = (
        '<w:p><w:sdt><w:sdtPr><w:tag w:val="programmation.total"/><w:id w:val="7"/><w:text/>'
        "</w:sdtPr><w:sdtContent><w:r><w:t>{{ programmation.total }}</w:t></w:r></w:sdtContent>"
        "</w:sdt></w:p>"
    )
    document = build(tmp_path, corps, TOTAL)
    assert document.controles() == [("programmation.total", "5\u202f955\u202f889\u00a0€")]
    assert document.signets() == ["programmation__total"]
    assert document.corps.find(f".//{w('alias')}").get(w("val")) == "programmation.total"


def test_no_control_inside_a_plain_text_control_of_another_name(tmp_path):
    corps = (
        '<w:p><w:sdt><w:sdtPr><w:tag w:val="phrase"/><w:text/></w:sdtPr><w:sdtContent><w:r>'
        "<w:t>{{ programmation.total }}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    document = build(tmp_path, corps, TOTAL)
    assert document.controles() == [("phrase", "5\u202f955\u202f889\u00a0€")]


def test_no_control_where_word_takes_none(tmp_path):
    corps = (
        '<w:p><w:moveTo w:id="1"><w:r><w:t>{{ programmation.total }}</w:t></w:r></w:moveTo></w:p>'
    )
    document = build(tmp_path, corps, TOTAL)
    assert (document.controles(), document.textes()) == ([], ["5\u202f955\u202f889\u00a0€"])


def test_headers_have_controls_too(tmp_path):
    document = build(
        tmp_path, p("{{ programmation.total }}"), TOTAL, entete=p("{{ programmation.total }}")
    )
    assert document.controles("word/header1.xml") == document.controles()
    entete = document.xml("word/header1.xml")
    assert [s.get(w("name")) for s in entete.iter(w("bookmarkStart"))] == ["programmation__total_2"]


def test_figures_elsewhere_than_in_texts_are_plain(tmp_path):
    corps = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
        "<w:instrText>QUOTE {{ programmation.total }}</w:instrText></w:r><w:r>"
        '<w:fldChar w:fldCharType="end"/></w:r><w:bookmarkStart w:id="1" w:name="a{{'
        ' programmation.projets_deposes }}"/><w:bookmarkEnd w:id="1"/></w:p>'
    )
    document = build(tmp_path, corps, TOTAL, PROJETS)
    assert document.controles() == []
    assert document.signets() == ["a171"]
    assert document.corps.find(f".//{w('instrText')}").text == "QUOTE 5\u202f955\u202f889\u00a0€"


def test_a_long_name_is_cut_for_word(tmp_path):
    nom = "credits_etat.piliers." + "x" * 60 + ".taux"
    corps = p("{% for c in credits_etat.piliers %}{{ credits_etat.piliers[c].taux }}{% endfor %}")
    document = build(tmp_path, corps, part(50, nom))
    ((tag, texte),) = document.controles()
    assert (len(tag), texte) == (64, "50,0\u00a0%")
    assert len(document.signets()[0]) <= 40


def test_everything_else_is_left_as_it_was(tmp_path):
    """Without our controls and bookmarks, the rendered body is the template's."""
    corps = p("Un total de {{ programmation.total }}, {{ programmation.projets_deposes }} projets.")
    document = build(tmp_path, corps, TOTAL, PROJETS)
    for controle in list(document.corps.iter(w("sdt"))):
        for run in list(controle.find(w("sdtContent"))):
            controle.addprevious(run)
        controle.getparent().remove(controle)
    etree.strip_elements(document.corps, w("bookmarkStart"), w("bookmarkEnd"))
    (paragraphe,) = document.corps.iter(w("p"))
    assert {e.tag for e in paragraphe.iter()} == {w("p"), w("r"), w("t")}
    assert document.textes() == ["Un total de 5\u202f955\u202f889\u00a0€, 171 projets."]
