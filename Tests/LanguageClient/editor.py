"""An editor for tests: pygls's client of language servers, with documents as an editor keeps them."""

import asyncio
import pathlib

from lsprotocol import types
from pygls.lsp.client import LanguageClient

# Nothing is waited for longer, in seconds.
PATIENCE = 60

CAPABILITIES = {
    "publish_diagnostics": types.PublishDiagnosticsClientCapabilities(
        related_information=True, version_support=True
    ),
    "code_action": types.CodeActionClientCapabilities(
        code_action_literal_support=types.ClientCodeActionLiteralOptions(
            code_action_kind=types.ClientCodeActionKindOptions(
                value_set=[types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]
            )
        )
    ),
    "hover": types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
}


def place(text, offset, encoding):
    """The position of an offset in characters."""
    line = text.count("\n", 0, offset)
    before = text[text.rfind("\n", 0, offset) + 1 : offset]
    units = len(before.encode()) if encoding == "utf-8" else len(before.encode("utf-16-le")) // 2
    return types.Position(line, units)


def index(text, position, encoding):
    """The offset in characters of a position."""
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: position.line])
    line = lines[position.line]
    if encoding == "utf-8":
        before = line.encode()[: position.character].decode()
    else:
        before = line.encode("utf-16-le")[: 2 * position.character].decode("utf-16-le")
    return start + len(before)


class Editor(LanguageClient):
    """A client with the documents of a directory."""

    def __init__(self, racelint, root, encodings=("utf-8", "utf-16")):
        super().__init__("editor", "1")
        self.racelint, self.root, self.encodings = racelint, pathlib.Path(root), encodings
        self.texts, self.versions, self.published = {}, {}, {}
        self.shown = []
        self.news = asyncio.Event()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params):
            self.published[params.uri] = params
            self.news.set()

        @self.feature(types.WINDOW_SHOW_MESSAGE)
        def show(params):
            self.shown.append(params.message)
            self.news.set()

    async def start(self, *arguments):
        """Starts the server and introduces itself."""
        await self.start_io(self.racelint, "server", *arguments, cwd="/")
        self.process = self._server
        result = await self.initialize_async(
            types.InitializeParams(
                process_id=None,
                root_uri=self.root.as_uri(),
                capabilities=types.ClientCapabilities(
                    general=types.GeneralClientCapabilities(
                        position_encodings=[types.PositionEncodingKind(e) for e in self.encodings]
                    ),
                    text_document=types.TextDocumentClientCapabilities(**CAPABILITIES),
                    workspace=types.WorkspaceClientCapabilities(
                        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
                    ),
                ),
            )
        )
        self.initialized(types.InitializedParams())
        self.encoding = result.capabilities.position_encoding
        return result

    async def end(self):
        """Ends the server; its exit status."""
        await asyncio.wait_for(self.shutdown_async(None), PATIENCE)
        self.exit(None)
        return await asyncio.wait_for(self.process.wait(), PATIENCE)

    def uri(self, file):
        return (self.root / file).as_uri()

    async def until(self, done):
        """Waits until something holds, which only messages of the server change."""

        async def wait():
            while not done():
                self.news.clear()
                await self.news.wait()

        await asyncio.wait_for(wait(), PATIENCE)

    async def diagnostics(self, file):
        """The diagnostics of a document as it is now."""
        uri = self.uri(file)
        known = lambda: uri in self.published and self.published[uri].version == self.versions[file]
        await self.until(known)
        return list(self.published[uri].diagnostics)

    async def open(self, file, text=None):
        self.texts[file] = (self.root / file).read_text() if text is None else text
        self.versions[file] = 1
        self.text_document_did_open(
            types.DidOpenTextDocumentParams(
                types.TextDocumentItem(
                    self.uri(file), types.LanguageKind.Go, 1, self.texts[file]
                )
            )
        )
        return await self.diagnostics(file)

    def change(self, file, *changes):
        """Puts new texts in place of others, each (old, new) in what the one before has left."""
        events = []
        for old, new in changes:
            text = self.texts[file]
            start = text.index(old)
            events.append(
                types.TextDocumentContentChangePartial(
                    range=types.Range(
                        place(text, start, self.encoding),
                        place(text, start + len(old), self.encoding),
                    ),
                    text=new,
                )
            )
            self.texts[file] = text[:start] + new + text[start + len(old) :]
        self.versions[file] += 1
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(
                    uri=self.uri(file), version=self.versions[file]
                ),
                events,
            )
        )

    def save(self, file):
        (self.root / file).write_text(self.texts[file])
        self.text_document_did_save(
            types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(self.uri(file)))
        )

    async def actions(self, file, diagnostic, only=None):
        found = await asyncio.wait_for(
            self.text_document_code_action_async(
                types.CodeActionParams(
                    types.TextDocumentIdentifier(self.uri(file)),
                    diagnostic.range,
                    types.CodeActionContext([diagnostic], only=only),
                )
            ),
            PATIENCE,
        )
        return {action.title: action for action in found}

    def apply(self, file, action):
        """Makes the edits of an action, which are all in one document, and tells of them."""
        (edit,) = action.edit.document_changes
        assert edit.text_document.uri == self.uri(file), edit
        assert edit.text_document.version == self.versions[file], edit
        for part in reversed(sorted(edit.edits, key=lambda part: part.range.start)):
            text = self.texts[file]
            start = index(text, part.range.start, self.encoding)
            end = index(text, part.range.end, self.encoding)
            # The whole text says which of several equal places is meant.
            self.change(file, (text, text[:start] + part.new_text + text[end:]))
