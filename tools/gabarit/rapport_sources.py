"""The annual report's annex: where each figure comes from."""

from .markup import caption, heading, text, when
from .tables import Column, data_table


def sources() -> str:
    """Return the annex, if it is asked for."""
    table = "tableaux.sources"
    columns = (
        Column("Chiffre", 58, f"{{{{ {table}.libelle }}}}", "", small=True),
        Column("Valeur", 30, f"{{{{ {table}.valeur }}}}", "", number=True, small=True),
        Column("Source", 78, f"{{{{ {table}.sources }}}}", "", small=True),
    )
    return when(
        f"sources and {table}",
        heading(1, "Annexe : les sources des chiffres"),
        text(
            "Chaque chiffre de ce rapport vient des cellules que voici : le classeur, la feuille, "
            "puis les cellules."
        ),
        caption("Tableau", "Chiffres du rapport, et les cellules dont ils viennent"),
        data_table(
            columns,
            "Sources des chiffres",
            "Une ligne par chiffre : son nom, sa valeur, et les cellules dont il vient.",
            whole=False,
            dense=True,
        ),
    )
