"""What can be wrong with the DSU, the abattement de TFPB and adultes-relais."""
