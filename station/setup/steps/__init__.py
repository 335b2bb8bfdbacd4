"""One file a step: its questions, and what an answer or a finding means. Pure: nothing is opened or written."""
