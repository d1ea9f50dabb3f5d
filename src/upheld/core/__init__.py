"""What things are: the nouns and rules of the field. Standard library only, no input or output, no clock."""
