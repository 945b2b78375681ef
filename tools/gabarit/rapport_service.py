"""The annual report's chapter on the service: who does what, and where."""

from .markup import caption, heading, insert, narrative, text, when
from .tables import Column, data_table


def _organisation() -> str:
    return when(
        "textes.service or dessins.organigramme",
        heading(2, "L'organisation du service"),
        narrative("service"),
        when(
            "dessins.organigramme",
            caption("Figure", "Organisation du service au titre de l'année {{ annee }}"),
            insert("dessins.organigramme", "Figure"),
        ),
    )


def _referents() -> str:
    table = "tableaux.referents"
    columns = (
        Column("Référent", 48, f"{{{{ {table}.referent }}}}", "Total"),
        Column("Communes", 92, f"{{{{ {table}.communes }}}}", "Ensemble des communes"),
        Column(
            "Nombre", 26, f"{{{{ {table}.nombre }}}}", f"{{{{ {table}.ligne_total.nombre }}}}", True
        ),
    )
    return when(
        table,
        heading(2, "Les référents des communes"),
        caption("Tableau", "Référents techniques, et les communes de chacun"),
        data_table(
            columns,
            "Référents des communes",
            "Une ligne par référent : son nom, les communes dont il est chargé et leur nombre.",
        ),
    )


def _quartiers() -> str:
    table = "tableaux.quartiers_par_type"
    columns = (
        Column("Type", 48, f"{{{{ {table}.type }}}}", "Total"),
        Column("Quartiers", 92, f"{{{{ {table}.quartiers }}}}", "Ensemble des quartiers"),
        Column(
            "Nombre", 26, f"{{{{ {table}.nombre }}}}", f"{{{{ {table}.ligne_total.nombre }}}}", True
        ),
    )
    return when(
        table,
        caption("Tableau", "Quartiers de la politique de la ville, par type"),
        data_table(
            columns,
            "Quartiers par type",
            "Une ligne par type de quartier : les noms des quartiers et leur nombre.",
        ),
    )


def _par_referent() -> str:
    """Return what the map shows, in words: a line a quartier."""
    table = "tableaux.quartiers_par_referent"
    columns = (
        Column("Quartier", 40, f"{{{{ {table}.quartier }}}}", "Total"),
        Column(
            "Commune(s)",
            47,
            f"{{{{ {table}.communes }}}}",
            "{{ territoire.communes | accorde('commune', 'communes') }}",
        ),
        Column(
            "Type",
            33,
            f"{{{{ {table}.type }}}}",
            "{{ territoire.quartiers | accorde('quartier', 'quartiers') }}",
        ),
        Column("Référent", 46, f"{{{{ {table}.referent }}}}", "Tous les référents"),
    )
    return when(
        table,
        caption("Tableau", "Quartiers de la carte, avec leur référent"),
        data_table(
            columns,
            "Quartiers et référents",
            "Une ligne par quartier : son nom, ses communes, son type et son référent.",
            whole=False,
        ),
    )


def _geographie() -> str:
    return when(
        "dessins.carte or tableaux.quartiers_par_type",
        heading(2, "La géographie de la politique de la ville"),
        when(
            "dessins.carte",
            caption("Figure", "Quartiers de la politique de la ville, et leurs référents"),
            insert("dessins.carte", "Figure"),
            when("dessins.carte.mention", text("{{ dessins.carte.mention }}", "Mention")),
        ),
        _quartiers(),
        when("dessins.carte", _par_referent()),
    )


def service() -> str:
    """Return the chapter: its organisation, its référents, its territory."""
    return when(
        "textes.service or dessins.organigramme or tableaux.referents or dessins.carte"
        " or tableaux.quartiers_par_type",
        heading(1, "Le service « Politique de la ville »"),
        _organisation(),
        _referents(),
        _geographie(),
    )
