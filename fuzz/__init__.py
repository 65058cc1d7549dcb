"""Harnesses for atheris: bytes that grow towards every branch of what reads texts, names and files."""
