"""House rules that a reader should not have to police, enforced by the syntax tree.

Each failure names the file, the line and what to do instead. Rules of templates and static files
are in test_house_templates.py.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
APPS = ("perhekeskus", "members", "services", "meetingplaces", "search")
# The project package has both ends of the import order in it; these of its modules are the top.
TOP = (
    *("urls", "views", "addresses", "errors", "statements", "sitemaps", "gallery"),
    *("municipality", "forms", "demo", "management", "wsgi"),
)
LONGEST_MODULE, LONGEST_VIEW = 400, 25


@dataclass(frozen=True)
class Module:
    """One Python file of ours."""

    name: str
    path: Path
    tree: ast.Module

    def at(self, node: ast.AST) -> str:
        return f"{self.path.relative_to(ROOT)}:{node.lineno}"

    @property
    def room(self) -> str:
        """Where it stands in the import order: base, members, services or top."""
        app, _, rest = self.name.partition(".")
        return app if app != "perhekeskus" else "top" if rest.split(".")[0] in TOP else "base"

    @property
    def is_data(self) -> bool:
        """Demo content: records of running text, not code."""
        return self.name.startswith("perhekeskus.demo.") and not self.name.endswith("loader")


@cache
def modules() -> tuple[Module, ...]:
    """All our modules but the migrations."""
    found = []
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
                found.append(Module(name, path, ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(found)


def imports(module: Module) -> Iterator[tuple[ast.AST, str]]:
    """Names of our modules that a module imports, also those inside its functions."""
    names = {other.name for other in modules()}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            wanted = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            # `from services import views` imports a module, `from services.views import x` too.
            wanted = [
                f"{node.module}.{a.name}" if f"{node.module}.{a.name}" in names else node.module
                for a in node.names
            ]
        else:
            continue
        yield from ((node, name) for name in wanted if name.split(".")[0] in APPS)


def functions(module: Module) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef))


def calls(module: Module) -> Iterator[tuple[ast.Call, str]]:
    """Every call of a module with the dotted name of what is called."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


# --- What may import what -------------------------------------------------------------------------
MAY_IMPORT = {
    "base": {"base"},
    "members": {"base", "members"},
    "services": {"base", "members", "services"},
    "meetingplaces": {"base", "members", "services", "meetingplaces"},
    "search": {"base", "members", "services", "meetingplaces", "search"},
    "top": {"base", "members", "services", "meetingplaces", "search", "top"},
}


def test_imports_go_down_the_order_of_the_apps():
    rooms = {module.name: module.room for module in modules()}

    wrong = [
        f"{module.at(node)}: {module.name} ({module.room}) imports {name} ({rooms.get(name, '?')})"
        for module in modules()
        for node, name in imports(module)
        if rooms.get(name) not in MAY_IMPORT[module.room]
    ]
    assert wrong == [], "base ← members ← services ← meetingplaces ← search ← top (docs/architecture.md)"


def is_view(name: str) -> bool:
    """The module holds views: `services.views.themes`, `perhekeskus.views`."""
    return "views" in name.split(".")[1:]


def test_nothing_imports_views_but_urls_and_the_preview():
    may = re.compile(r"(\w+\.)?urls|(services|meetingplaces)\.admin\.\w+|perhekeskus\.views")

    wrong = [
        f"{module.at(node)}: imports {name}"
        for module in modules()
        for node, name in imports(module)
        if is_view(name) and not may.fullmatch(module.name)
    ]
    assert wrong == [], "what others need of a view belongs beside it, in a module of its own"


def test_signal_receivers_are_in_caching_alone():
    wrong = [
        module.at(node)
        for module in modules()
        if module.name != "perhekeskus.caching"
        for node, name in calls(module)
        if re.search(
            r"(signal\w*|post_\w+|pre_\w+|m2m_changed|class_prepared|request_\w+)\.connect$|^receiver$", name
        )
    ]
    assert wrong == [], "signals are no control flow of ours; perhekeskus/caching.py watches content"
    assert any(name.endswith("post_save.connect") for m in modules() for _node, name in calls(m))


# --- Days -----------------------------------------------------------------------------------------
def test_local_days_come_from_dates():
    forbidden = re.compile(
        r"now\(.*\)\.date$|(^|\.)date\.today$|(^|\.)datetime\.(now|today|utcnow)$|(^|\.)localdate$"
    )

    wrong = [
        f"{module.at(node)}: {name}()"
        for module in modules()
        if module.name != "perhekeskus.dates"
        for node, name in calls(module)
        if forbidden.search(name)
    ]
    assert wrong == [], "ask perhekeskus.dates.today(): the machine's day is not Helsinki's"


