"""Names as text: what came from a file is never read as Markdown, HTML, LaTeX or a directive.

Every name (office, permit type, stage, file, person) that goes into a Streamlit text or label
passes `plain`. Backslashes keep it from Markdown, HTML and LaTeX; Streamlit and its Markdown also
look for addresses, emoji, icons and arrows in text that was escaped, which only a mark without
width (U+2060) inside them stops.
"""

import re

JOIN = "\u2060"
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
FOUND_LATER = re.compile(r"(:|@|www(?=\.)|-(?=[->])|<(?=-)|[<>~!](?==))", re.IGNORECASE)


def plain(text: object) -> str:
    r"""A name as Markdown that shows it to the letter.

    >>> plain("Izin *A* <b>$x$</b>")
    'Izin \\*A\\* \\<b\\>\\$x\\$\\<\\/b\\>'
    """
    joined = FOUND_LATER.sub(lambda found: found[0] + JOIN, " ".join(str(text).split()))
    return PUNCTUATION.sub(r"\\\1", joined)
