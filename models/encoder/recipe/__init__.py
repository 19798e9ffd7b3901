"""How the sentence encoder that ships with the product is made: distilled from a larger Chinese encoder."""
