"""An assignment as its pupils meet it: before, at the start, and until time is up."""
