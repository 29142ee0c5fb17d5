"""What follows for pupils when something is put right."""
