"""What LibreOffice, Gnumeric and SheetJS write in an .ods, and what is hidden in it."""

import pytest

from rapportpv.reading.classeur.read import read_classeur
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from tests.reading.classeur.paquets import write_ods, write_zip


def cell(valeur, **attributs):
    """A cell: a number, a text, nothing; its attributes, «_» for «:» and «__» for «-»."""
    noms = {nom.replace("__", "-").replace("_", ":"): v for nom, v in attributs.items()}
    if isinstance(valeur, int | float):
        noms = {"office:value-type": "float", "office:value": valeur, **noms}
    elif valeur and "office:value-type" not in noms:
        noms["office:value-type"] = "string"
    texte = "" if valeur is None else f"<text:p>{valeur}</text:p>"
    dits = "".join(f' {nom}="{v}"' for nom, v in noms.items())
    return f"<table:table-cell{dits}>{texte}</table:table-cell>"


def row(*cellules, **attributs):
    noms = "".join(f' table:{n.replace("_", "-")}="{v}"' for n, v in attributs.items())
    return f"<table:table-row{noms}>{''.join(cellules)}</table:table-row>"


def read(tmp_path, rangees, **autres):
    [grille] = read_classeur(write_ods(tmp_path / "a.ods", rangees, **autres))
    return grille


def test_values_of_every_kind(tmp_path):
    grille = read(
        tmp_path,
        row(cell(12), cell(12.5), cell("a"), cell(None))
        + row(cell("5", office_value__type="date", office_date__value="2024-03-01"))
        + row(cell("v", office_value__type="boolean", office_boolean__value="true"))
        + row(cell("12 %", office_value__type="percentage", office_value="0.12")),
    )
    assert grille.lignes[0] == [12, 12.5, "a"]
    assert [str(ligne[0]) for ligne in grille.lignes[1:]] == ["2024-03-01", "True", "0.12"]


def test_a_text_in_several_paragraphs_with_spaces_and_without_its_note(tmp_path):
    texte = 'a<text:s text:c="2"/>b</text:p><text:p><text:span>c</text:span><text:tab/>d'
    note = "<office:annotation><text:p>note</text:p></office:annotation>"
    cellule = cell(texte).replace("<text:p>a", f"{note}<text:p>a")
    assert read(tmp_path, row(cellule)).lignes == [["a  b\nc\td"]]


@pytest.mark.parametrize(
    "cellule",
    [
        cell(
            "#DIV/0 !",
            table_formula="of:=[.A1]/0",
            office_value="0",
            office_value__type="string",
            calcext_value__type="error",
        ),
        cell("#DIV/0!", table_formula="of:=[.A1]/0", office_value__type="string"),
        cell("#DIV/0!", table_formula="=A1/0", office_value__type="float", office_value="0"),
    ],
    ids=["LibreOffice", "Gnumeric", "by its text"],
)
def test_an_error_is_no_blank_and_no_zero(tmp_path, cellule):
    grille = read(tmp_path, row(cell(1), cellule))
    assert grille.lignes == [[1, "#DIV/0!"]]
    assert grille.erreurs == {(1, 2): "#DIV/0!"}


def test_formulas_are_told_in_excel_s_words(tmp_path):
    grille = read(
        tmp_path,
        row(cell(3, table_formula="of:=SUM([.B1:.$B$2])"), cell(1))
        + row(cell(1, table_formula="of:=[$'Feuil 1'.A1]+[.B1]"), cell(2))
        + row(cell(None, table_formula="of:=[.A1]")),
    )
    assert grille.formules == {
        (1, 1): "=SUM(B1:$B$2)", (2, 1): "='Feuil 1'!A1+B1", (3, 1): "=A1"
    }  # fmt: skip
    assert grille.jamais_calculees == ((3, 1),)


def test_repeats_and_merges(tmp_path):
    repetee = cell("x", table_number__columns__repeated="3")
    fusionnee = cell("f", table_number__rows__spanned="2", table_number__columns__spanned="1")
    couverte = cell("caché").replace("table:table-cell", "table:covered-table-cell")
    grille = read(
        tmp_path,
        row(repetee, number_rows_repeated="2") + row(fusionnee) + row(couverte, cell(1)),
    )
    assert grille.lignes == [["x"] * 3, ["x"] * 3, ["f", None, None], ["f", 1, None]]
    assert grille.fusions == ((3, 1, 4, 1),)


def test_what_is_hidden(tmp_path):
    colonnes = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="1000"/>'
    )
    rangees = row(cell(1), cell(2), cell(3)) + row(cell(4), visibility="filter")
    grille = read(tmp_path, colonnes + rangees)
    assert (grille.lignes_masquees, grille.colonnes_masquees) == ({2}, {3})


def test_a_style_that_says_something(tmp_path):
    styles = (
        '<number:percentage-style style:name="P"><number:number/><number:text>%</number:text>'
        '</number:percentage-style><number:number-style style:name="K">'
        '<number:number number:display-factor="1000"/><number:text> k€</number:text>'
        "</number:number-style>"
        '<style:style style:name="p" style:family="table-cell" style:data-style-name="P"/>'
        '<style:style style:name="k" style:family="table-cell" style:data-style-name="K"/>'
        '<style:style style:name="b" style:family="table-cell" style:parent-style-name="c">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="c" style:family="table-cell">'
        '<style:table-cell-properties fo:background-color="#ffff00"/></style:style>'
    )
    colonne = '<table:table-column table:default-cell-style-name="b"/>'
    cellules = [cell(0.5, table_style__name="p"), cell(5, table_style__name="k")]
    grille = read(tmp_path, colonne + row(cell(1), *cellules), styles=styles)
    assert grille.barrees == {(1, 1)}
    assert grille.couleurs == {(1, 1): "FFFF00"}
    assert [(case, f.facteur, f.pourcent) for case, f in grille.formats.items()] == [
        ((1, 2), 100, True)  # and k€ made of a thousandth is as it is shown
    ]


def test_a_hidden_sheet_and_one_of_another_file_are_not_read(tmp_path):
    chemin = write_ods(
        tmp_path / "a.ods",
        row(cell(1)) + '</table:table><table:table table:name="H" table:style-name="t">' + row(cell(2))
        + "</table:table><table:table table:name=\"'file:///x'#$A\"><table:table-source/>" + row(cell(3)),
        styles='<style:style style:name="t" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>',
    )  # fmt: skip
    assert [(g.nom, g.masquee, g.lignes) for g in read_classeur(chemin)] == [
        ("F", False, [[1]]),
        ("H", True, []),
    ]


def test_a_sheet_that_is_too_large_matters_only_if_it_is_wanted(tmp_path):
    chemin = write_ods(
        tmp_path / "a.ods",
        row(cell(1)) + '</table:table><table:table table:name="G">'
        + row(cell(1), number_rows_repeated="1000000"),
    )  # fmt: skip
    assert [g.lignes for g in read_classeur(chemin, lambda noms: noms[:1])] == [[[1]], []]
    with pytest.raises(ClasseurRefuseError, match="trop_de_lignes"):
        read_classeur(chemin)


def test_a_document_of_writer_is_no_workbook(tmp_path):
    parts = {"content.xml": "<a/>", "mimetype": "application/vnd.oasis.opendocument.text"}
    with pytest.raises(ClasseurRefuseError, match="inconnu"):
        read_classeur(write_zip(tmp_path / "a.ods", parts))
