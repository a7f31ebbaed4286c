"""Readers: text and a language pack in, values out, or nothing. One folder a thing that is read; pure functions."""
