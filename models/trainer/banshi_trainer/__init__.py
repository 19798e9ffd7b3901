"""Fine-tunes Chinese encoders for intents and slots. Started as `python -m banshi_trainer JOB_DIR`."""

__version__ = "1.0.0"
