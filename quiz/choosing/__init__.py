"""Which of very many questions a quiz asks, and in which order; `selection` draws."""
