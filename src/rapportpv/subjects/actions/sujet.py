"""What the annexe lists, told after everything else."""

from rapportpv.core.sujet import Sujet
from rapportpv.subjects.actions.listes import list_actions
from rapportpv.subjects.actions.non_retenus import count_non_retenus

SUJET = Sujet("actions", plans=(), recoltes=(count_non_retenus, list_actions))
