"""What the stages hand to each other and what the report says: frozen data, no pixels, no logic of a stage."""
