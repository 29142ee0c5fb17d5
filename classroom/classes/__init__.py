"""Classes: who teaches them, who is in them, and who may take longer."""
