"""The annual report's chapters on the EPCI's own funds: cohésion sociale, fonds de concours."""

from .markup import bullet, caption, each, heading, narrative, text, when
from .tables import KEEP, Column, data_table


def _axe() -> str:
    """Return the section of one axis: its heading and its table."""
    columns = (
        Column("N°", 16, "{{ axe.tableau.numero }}", "Total", number=True),
        Column("Opérateur", 56, "{{ axe.tableau.operateur }}", "Axe {{ axe.numero }}"),
        Column(
            "Projet",
            68,
            "{{ axe.tableau.intitule }}",
            "{{ fcs.axes[axe.numero].projets | accorde('projet', 'projets') }}",
        ),
        Column(
            "Montant",
            26,
            "{{ axe.tableau.montant }}",
            "{{ fcs.axes[axe.numero].total }}",
            number=True,
        ),
    )
    return (
        heading(2, "{{ axe.numero }}. {{ axe.libelle }}")
        + caption("Tableau", "Projets soutenus au titre de l'axe {{ axe.numero }}")
        + data_table(
            columns,
            "Projets de l'axe {{ axe.numero }}",
            "Une ligne par projet : son numéro, son opérateur, son intitulé et le montant accordé.",
            whole=False,
        )
    )


def fonds_de_cohesion_sociale() -> str:
    """Return the chapter on the fund: what it comes to, then one table an axis."""
    return when(
        "fcs",
        heading(1, "Le fonds de cohésion sociale"),
        narrative("fcs"),
        text(
            "En {{ annee }}, une enveloppe de **{{ fcs.total }}** a permis de soutenir "
            "**{{ fcs.projets | accorde('projet', 'projets') }}** en faveur des habitants et des "
            "acteurs des quartiers :",
            properties=KEEP,
        ),
        each(
            "axe in axes_fcs",
            bullet(
                "**Axe {{ axe.numero }}.** {{ axe.libelle }} : {{ fcs.axes[axe.numero].projets | "
                "accorde('projet', 'projets') }}, {{ fcs.axes[axe.numero].total }}"
                "{% if loop.last %}.{% else %} ;{% endif %}"
            ),
        ),
        each("axe in axes_fcs", _axe()),
    )


def _politique_de_la_ville() -> str:
    columns = (
        Column("Commune", 52, "{{ tableaux.fonds_de_concours.commune }}", "Total"),
        Column(
            "Opération",
            82,
            "{{ tableaux.fonds_de_concours.operation }}",
            "{{ fonds_de_concours.communes | accorde('commune', 'communes') }}",
        ),
        Column(
            "Montant",
            32,
            "{{ tableaux.fonds_de_concours.montant }}",
            "{{ fonds_de_concours.total }}",
            number=True,
        ),
    )
    return when(
        "tableaux.fonds_de_concours",
        heading(2, "Politique de la Ville"),
        text(
            "Au titre de la politique de la ville, **{{ fonds_de_concours.total }}** de fonds de "
            "concours ont été attribués à **{{ fonds_de_concours.communes | "
            "accorde('commune', 'communes') }}** en {{ annee }}.",
            properties=KEEP,
        ),
        caption("Tableau", "Fonds de concours « Politique de la Ville » attribués en {{ annee }}"),
        _table(columns, "Fonds de concours « Politique de la Ville »"),
    )


def _renouvellement_urbain() -> str:
    columns = (
        Column("Commune", 52, "{{ tableaux.fonds_de_concours_npnru.commune }}", "Total"),
        Column(
            "Opération",
            82,
            "{{ tableaux.fonds_de_concours_npnru.operation }}",
            "Ensemble des opérations",
        ),
        Column(
            "Montant",
            32,
            "{{ tableaux.fonds_de_concours_npnru.montant }}",
            "{{ fonds_de_concours_npnru.total }}",
            number=True,
        ),
    )
    return when(
        "tableaux.fonds_de_concours_npnru",
        heading(2, "Nouveau Programme National de Renouvellement Urbain"),
        text(
            "Au titre du renouvellement urbain, **{{ fonds_de_concours_npnru.total }}** de fonds "
            "de concours ont été attribués en {{ annee }}.",
            properties=KEEP,
        ),
        caption("Tableau", "Fonds de concours « NPNRU » attribués en {{ annee }}"),
        _table(columns, "Fonds de concours « NPNRU »"),
    )


def _table(columns: tuple[Column, ...], title: str) -> str:
    summary = "Une ligne par opération : la commune, l'opération et le montant attribué."
    return data_table(columns, title, summary, whole=False)


def fonds_de_concours() -> str:
    """Return the chapter on the grants to communes, for either programme or for both."""
    return when(
        "tableaux.fonds_de_concours or tableaux.fonds_de_concours_npnru",
        heading(1, "Les fonds de concours aux communes"),
        narrative("fonds_de_concours"),
        _politique_de_la_ville(),
        _renouvellement_urbain(),
    )
