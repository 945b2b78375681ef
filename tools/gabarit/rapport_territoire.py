"""The annual report's first chapter: the territory, its quartiers, how they are doing."""

from .markup import caption, heading, narrative, text, when
from .tables import Column, data_table, key_figures


def _chiffres() -> str:
    return key_figures(
        (
            56,
            "{{ territoire.communes }}",
            "{{ 'commune concernée' if territoire.communes < 2 else 'communes concernées' }}",
        ),
        (
            55,
            "{{ territoire.quartiers }}",
            "{{ 'quartier' if territoire.quartiers < 2 else 'quartiers' }}",
        ),
        (
            55,
            "{{ territoire.quartiers_etat }}",
            "{{ 'quartier reconnu' if territoire.quartiers_etat < 2 else 'quartiers reconnus' "
            "}} par l'État",
        ),
    )


def _introduction() -> str:
    """Return the sentence that stands for the orientations, where nobody wrote them."""
    return text(
        "La politique de la ville s'inscrit dans le contrat conclu pour la période "
        "{{ contrat.debut }}-{{ contrat.fin }} (« {{ contrat.nom }} »). En {{ annee }}, elle "
        "concerne {{ territoire.communes | accorde('commune', 'communes') }} et "
        "{{ territoire.quartiers | accorde('quartier', 'quartiers') }}, dont "
        "{{ territoire.quartiers_etat | accorde('reconnu', 'reconnus') }} par l'État.",
        "Introduction",
    )


def _quartiers() -> str:
    columns = (
        Column("Quartier", 70, "{{ tableaux.quartiers.quartier }}", "Total"),
        Column(
            "Commune(s)",
            66,
            "{{ tableaux.quartiers.communes }}",
            "{{ territoire.communes | accorde('commune', 'communes') }}",
        ),
        Column(
            "Type",
            30,
            "{{ tableaux.quartiers.type }}",
            "{{ territoire.quartiers | accorde('quartier', 'quartiers') }}",
        ),
    )
    return (
        heading(2, "Les quartiers")
        + caption(
            "Tableau",
            "Quartiers de la politique de la ville en {{ annee }} (QPV : quartier prioritaire "
            "reconnu par l'État)",
        )
        + data_table(
            columns,
            "Quartiers de la politique de la ville",
            "Une ligne par quartier : son nom, sa commune ou ses communes, et son type : reconnu "
            "par l'État (QPV), ou communautaire.",
            whole=False,
            dense=True,
        )
    )


def territoire() -> str:
    """Return the chapter."""
    return when(
        "territoire or textes.orientations or textes.evolution",
        heading(1, "La politique de la ville sur le territoire"),
        when("territoire", _chiffres()),
        when(
            "textes.orientations",
            heading(2, "Les orientations"),
            narrative("orientations"),
            otherwise=when("territoire", _introduction()),
        ),
        when(
            "textes.evolution",
            heading(2, "L'évolution de la situation dans les quartiers"),
            narrative("evolution"),
        ),
        when("territoire", _quartiers()),
    )
