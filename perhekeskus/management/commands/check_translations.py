"""Check that the catalogues have every text and are compiled; --update writes what is missing."""

from __future__ import annotations

import polib
from django.core.management.base import BaseCommand, CommandError

from perhekeskus.catalogues import COMPLETE_LANGUAGES, MessageId, catalogue_path, source_messages
from perhekeskus.languages import LANGUAGES


def key_of(entry: polib.POEntry) -> MessageId:
    return entry.msgctxt or "", entry.msgid, entry.msgid_plural or ""


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument(
            "--update", action="store_true", help="Add new texts, take away old ones, and compile."
        )

    def handle(self, *, update, **options):
        messages = source_messages()
        faults = []
        for language in COMPLETE_LANGUAGES:
            catalogue = self._updated(language, messages) if update else self._read(language)
            faults += self._faults(language, catalogue, messages)
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise CommandError(f"The catalogues have {len(faults)} faults.")
        self.stdout.write(f"{len(COMPLETE_LANGUAGES)} catalogues have all {len(messages)} texts.")

    @staticmethod
    def _read(language: str) -> polib.POFile:
        path = catalogue_path(language)
        return polib.pofile(str(path)) if path.exists() else polib.POFile()

    def _updated(self, language: str, messages: dict[MessageId, list[str]]) -> polib.POFile:
        known = {key_of(entry): entry for entry in self._read(language)}
        catalogue = polib.POFile(wrapwidth=100)
        catalogue.metadata = {
            "Language": LANGUAGES[language].html_lang,
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=utf-8",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": "nplurals=2; plural=(n != 1);",
        }
        for key, files in sorted(messages.items(), key=lambda pair: (pair[1][0], pair[0])):
            context, singular, plural = key
            entry = known.get(key) or polib.POEntry(
                msgid=singular,
                msgctxt=context or None,
                msgid_plural=plural,
                msgstr_plural={0: "", 1: ""} if plural else {},
            )
            if language == "en" and not entry.translated():
                entry.msgstr, entry.msgstr_plural = (
                    ("", {0: singular, 1: plural}) if plural else (singular, {})
                )
            entry.occurrences = [(file, "") for file in files]
            entry.flags = ["python-format"] if "%(" in singular else []
            catalogue.append(entry)
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(path))
        catalogue.save_as_mofile(str(path.with_suffix(".mo")))
        return catalogue

    @staticmethod
    def _faults(language: str, catalogue: polib.POFile, messages: dict[MessageId, list[str]]) -> list[str]:
        entries = {key_of(entry): entry for entry in catalogue}
        faults = [
            f"{language}: not in the catalogue: {key[1]!r} ({files[0]})"
            for key, files in messages.items()
            if key not in entries
        ]
        faults += [f"{language}: not used any more: {key[1]!r}" for key in entries if key not in messages]
        faults += [f"{language}: not translated: {e.msgid!r}" for e in catalogue if not e.translated()]
        compiled = catalogue_path(language).with_suffix(".mo")
        if not compiled.exists():
            return [*faults, f"{language}: the catalogue is not compiled"]
        texts = {key_of(e): (e.msgstr, e.msgstr_plural) for e in polib.mofile(str(compiled))}
        wanted = {key_of(e): (e.msgstr, e.msgstr_plural) for e in catalogue if e.translated()}
        if texts != wanted:
            faults.append(f"{language}: the compiled catalogue is older than its .po; run --update")
        return faults
