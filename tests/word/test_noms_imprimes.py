"""Names in capitals are printed in small letters; the figures keep what was typed."""

from msgspec.structs import replace

from rapportpv.core.chiffre import Bilan
from rapportpv.word.noms_imprimes import print_noms
from rapportpv.word.ooxml import c
from rapportpv.year.bilan import compute_bilan
from rapportpv.year.load import load_dossier
from tests.word.fabrique import build, dessin, euros, graphique, identite, tableau

FCS = tableau(
    "fcs_axe_1",
    {"operateur": "Opérateur", "intitule": "Projet", "commune": "Commune", "montant": "Montant"},
    ["AMIS DE L'ETANG", "Une FÊTE", "L'Étang", euros(1)],
    ["Les AMIS", "JEUX D'EAU", "L'Étang", euros(2)],
)


def test_the_document_softens_and_the_table_does_not():
    imprime = print_noms(Bilan(tableaux={"fcs_axe_1": FCS}), identite()).tableaux["fcs_axe_1"]
    assert [tuple(map(str, ligne.cellules.values()))[:2] for ligne in imprime.lignes] == [
        ("Amis de L'Étang", "Une FÊTE"),
        ("Les AMIS", "Jeux d'EAU"),
    ]
    assert FCS.lignes[0].cellules["operateur"] == "AMIS DE L'ETANG"


def test_a_short_name_stands_in_narrow_columns_and_beside_bars(tmp_path):
    """Long names are shortened where a table has many columns, or a chart a long label."""
    colonnes = {"f": "F", "a": "A", "b": "B", "c": "C", "total": "T"}
    long = "Établissement public intercommunal de coopération culturelle"
    large = tableau("t", colonnes, [long, *(euros(n) for n in range(1, 5))])
    large = replace(large, lignes=tuple(replace(li, court="EPCC") for li in large.lignes))
    etroit = tableau("u", {"f": "F", "m": "M"}, [long, euros(2)], ["Région", euros(1)])
    etroit = replace(etroit, lignes=tuple(replace(li, court="Court") for li in etroit.lignes))
    imprimes = print_noms(Bilan(tableaux={"t": large, "u": etroit}), identite()).tableaux
    assert imprimes["t"].lignes[0].cellules["f"] == "EPCC"
    assert imprimes["u"].lignes[0].cellules["f"] == long
    document = build(tmp_path, dessin("u"), etroit, graphiques=(graphique("M"),))
    points = [v.text for v in document.xml("word/charts/chart1.xml").iter(c("v"))]
    assert points[1:3] == ["Court", "Région"]


def test_the_settings_give_short_names_to_piliers_and_funders(projet):
    """Headings of a narrow table are short in a document; figures keep the whole name."""
    toml = (projet / "rapportpv.toml").read_text("utf-8")
    toml = toml.replace('libelle = "Cohésion sociale"', 'libelle_court = "Cohésion", \\g', 1)
    toml = toml.replace("\\g", 'libelle = "Cohésion sociale"')
    toml = toml.replace('libelle = "Communes"', 'libelle = "Communes"\nlibelle_court = "Com."')
    (projet / "rapportpv.toml").write_text(toml, "utf-8")
    dossier, anomalies = load_dossier(projet, 2023)
    assert anomalies == []
    croise = compute_bilan(dossier).tableaux["pilier_financeur"]
    assert {c.nom: (c.libelle, c.court) for c in croise.colonnes}["cohesion"] == (
        "Cohésion sociale",
        "Cohésion",
    )
    assert {ligne.code: ligne.court for ligne in croise.lignes}["communes"] == "Com."
    assert croise.lignes[-1].cellules["financeur"] == "Communes"
