"""How a sheet of paper becomes a picture: scanner, copier, phone and fax, each leaving its traces."""
