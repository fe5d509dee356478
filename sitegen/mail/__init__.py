"""Mail: a page in HTML and plain text as mailboxes show it, from finished HTML.

Outlook draws with Word's engine and Gmail takes out what it does not know, so only what stands in `kept.json` is used,
each word with the place that says where it works.
"""

from sitegen.mail.fitting import fit_for_mail
from sitegen.mail.html_mail import MOST_BYTES, make_html_mail
from sitegen.mail.kept import find_strangers, load_kept
from sitegen.mail.picture import is_drawing, make_jpeg, needs_jpeg, show_picture
from sitegen.mail.text_mail import make_text_mail

__all__ = [
    "MOST_BYTES",
    "find_strangers",
    "fit_for_mail",
    "is_drawing",
    "load_kept",
    "make_html_mail",
    "make_jpeg",
    "make_text_mail",
    "needs_jpeg",
    "show_picture",
]
