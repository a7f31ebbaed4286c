"""The words that teach the encoder Hindi: public parallel text and our own word lists to newsdiff/models/hindi.npz."""
