"""Makes office files the same bytes each time: a zip's own clock and the writer's are set aside."""

import io
import re
import zipfile
from datetime import datetime

LONG_AGO = datetime(2000, 1, 1)
WRITTEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def stamp(day: str) -> datetime:
    """The moment a file says that it was written: the day of its edition."""
    return datetime.fromisoformat(day) if day else LONG_AGO


def steadied(data: bytes, day: str) -> bytes:
    """A docx or xlsx whose parts say `day`, in the order that they were written in."""
    when = stamp(day)
    told = when.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            part = old.read(info)
            if info.filename == "docProps/core.xml":
                part = WRITTEN.sub(rb"\g<1>" + told + rb"\g<3>", part)
            member = zipfile.ZipInfo(info.filename, when.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, part)
    return out.getvalue()
