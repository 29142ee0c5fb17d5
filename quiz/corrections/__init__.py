"""What was wrong, put right for everybody who was asked it."""
