"""The DSU, the abattement de TFPB and adultes-relais."""
