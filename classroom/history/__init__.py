"""What people saved: who changed what of a set, a question, a class or terms; and back."""
