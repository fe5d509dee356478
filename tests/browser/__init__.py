"""Tests in a real browser, and the checkers that read whole pages."""
