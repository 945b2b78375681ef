"""What a check tells beside the anomalies."""

from msgspec import Struct

from rapportpv.core.inventaire import Inventaire
from rapportpv.core.livre import Livre


class Releve(Struct, frozen=True):
    """Projects that were read, accepted anomalies, the ledger, the inventory of each year."""

    lignes: int
    acceptees: int = 0
    livres: tuple[Livre, ...] = ()
    inventaires: tuple[Inventaire, ...] = ()
