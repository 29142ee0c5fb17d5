"""What is typed at the desk and at the door of a class; none of it writes."""
