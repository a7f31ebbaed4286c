"""Compare the claims of news articles across languages."""
