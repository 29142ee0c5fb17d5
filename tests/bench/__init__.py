"""What Besa costs: time and memory from facts to a drawn quiz. Run by `make bench`."""
