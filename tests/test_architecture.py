"""The house keeps its shape: imports point one way, pages hold no SQL, modules stay small."""

import ast
import re
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("etl", "metrics", "dashboard", "cli")
MODULES = sorted(p for package in PACKAGES for p in (ROOT / package).rglob("*.py"))
PAGES = sorted((ROOT / "dashboard" / "pages").rglob("*.py"))
SQL = re.compile(r"^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|COPY|CREATE|FROM)\s+\S+", re.IGNORECASE)
ADDRESS = re.compile(r"[a-z]+://(?!127\.0\.0\.1|localhost|\[::1\])[\w.\[]", re.IGNORECASE)
REGISTRIES = re.compile(r"pypi\.org|pythonhosted|npmjs|deb\.debian|conda\.anaconda", re.IGNORECASE)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tracked(*patterns: str) -> list[Path]:
    """Files under version control; the whole tree where there is no git (a source archive)."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, capture_output=True, check=False
    )
    if listed.returncode:
        return [p for pattern in patterns for p in ROOT.glob(pattern) if ".venv" not in p.parts]
    return [ROOT / p for p in listed.stdout.decode().split("\0") if p and (ROOT / p).exists()]


def test_imports_point_one_way():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def modules() -> dict[str, Path]:
    """Every module of the house by its dotted name."""
    named = {p.relative_to(ROOT).with_suffix("").as_posix().replace("/", "."): p for p in MODULES}
    return {dotted.removesuffix(".__init__"): path for dotted, path in named.items()}


def imported(path: Path, known: dict[str, Path]) -> set[str]:
    """What a module imports of the house: at the top, within functions, and for types alone."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inside & known.keys()) or {node.module}
    return found & known.keys()


def test_no_module_imports_itself_by_a_detour_not_even_for_types():
    known = modules()
    TopologicalSorter({m: imported(p, known) - {m} for m, p in known.items()}).prepare()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_holds_no_sql(page: Path):
    texts = [
        n.value
        for n in ast.walk(ast.parse(page.read_text(encoding="utf-8")))
        if isinstance(n, ast.Constant) and isinstance(n.value, str)
    ]
    assert [t for t in texts if SQL.match(t) and re.search(r"\bFROM\b|\bINTO\b|\bSET\b", t)] == []


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_says_in_its_first_line_why_it_exists(module: Path):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    docstring = ast.get_docstring(tree)
    assert docstring, "no module docstring"
    assert len(docstring.splitlines()[0]) > 15


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_stays_under_400_lines(module: Path):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 400


def test_half_of_the_modules_fit_on_three_screens():
    lengths = sorted(len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES)
    assert lengths[len(lengths) // 2] <= 130


def test_documents_name_no_host():
    named = [
        f"{name(path)}:{number}: {line.strip()[:100]}"
        for path in tracked("*.md", "docs/*")
        if path.suffix == ".md"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if ADDRESS.search(line)
    ]
    assert named == []


def test_no_file_names_a_package_registry():
    here = Path(__file__).resolve()
    text = {".md", ".py", ".toml", ".lock", ".sh", ".txt", ".cfg", ".yml", ".csv", ""}
    named = [
        name(path)
        for path in tracked("*", ".ci/*")
        if path != here
        and path.is_file()
        and path.suffix in text
        and REGISTRIES.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert named == []


def test_the_lock_pins_every_package_by_hash_and_names_no_address():
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [i for i, line in enumerate(lines) if re.match(r"^[A-Za-z0-9]", line)]
    assert len(pins) > 50
    assert all("==" in lines[i] and "--hash=sha256:" in lines[i + 1] for i in pins)
    assert not any("://" in line or "index-url" in line for line in lines)


def test_the_lock_holds_every_dependency_of_the_project():
    import tomllib

    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {re.split(r"[\[><=~! ]", line, maxsplit=1)[0].lower() for line in wanted}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {line.split("==")[0].lower() for line in lock.splitlines() if "==" in line}
    assert names - locked == set()
