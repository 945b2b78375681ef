"""The annual report's sections that share the programming out: by nature, financeur, place."""

from .charts import EUROS, Chart, drawing
from .markup import caption, heading, paragraph, tag, text, when
from .tables import KEEP, Column, cross_table, data_table

_POINTS = (("A", 4000), ("B", 3000), ("C", 2000), ("D", 1000))


THEMATIQUES = Chart(
    name="par_thematique",
    number=3,
    categories="Thématique",
    series="Montant",
    number_format=EUROS,
    points=tuple((f"Thématique {letter}", value) for letter, value in _POINTS),
    description="Barres : montant par thématique, d'après le tableau suivant",
    height=26,
)
CHARTS = (THEMATIQUES,)
_MOST_BARS = 14


def figure(chart: Chart, finding: str) -> str:
    """Return a chart under the caption that says what it shows."""
    return caption("Figure", finding) + paragraph(drawing(chart), "Figure")


def _shares(name: str, label: str, title: str, summary: str, *, whole: bool = True) -> str:
    """Return a table of actions, amounts and shares; its first column has the table's name."""
    table = f"tableaux.{name}"
    first = name.removeprefix("par_")
    columns = (
        Column(label, 82, f"{{{{ {table}.{first} }}}}", "Total"),
        Column(
            "Actions",
            22,
            f"{{{{ {table}.nombre }}}}",
            f"{{{{ {table}.ligne_total.nombre }}}}",
            number=True,
        ),
        Column(
            "Montant",
            38,
            f"{{{{ {table}.montant }}}}",
            f"{{{{ {table}.ligne_total.montant }}}}",
            number=True,
        ),
        Column("Part", 24, f"{{{{ {table}.taux }}}}", "100,0 %", number=True),
    )
    return data_table(columns, title, summary, whole=whole, dense=True)


def nature() -> str:
    """Return the section on crédits spécifiques and droit commun."""
    table = "tableaux.par_nature"
    columns = (
        Column("Nature", 102, f"{{{{ {table}.nature }}}}", "Total"),
        Column("Montant", 38, f"{{{{ {table}.montant }}}}", "{{ programmation.total }}", True),
        Column("Part", 26, f"{{{{ {table}.taux }}}}", "100,0 %", True),
    )
    return when(
        f"{table} and droit_commun.total and credits_specifiques.total",
        heading(2, "Crédits spécifiques et droit commun"),
        text(
            "Les crédits spécifiques de la politique de la ville s'ajoutent au droit commun, qui "
            "apporte **{{ droit_commun.total }}**, soit "
            "{{ droit_commun.taux | sans_decimale }} de la programmation.",
            properties=KEEP,
        ),
        caption("Tableau", "Crédits spécifiques et droit commun, programmation {{ annee }}"),
        data_table(
            columns,
            "Crédits spécifiques et droit commun",
            "Une ligne par nature de crédits : le montant et sa part du total.",
        ),
    )


def piliers_et_financeurs() -> str:
    """Return the cross table: a row for each financeur, a column for each pilier."""
    table = "tableaux.pilier_financeur"
    first = Column("Financeur", 41, f"{{{{ {table}.financeur }}}}", "Total", small=True)
    others = Column(
        "{{ colonne.libelle }}",
        25,
        f"{{{{ {table}[colonne.nom] }}}}",
        f"{{{{ {table}.ligne_total[colonne.nom] }}}}",
        number=True,
        small=True,
    )
    return when(
        table,
        heading(2, "Financeurs et piliers"),
        caption("Tableau", "Ce que chaque financeur apporte à chaque pilier en {{ annee }}"),
        cross_table(
            first,
            others,
            f"colonne in {table}.colonnes[1:]",
            "Financements par financeur et par pilier",
            "Une ligne par financeur, une colonne par pilier, et le total de chaque financeur.",
        ),
    )


def reconduction() -> str:
    """Return the section on new actions and those that go on."""
    return when(
        "tableaux.par_reconduction",
        heading(2, "Actions nouvelles et actions reconduites"),
        text(
            "Parmi les actions soutenues, {{ reconduction.nouvelles | accorde('est nouvelle', "
            "'sont nouvelles') }} et {{ reconduction.reconduites | accorde('est reconduite', "
            "'sont reconduites') }}.",
            properties=KEEP,
        ),
        caption("Tableau", "Actions nouvelles et actions reconduites en {{ annee }}"),
        _shares(
            "par_reconduction",
            "Actions",
            "Actions nouvelles et reconduites",
            "Une ligne pour les actions nouvelles, une pour les reconduites : nombre, montant.",
        ),
    )


def thematiques() -> str:
    """Return the section on thématiques."""
    return when(
        "tableaux.par_thematique",
        heading(2, "Répartition par thématique"),
        tag("set premiere = tableaux.par_thematique.lignes[0]"),
        when(
            f"2 < (tableaux.par_thematique.lignes | length) <= {_MOST_BARS}",
            figure(
                THEMATIQUES,
                "La thématique « {{ premiere.thematique }} » reçoit le plus : "
                "{{ premiere.montant }} pour "
                "{{ premiere.nombre | accorde('action', 'actions') }}",
            ),
        ),
        caption("Tableau", "Actions et montants par thématique en {{ annee }}"),
        _shares(
            "par_thematique",
            "Thématique",
            "Programmation par thématique",
            "Une ligne par thématique : le nombre d'actions, le montant et sa part du total.",
        ),
    )


def lieux() -> str:
    """Return the sections by commune and by quartier."""
    return when(
        "tableaux.par_commune",
        heading(2, "Répartition par commune"),
        text(
            "Une action menée dans plusieurs communes n'est comptée qu'une fois, sur la ligne "
            "« Plusieurs communes » : rien ne dit comment son montant s'y partage.",
            properties=KEEP,
        ),
        caption("Tableau", "Actions et montants par commune en {{ annee }}"),
        _shares(
            "par_commune",
            "Commune",
            "Programmation par commune",
            "Une ligne par commune : le nombre d'actions, le montant et sa part du total.",
            whole=False,
        ),
    ) + when(
        "tableaux.par_quartier",
        heading(2, "Répartition par quartier"),
        text(
            "De même, une action menée dans plusieurs quartiers est comptée une fois, sur la "
            "ligne « Plusieurs quartiers ».",
            properties=KEEP,
        ),
        caption("Tableau", "Actions et montants par quartier en {{ annee }}"),
        _shares(
            "par_quartier",
            "Quartier",
            "Programmation par quartier",
            "Une ligne par quartier : le nombre d'actions, le montant et sa part du total.",
            whole=False,
        ),
    )
