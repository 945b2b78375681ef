"""Projects at random: their settings, their rows, and the sheets that people would keep of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

Cellule = str | int | float | None
Lignes = list[list[Cellule]]

ANNEE = 2031
FAMILLES = ("Etat", "Region", "Departement", "EPCI", "Communes", "CAF", "Bailleurs")
STATUTS = {
    "soutenue": ("soutenue", "Soutenue", "ACCORDÉE", "Validé"),
    "refusee": ("refusée", "Refusé", "Non retenue"),
    "ajournee": ("ajournée", "Reportée"),
    "retiree": ("retirée", "Abandon"),
    "en_instruction": ("en instruction", "En cours"),
}
TYPES = {"association": ("association", "Asso", "ASSOCIATION"), "commune": ("commune", "Mairie")}
RECONDUCTIONS = {"nouvelle": ("nouvelle", "N"), "reconduite": ("reconduite", "Renouvellement")}
THEMES = ("Santé", "Éducation", "Mobilité", "Culture")
COMMUNES = ("Aubel", "Brives-sur-Aa", "Cernoy")


@dataclass(frozen=True)
class Code:
    """A pilier or a funder of the settings."""

    code: str
    libelle: str
    famille: str = ""
    specifique: bool = False


@dataclass(frozen=True)
class Action:
    """A project as it is, and its grants in euros by funder, none of them nil."""

    numero: str
    intitule: str
    operateur: str
    sorte: str
    pilier: str
    theme: str
    communes: tuple[str, ...]
    statut: str
    reconduction: str
    montants: dict[str, Decimal]


@dataclass(frozen=True)
class Territoire:
    """A year at random: nothing of it was read from a sheet."""

    piliers: tuple[Code, ...]
    financeurs: tuple[Code, ...]
    actions: tuple[Action, ...]
    fcs: tuple[tuple[int, Decimal], ...]
    axes: int

    def settings(self) -> str:
        """Its `rapportpv.toml`."""
        piliers = ", ".join(
            f'{{ code = "{p.code}", libelle = "{p.libelle}" }}' for p in self.piliers
        )
        blocs = [
            '[territoire]\nepci = "Communauté de communes du Hasard"\nsigle = "CCH"\n',
            f'[[contrat]]\nnom = "Contrat"\ndebut = 2030\nfin = 2035\npilier = [{piliers}]\n',
            *(
                f'[[financeur]]\ncode = "{f.code}"\nlibelle = "{f.libelle}"\n'
                f'famille = "{f.famille}"\nspecifique = {str(f.specifique).lower()}\n'
                for f in self.financeurs
            ),
            *(f'[[axe_fcs]]\nnumero = {n}\nlibelle = "Axe du rang {n}"\n' for n in self.rangs()),
        ]
        return "\n".join(blocs)

    def rangs(self) -> range:
        """The numbers of the axes of the FCS."""
        return range(1, self.axes + 1)


def draw_territoire(graine: int) -> Territoire:
    """The territory of that seed: 0 to 45 projects, 1 to 5 piliers, 1 to 6 funders."""
    hasard = Random(graine)
    piliers = tuple(
        Code(f"p{n}", nom)
        for n, nom in enumerate(("Emploi", "Cadre de vie", "Cohésion", "Pilotage", "Santé jeunes"))
    )[: hasard.randint(1, 5)]
    financeurs = tuple(
        Code(f"f{n}", f"Payeur {'ABCDEF'[n]}", hasard.choice(FAMILLES), hasard.random() < 0.5)
        for n in range(hasard.randint(1, 6))
    )
    actions = tuple(
        _draw_action(hasard, n, piliers, financeurs) for n in range(hasard.randint(1, 45))
    )
    axes = hasard.randint(1, 4)
    fcs = tuple((hasard.randint(1, axes), _amount(hasard)) for _ in range(hasard.randint(1, 12)))
    return Territoire(piliers, financeurs, actions, fcs, axes)


def _draw_action(
    hasard: Random, rang: int, piliers: Sequence[Code], financeurs: Sequence[Code]
) -> Action:
    payeurs = hasard.sample(financeurs, hasard.randint(1, len(financeurs)))
    return Action(
        numero=f"D{rang:03}-{hasard.randint(100, 999)}",
        intitule=f"Action {rang} au fil de l'eau",
        operateur=f"Structure {hasard.choice('KLMNOPQR')}",
        sorte=hasard.choice(list(TYPES)),
        pilier=hasard.choice(piliers).code,
        theme=hasard.choice(THEMES),
        communes=tuple(hasard.sample(COMMUNES, hasard.choice((1, 1, 1, 2, 3)))),
        statut=hasard.choice(["soutenue"] * 6 + list(STATUTS)),
        reconduction=hasard.choice(list(RECONDUCTIONS)),
        montants={payeur.code: _amount(hasard) for payeur in payeurs},
    )


def _amount(hasard: Random) -> Decimal:
    euros = Decimal(hasard.choice((hasard.randint(1, 99), hasard.randint(100, 90_000))))
    return euros + (Decimal(hasard.randint(1, 99)) / 100 if hasard.random() < 0.2 else 0)


def as_cell(montant: Decimal | None, hasard: Random) -> Cellule:
    """An amount as it is typed: a number, or a text with its euros."""
    if montant is None:
        return hasard.choice((None, None, 0, "-"))
    if hasard.random() < 0.15:
        entiers, _, cents = f"{montant:,.2f}".partition(".")
        return f"{entiers.replace(',', ' ')},{cents} €"
    return int(montant) if montant == montant.to_integral_value() else float(montant)
