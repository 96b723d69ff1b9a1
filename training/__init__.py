"""Forms whose lines say what they answer, and the training of the classifier on them."""
