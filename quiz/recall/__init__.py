"""How memories grow and fade, and what may be said of them; `memory` writes them."""
