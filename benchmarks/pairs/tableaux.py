"""A Word table of that many rows: `tableaux.py docxtpl|python-docx|lxml ROWS OUT.docx`."""

import sys

from docx import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def write_docxtpl(lignes: list[tuple[str, str, str]], chemin: str) -> None:
    """By its loop over rows."""
    from docxtpl import DocxTemplate

    document = Document()
    table = document.add_table(4, 3, style="Table Grid")
    table.rows[1].cells[0].text = "{%tr for r in rows %}"
    for rang in range(3):
        table.rows[2].cells[rang].text = f"{{{{ r[{rang}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    document.save(chemin)
    modele = DocxTemplate(chemin)
    modele.render({"rows": lignes}, autoescape=True)
    modele.save(chemin)


def write_python_docx(lignes: list[tuple[str, str, str]], chemin: str) -> None:
    """By its table, whose cells are listed once: as its documentation has it, it is quadratic."""
    document = Document()
    table = document.add_table(len(lignes), 3, style="Table Grid")
    cellules = table._cells
    for rang, ligne in enumerate(lignes):
        for colonne, texte in enumerate(ligne):
            cellules[3 * rang + colonne].text = texte
    document.save(chemin)


def write_lxml(lignes: list[tuple[str, str, str]], chemin: str) -> None:
    """Elements made by hand: the floor."""
    from lxml import etree

    document = Document()
    table = document.add_table(1, 3, style="Table Grid")._tbl
    for ligne in lignes:
        rangee = etree.SubElement(table, W + "tr")
        for texte in ligne:
            paragraphe = etree.SubElement(etree.SubElement(rangee, W + "tc"), W + "p")
            etree.SubElement(etree.SubElement(paragraphe, W + "r"), W + "t").text = texte
    document.save(chemin)


if __name__ == "__main__":
    outil, combien, sortie = sys.argv[1:]
    rangees = [
        (f"Commune {i % 500}", f"Opération {i} – réhabilitation & extension", f"{1000 + i} €")
        for i in range(int(combien))
    ]
    ecrire = {"docxtpl": write_docxtpl, "python-docx": write_python_docx, "lxml": write_lxml}
    ecrire[outil](rangees, sortie)
