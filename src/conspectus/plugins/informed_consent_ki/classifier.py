"""The classifier of sentences, trained on the forms in `training/`."""

from pathlib import Path

from conspectus.domain.text.classifier import Classifier

CLASSIFIER = Classifier(Path(__file__).with_suffix(".json"))
