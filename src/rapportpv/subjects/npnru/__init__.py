"""Operations of the urban renewal programme."""
