"""Sends a letter through the office's own mail server, as the settings say."""

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from etl.errors import Refused
from etl.settings import Settings, settings
from etl.words import _

SECONDS = 30


class NotTaken(Refused):
    """The server takes no letter for this address; others it may take."""


def ready() -> Settings:
    """The settings, refused in a sentence while a mail server or a sender is wanting."""
    chosen = settings()
    for name, value in (
        ("MONEV_SMTP_HOST", chosen.smtp_host),
        ("MONEV_MAIL_FROM", chosen.mail_from),
    ):
        if not value:
            raise Refused(_("Surel belum dapat dikirim: isi setelan {name}.").format(name=name))
    return chosen


def send(to: str, subject: str, text: str) -> None:
    """Send one plain letter; `Refused` in a sentence where the server does not take it."""
    chosen = ready()
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = chosen.mail_from, to, subject
    letter["Date"], letter["Message-ID"] = formatdate(localtime=True), make_msgid(domain="monev")
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(text)
    try:
        with _server(chosen) as server:
            if chosen.smtp_user:
                server.login(chosen.smtp_user, chosen.smtp_password.get_secret_value())
            server.send_message(letter)
    except smtplib.SMTPRecipientsRefused as error:
        said = _("Server surel {host}:{port} tidak menerima surat untuk {to}; periksa alamatnya.")
        raise NotTaken(said.format(host=chosen.smtp_host, port=chosen.smtp_port, to=to)) from error
    except (OSError, smtplib.SMTPException) as error:
        said = _("Server surel {host}:{port} tidak menerima surat ({error}); periksa setelannya.")
        why = type(error).__name__ if isinstance(error, smtplib.SMTPException) else str(error)
        raise Refused(
            said.format(host=chosen.smtp_host, port=chosen.smtp_port, error=why)
        ) from error


def _server(chosen: Settings) -> smtplib.SMTP:
    """A connection encrypted as the settings want it; never quietly without."""
    place = (chosen.smtp_host, chosen.smtp_port)
    if chosen.smtp_security == "tls":
        return smtplib.SMTP_SSL(*place, timeout=SECONDS, context=ssl.create_default_context())
    server = smtplib.SMTP(*place, timeout=SECONDS)
    if chosen.smtp_security == "starttls":
        try:
            server.starttls(context=ssl.create_default_context())
        except BaseException:
            server.close()
            raise
    return server