# --- Functions ------------------------------------------------------------------------------------
# Django calls these with its own arguments in their places.
DJANGOS_OWN = {
    "admin_view",
    "changeform_view",
    "get_form",
    "get_formset",
    "save",
    "save_form",
    "save_model",
    "save_related",
}


def positional_booleans(function: ast.FunctionDef) -> list[str]:
    arguments = [*function.args.posonlyargs, *function.args.args]
    defaults = [None] * (len(arguments) - len(function.args.defaults)) + function.args.defaults
    return [
        argument.arg
        for argument, default in zip(arguments, defaults, strict=True)
        if (argument.annotation and ast.unparse(argument.annotation) in ("bool", "bool | None"))
        or (isinstance(default, ast.Constant) and isinstance(default.value, bool))
    ]


def test_boolean_arguments_are_named_by_the_caller():
    wrong = [
        f"{module.at(function)}: {function.name}({name})"
        for module in modules()
        for function in functions(module)
        if function.name not in DJANGOS_OWN
        for name in positional_booleans(function)
    ]
    assert wrong == [], "put a * before it: nobody can read what True means in a call"


def test_translations_are_not_asked_for_inside_a_formatted_text():
    names = {"_", "_t", "gettext", "gettext_lazy", "ngettext", "pgettext"}

    wrong = [
        module.at(node)
        for module in modules()
        for formatted in ast.walk(module.tree)
        if isinstance(formatted, ast.JoinedStr)
        for node in ast.walk(formatted)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in names
    ]
    assert wrong == [], "check_translations cannot see them there (Python 3.11): give the text a name first"


# --- Sizes ----------------------------------------------------------------------------------------
def test_modules_are_short_enough_to_read():
    long = {
        str(module.path.relative_to(ROOT)): length
        for module in modules()
        if not module.is_data
        and (length := len(module.path.read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    }
    assert long == {}, f"split by topic what is over {LONGEST_MODULE} lines"


def test_views_are_short():
    views = [
        (m, f) for m in modules() if is_view(m.name) for f in m.tree.body if isinstance(f, ast.FunctionDef)
    ]

    assert len(views) > 10
    long = [f"{m.at(f)}: {f.name}" for m, f in views if f.end_lineno - f.lineno + 1 > LONGEST_VIEW]
    assert long == [], f"a view over {LONGEST_VIEW} lines does something that is not a view's work"


# --- Files beside the code ------------------------------------------------------------------------
def test_migrations_are_named_by_hand():
    names = [path.stem for app in APPS for path in (ROOT / app / "migrations").glob("0*.py")]

    assert len(names) >= 4
    automatic = re.compile(r"_auto_|_alter_\w+_\w+_and_more|_and_more$|_merge_")
    assert [
        name for name in names if automatic.search(name) or not re.fullmatch(r"\d{4}_[a-z_0-9]+", name)
    ] == []


def settings_from_the_environment() -> set[str]:
    [module] = [module for module in modules() if module.name == "perhekeskus.settings"]
    names = {
        node.args[0].value
        for node, name in calls(module)
        if name in ("os.environ.get", "os.getenv", "env_list", "env_flag")
        and isinstance(node.args[0], ast.Constant)
    }
    compared = re.findall(r"[\"'](\w+)[\"'] (?:not )?in os\.environ", module.path.read_text(encoding="utf-8"))
    return names | set(compared)


def test_every_setting_of_the_environment_is_in_the_example():
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = set(re.findall(r"^#([A-Z_]+)=", example, re.MULTILINE))

    assert {"SECRET_KEY", "DATABASE_URL", "SITE_LANGUAGES"} <= settings_from_the_environment()
    assert settings_from_the_environment() | {"PORT"} == named, (
        ".env.example names what ./run and settings.py read"
    )


def test_only_settings_read_the_environment():
    wrong = [
        module.at(node)
        for module in modules()
        if module.name not in ("perhekeskus.settings", "perhekeskus.wsgi", "search.evaluation")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in ("os.environ", "os.getenv")
    ]
    assert wrong == [], "a setting is read once, in settings.py, where .env.example can name it"


# --- The rules themselves -------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def f(a: bool): ...", ["a"]),
        ("def f(a=True): ...", ["a"]),
        ("def f(*, a: bool = False): ...", []),
        ("def f(a: int, b: bool | None = None): ...", ["b"]),
        ("def f(a=1): ...", []),
    ],
)
def test_rule_of_boolean_arguments_sees_what_it_should(source, found):
    assert positional_booleans(ast.parse(source).body[0]) == found
