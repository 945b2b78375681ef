"""The annual report's chapter on the year's programme."""

from .charts import EUROS, PERCENT, Chart
from .markup import caption, heading, narrative, tag, text, when
from .rapport_repartition import (
    figure,
    lieux,
    nature,
    piliers_et_financeurs,
    reconduction,
    thematiques,
)
from .tables import KEEP, Column, data_table, key_figures

PILIERS = Chart(
    name="par_pilier",
    number=1,
    categories="Pilier",
    series="Part",
    number_format=PERCENT,
    points=(("Pilier A", 40), ("Pilier B", 30), ("Pilier C", 20), ("Pilier D", 10)),
    description="Barres horizontales : part de chaque pilier, d'après le tableau précédent",
    height=46,
)
SPECIFIQUES = Chart(
    name="credits_specifiques",
    number=2,
    categories="Financeur",
    series="Montant",
    number_format=EUROS,
    points=(
        ("Financeur A", 4000),
        ("Financeur B", 3000),
        ("Financeur C", 2000),
        ("Financeur D", 1000),
    ),
    description="Barres horizontales : montant par financeur, d'après le tableau précédent",
    height=46,
)
CHARTS = (PILIERS, SPECIFIQUES)


def _figures() -> str:
    """Return the row of key figures, with or without the share of specific credits."""
    figures = (
        ("{{ programmation.total }}", "programmés au profit des quartiers prioritaires"),
        (
            "{{ programmation.projets_deposes }}",
            "{{ 'projet déposé' if programmation.projets_deposes < 2 else 'projets déposés' }}",
        ),
        (
            "{{ programmation.actions_soutenues }}",
            "{{ 'action soutenue' if programmation.actions_soutenues < 2 else "
            "'actions soutenues' }}",
        ),
        (
            "{{ credits_specifiques.taux | sans_decimale }}",
            "de crédits spécifiques de la politique de la ville",
        ),
    )
    four = zip((58, 32, 34, 42), figures, strict=True)
    three = zip((66, 50, 50), figures[:3], strict=True)
    return when(
        "credits_specifiques.total",
        key_figures(*((width, *figure) for width, figure in four)),
        otherwise=key_figures(*((width, *figure) for width, figure in three)),
    )


def _par_pilier() -> str:
    columns = (
        Column("Pilier", 102, "{{ tableaux.par_pilier.pilier }}", "Total"),
        Column(
            "Contributions",
            36,
            "{{ tableaux.par_pilier.montant }}",
            "{{ programmation.total }}",
            number=True,
        ),
        Column("Part", 28, "{{ tableaux.par_pilier.taux }}", "100,0 %", number=True),
    )
    return "".join(
        (
            heading(2, "Répartition financière par pilier"),
            tag("set premier = tableaux.par_pilier.lignes[0]"),
            text(
                "Le pilier « {{ premier.pilier }} » mobilise "
                "**{{ premier.taux | sans_decimale }}** des crédits de la programmation annuelle."
                "{% if credits_etat.total %} Il représente {{ credits_etat.piliers[premier.code]"
                ".taux | sans_decimale }} des crédits de l'État fléchés vers les quartiers "
                "prioritaires.{% endif %}",
                properties=KEEP,
            ),
            caption("Tableau", "Contributions par pilier, programmation {{ annee }}"),
            data_table(
                columns,
                "Contributions par pilier",
                "Une ligne par pilier : le montant des contributions et sa part du total.",
            ),
            figure(
                PILIERS,
                "Le pilier « {{ premier.pilier }} » reçoit {{ premier.taux | sans_decimale }} des "
                "crédits de la programmation",
            ),
        )
    )


def _credits_specifiques() -> str:
    columns = (
        Column("Financeur", 82, "{{ tableaux.credits_specifiques.financeur }}", "Total"),
        Column(
            "Montant",
            34,
            "{{ tableaux.credits_specifiques.montant }}",
            "{{ credits_specifiques.total }}",
            number=True,
        ),
        Column(
            "Part de la programmation",
            50,
            "{{ tableaux.credits_specifiques.taux }}",
            "{{ credits_specifiques.taux }}",
            number=True,
        ),
    )
    return "".join(
        (
            heading(2, "Crédits spécifiques"),
            text(
                "Sur un total engagé de {{ programmation.total }}, "
                "**{{ credits_specifiques.total }}** sont des crédits spécifiques de la politique "
                "de la ville, soit **{{ credits_specifiques.taux | sans_decimale }}** de la "
                "programmation.",
                properties=KEEP,
            ),
            caption("Tableau", "Crédits spécifiques par financeur, programmation {{ annee }}"),
            data_table(
                columns,
                "Crédits spécifiques par financeur",
                "Une ligne par financeur : le montant de ses crédits spécifiques et leur part.",
            ),
            tag("set financeur = tableaux.credits_specifiques.lignes[0]"),
            figure(
                SPECIFIQUES,
                "Premier financeur : {{ financeur.financeur }}, avec {{ financeur.montant }}",
            ),
        )
    )


def _associations() -> str:
    columns = (
        Column("Pilier", 102, "{{ tableaux.associations.pilier }}", "Total"),
        Column(
            "Nombre d'actions",
            38,
            "{{ tableaux.associations.nombre }}",
            "{{ associations.total }}",
            number=True,
        ),
        Column("Part", 26, "{{ tableaux.associations.taux }}", "100,0 %", number=True),
    )
    return "".join(
        (
            heading(2, "Opérateurs associatifs"),
            narrative("associations"),
            tag("set mobilise = tableaux.associations.lignes[0]"),
            text(
                "En {{ annee }}, les associations portent **{{ associations.total | "
                "accorde('action', 'actions') }}** de la programmation. Le pilier "
                "« {{ mobilise.pilier }} » en réunit {{ mobilise.nombre }}, soit "
                "{{ mobilise.taux | sans_decimale }}.",
                properties=KEEP,
            ),
            caption("Tableau", "Actions portées par des associations, par pilier, en {{ annee }}"),
            data_table(
                columns,
                "Actions portées par des associations",
                "Une ligne par pilier : le nombre d'actions portées par des associations, sa part.",
            ),
        )
    )


def _introduction() -> str:
    """Return the sentences that stand for the introduction, where nobody wrote it."""
    return text(
        "La programmation {{ annee }} représente un montant total de "
        "**{{ programmation.total }}** au profit des quartiers prioritaires. Sur "
        "{{ programmation.projets_deposes | accorde('projet déposé', 'projets déposés') }},"
        " {{ programmation.actions_soutenues | accorde('action a été soutenue', "
        "'actions ont été soutenues') }}.",
        "Introduction",
    )


def programmation() -> str:
    """Return the chapter: key figures, then one section for each way to share the money out."""
    return "".join(
        (
            heading(1, "La programmation {{ annee }}"),
            _figures(),
            when(
                "textes.programmation",
                heading(2, "Vue d'ensemble"),
                narrative("programmation"),
                otherwise=_introduction(),
            ),
            when("tableaux.par_pilier", _par_pilier()),
            when("credits_specifiques.total", _credits_specifiques()),
            nature(),
            piliers_et_financeurs(),
            reconduction(),
            when("associations.total", _associations()),
            thematiques(),
            lieux(),
        )
    )
