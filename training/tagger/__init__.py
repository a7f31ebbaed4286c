"""What rebuilds the entity tagger's weights from public data and sentences of our own."""
