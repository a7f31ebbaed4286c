"""Roles: what a person is or was, and where."""

from newsdiff.parse.roles.reader import find_roles, locate_roles

__all__ = ["find_roles", "locate_roles"]
