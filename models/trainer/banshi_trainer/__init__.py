"""Fine-tunes Chinese encoders for intents and slots, for retrieval and for extractive answering. Started as `python -m banshi_trainer JOB_DIR`."""

__version__ = "1.1.0"
