"""The atlas: with whom relations stood in a year, and how the map shows it."""
