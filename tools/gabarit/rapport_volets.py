"""The annual report's chapters beside the programming: renouvellement urbain, other means."""

from .markup import caption, heading, narrative, when
from .tables import Column, data_table


def _table(section: str, columns: tuple[Column, ...], title: str, summary: str) -> str:
    """Return a caption and its table, if the year has it."""
    return when(
        f"tableaux.{section}",
        caption("Tableau", f"{title} en {{{{ annee }}}}"),
        data_table(columns, title, summary, whole=False),
    )


def _operations(*, amounts: bool) -> str:
    """Return the operations of urban renewal; without amounts, the columns share their width."""
    widths = (30, 48, 34, 28, 26) if amounts else (32, 62, 36, 36)
    fields = (
        ("Quartier", "quartier", "Total"),
        ("Opération", "operation", "{{ npnru.operations | accorde('opération', 'opérations') }}"),
        ("Maître d'ouvrage", "maitre_d_ouvrage", "Tous maîtres d'ouvrage"),
        ("État", "etat", "Tous états"),
        ("Montant", "montant", "{{ npnru.total }}"),
    )
    columns = tuple(
        Column(
            label,
            width,
            f"{{{{ tableaux.npnru.{name} }}}}",
            total if amounts else "",
            number=name == "montant",
        )
        for width, (label, name, total) in zip(widths, fields, strict=False)
    )
    return data_table(
        columns,
        "Opérations de renouvellement urbain",
        "Une ligne par opération : quartier, opération, maître d'ouvrage, état, montant s'il est "
        "connu.",
        whole=False,
    )


def renouvellement_urbain() -> str:
    """Return the chapter on urban renewal: its narrative, its operations."""
    return when(
        "textes.npnru or tableaux.npnru",
        heading(1, "Le programme national de renouvellement urbain"),
        narrative("npnru"),
        when(
            "tableaux.npnru",
            caption("Tableau", "Opérations de renouvellement urbain, par maître d'ouvrage"),
            when(
                "npnru.total is defined",
                _operations(amounts=True),
                otherwise=_operations(amounts=False),
            ),
        ),
    )


def _dsu() -> str:
    columns = (
        Column("Commune", 50, "{{ tableaux.dsu.commune }}", "Total"),
        Column("Action", 84, "{{ tableaux.dsu.action }}", "Ensemble des actions"),
        Column("Montant", 32, "{{ tableaux.dsu.montant }}", "{{ dsu.total }}", number=True),
    )
    return when(
        "textes.dsu or tableaux.dsu",
        heading(2, "La dotation de solidarité urbaine"),
        narrative("dsu"),
        _table(
            "dsu",
            columns,
            "Actions financées par la dotation de solidarité urbaine",
            "Une ligne par action : la commune, l'action et le montant.",
        ),
    )


def _abattement() -> str:
    columns = (
        Column("Bailleur", 38, "{{ tableaux.abattement_tfpb.bailleur }}", "Total"),
        Column("Quartier", 40, "{{ tableaux.abattement_tfpb.quartier }}", "Tous quartiers"),
        Column("Action", 58, "{{ tableaux.abattement_tfpb.action }}", "Ensemble des actions"),
        Column(
            "Montant",
            30,
            "{{ tableaux.abattement_tfpb.montant }}",
            "{{ abattement_tfpb.total }}",
            number=True,
        ),
    )
    return when(
        "tableaux.abattement_tfpb",
        heading(2, "L'abattement de taxe foncière sur les propriétés bâties"),
        _table(
            "abattement_tfpb",
            columns,
            "Actions des bailleurs au titre de l'abattement de taxe foncière",
            "Une ligne par action : le bailleur, le quartier, l'action et le montant.",
        ),
    )


def _adultes_relais() -> str:
    columns = (
        Column("Opérateur", 62, "{{ tableaux.adultes_relais.operateur }}", "Total"),
        Column("Commune", 40, "{{ tableaux.adultes_relais.commune }}", "Toutes communes"),
        Column("Quartier", 42, "{{ tableaux.adultes_relais.quartier }}", "Tous quartiers"),
        Column(
            "Postes",
            22,
            "{{ tableaux.adultes_relais.postes }}",
            "{{ adultes_relais.postes }}",
            number=True,
        ),
    )
    return when(
        "tableaux.adultes_relais",
        heading(2, "Les adultes-relais"),
        _table(
            "adultes_relais",
            columns,
            "Postes d'adultes-relais",
            "Une ligne par opérateur : sa commune, son quartier et son nombre de postes.",
        ),
    )


def autres_moyens() -> str:
    """Return the chapter on other means, if there is any, and on how all of them fit together."""
    return when(
        "textes.dsu or tableaux.dsu or tableaux.abattement_tfpb or tableaux.adultes_relais",
        heading(1, "Les autres moyens mobilisés"),
        _dsu(),
        _abattement(),
        _adultes_relais(),
    ) + when(
        "textes.articulation",
        heading(1, "L'articulation des volets du contrat", page=False),
        narrative("articulation"),
    )
