"""The gallery of components: every example of every component in both looks, for designers and reviewers."""
