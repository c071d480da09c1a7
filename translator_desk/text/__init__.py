"""What is known of Chinese and English text, without any project: spans, scripts, numbers, names, sentences."""
