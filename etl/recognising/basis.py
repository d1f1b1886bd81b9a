"""Says what the kind of a file was told by, since a guess must say what it rests on."""

from etl.recognising.choosing import Job
from etl.recognising.headings import kind_title
from etl.words import _


def basis(job: Job) -> str:
    """What the kind of a job was told by, in a sentence."""
    kind = kind_title(job.kind)
    if job.mapped:
        return _("Dibaca sebagai {kind} menurut pemetaan.").format(kind=kind)
    if job.layout is not None:
        return _("Dibaca sebagai {kind} menurut tata letak {layout}.").format(
            kind=kind, layout=getattr(job.layout, "title", job.layout.name)
        )
    columns = [c for t in job.tables for f, c in t.columns.items()]
    return _("Dibaca sebagai {kind} menurut judul {columns}.").format(
        kind=kind, columns=", ".join(dict.fromkeys(columns[:8]))
    )
