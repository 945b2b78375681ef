"""What a document says of itself for a refresh: its origin, its regions, what they said."""

from datetime import date

from msgspec.structs import replace

from rapportpv.core.zip import read_zip
from rapportpv.word.memoire import read_memoire
from rapportpv.word.ooxml import tag_of, w
from rapportpv.word.origine import Origine, read_origine
from rapportpv.word.paquet import open_paquet
from tests.word.fabrique import build, dessin, euros, graphique, identite, p, tableau, tbl

PILIERS = tableau(
    "par_pilier",
    {"pilier": "Pilier", "montant": "Montant"},
    ["Emploi", euros(20, "piliers.emploi.montant")],
    ["Santé", euros(10, "piliers.sante.montant")],
)
CHIFFRES = (euros(20, "piliers.emploi.montant"), euros(10, "piliers.sante.montant"))


def remembered(document):
    souvenirs = read_memoire(open_paquet(dict(document.parts)))
    return {s.ancre.signet: (s.ancre.nom, s.ancre.genre.value) for s in souvenirs.values()}


def test_each_region_is_remembered_once_by_its_bookmark(tmp_path):
    corps = (
        p("{{ piliers.emploi.montant }} et {{ piliers.emploi.montant }}")
        + tbl(["Pilier"], ["{{ tableaux.par_pilier.pilier }}"])
        + dessin("par_pilier")
    )
    document = build(tmp_path, corps, PILIERS, *CHIFFRES, graphiques=(graphique("Montant"),))
    assert remembered(document) == {
        "piliers__emploi__montant": ("piliers.emploi.montant", "chiffre"),
        "piliers__emploi__montant_2": ("piliers.emploi.montant", "chiffre"),
        "par_pilier": ("par_pilier", "tableau"),
        "graphique__par_pilier": ("par_pilier", "graphique"),
    }


def test_the_first_of_a_table_is_named_by_its_rank_even_through_its_code(tmp_path):
    corps = p("{%p set premier = tableaux.par_pilier.lignes[0] %}") + p(
        "« {{ premier.pilier }} » : {{ premier.montant }}, {{ piliers.emploi.montant }}"
    )
    document = build(tmp_path, corps, PILIERS, *CHIFFRES)
    assert document.controles() == [
        ("par_pilier.1.pilier", "Emploi"),
        ("par_pilier.1.montant", "20\u00a0€"),
        ("piliers.emploi.montant", "20\u00a0€"),
    ]


def test_a_group_read_through_the_code_of_a_line_is_named_by_its_rank(tmp_path):
    lignes = tableau("t", {"nom": "Nom"}, ["Emploi"])
    corps = p("{{ piliers[tableaux.t.lignes[0].code].montant }}")
    document = build(tmp_path, corps, lignes, euros(20, "piliers.code0.montant"))
    assert document.controles() == [("piliers.t.1.montant", "20\u00a0€")]


def test_the_line_of_several_places_is_named_by_what_it_is_however_far(tmp_path):
    """A refresh finds it again when lines come before it; past twenty, those of places have none."""
    noms = [[f"Quartier {n}", euros(n)] for n in range(30, 0, -1)]
    table = tableau(
        "par_quartier", {"quartier": "Q", "montant": "M"}, *noms, ["Plusieurs", euros(9)]
    )
    lignes = (*table.lignes[:-1], replace(table.lignes[-1], code="+plusieurs"))
    corps = p(
        "{% for l in tableaux.par_quartier.lignes %}{% if loop.index > 19 %}{{ l.montant }} "
        "{% endif %}{% endfor %}"
    )
    document = build(tmp_path, corps, replace(table, lignes=lignes))
    assert document.controles() == [
        ("par_quartier.20.montant", "11\u00a0€"),
        ("par_quartier.plusieurs.montant", "9\u00a0€"),
    ]


def test_dates_have_a_control_and_words_are_plain_for_a_template(tmp_path):
    corps = p("Le {{ arrete_le | date_longue }}, {{ arrete_le }}") + p(
        "{% if tableaux.par_pilier.lignes[0].pilier == 'Emploi' %}oui{% endif %} "
        "{{ tableaux.par_pilier.lignes[0].pilier | length }} "
        "{{ tableaux.par_pilier.lignes[0].pilier | de }}"
    )
    document = build(tmp_path, corps, PILIERS)
    dits = [texte.replace("\u00a0", " ") for texte in document.textes()]
    assert dits == ["Le 1er juillet 2023, 1er juillet 2023", "oui 6 d’Emploi"]
    assert [tag for tag, _ in document.controles()] == ["arrete_le", "arrete_le"]
    assert all(tag_of(s) for s in document.corps.iter(w("sdt")))


def test_a_document_says_whose_it_is(tmp_path):
    document = build(tmp_path, p("{{ a.b }}"), euros(1, "a.b"))
    sienne = identite()
    assert read_origine(read_zip(document.contenu)) == Origine(
        2022, sienne.epci, "CA", "rapport", "projet"
    )
    assert sienne.arrete_le == date(2023, 7, 1)
