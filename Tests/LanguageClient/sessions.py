"""Sessions with `racelint server`: sessions.py NAME RACELINT DIRECTORY. The last line is "done"."""

import asyncio
import subprocess
import sys

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from editor import PATIENCE, Editor, place

SERVER = "directory/server.go"
HANDED = ("Tags:     in.Tags", "Tags:     slices.Clone(in.Tags)")


def same(found, expected):
    assert found == expected, f"{found!r} is not {expected!r}"


def check(racelint, root):
    """The first words of what `racelint check` reports."""
    run = subprocess.run(
        [racelint, "check", "--quiet", "--report-unused-ignores"],
        cwd=root, capture_output=True, text=True, timeout=PATIENCE,
    )
    return [line.split(" ")[0] for line in run.stdout.splitlines()]


async def diagnostics(editor):
    """They come with the text, name all places of the way, and go with the hazard."""
    (found,) = await editor.open(SERVER)
    same(found.code, "async-alias")
    same(found.source, "racelint")
    same(found.range.start, place(editor.texts[SERVER], editor.texts[SERVER].index("in.Tags,"), editor.encoding))
    related = {(item.location.uri, item.location.range.start.line + 1) for item in found.related_information}
    for file, line in [
        ("contacts/import.go", 62), ("contacts/import.go", 73), ("client/fused.go", 56),
        ("directory/server.go", 65), ("analytics/firehose.go", 68), ("analytics/firehose.go", 128),
    ]:
        assert (editor.uri(file), line) in related, (file, line, related)
    # A file that is not open.
    other = editor.uri("threading/server.go")
    await editor.until(lambda: other in editor.published)
    same([item.code for item in editor.published[other].diagnostics], ["async-alias"])
    editor.change(SERVER, HANDED)
    same(await editor.diagnostics(SERVER), [])
    editor.change(SERVER, HANDED[::-1])
    same([item.code for item in await editor.diagnostics(SERVER)], ["async-alias"])
    # What is saved stays as it is, and is what check sees.
    editor.change(SERVER, HANDED)
    editor.save(SERVER)
    same(await editor.diagnostics(SERVER), [])
    same(check(editor.racelint, editor.root), ["threading/server.go:89:17:"])
    editor.text_document_did_close(
        types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(editor.uri(SERVER)))
    )
    await editor.until(lambda: not editor.published[other].diagnostics)


async def fixes(editor):
    """What a fix leaves is clean, for the server and for check."""
    (found,) = await editor.open(SERVER)
    actions = await editor.actions(SERVER, found)
    fix = actions["Hand over a copy of `in.Tags`"]
    same((fix.kind, fix.is_preferred), ("quickfix", True))
    same([item.code for item in fix.diagnostics], ["async-alias"])
    editor.apply(SERVER, fix)
    same(await editor.diagnostics(SERVER), [])
    file = "threading/server.go"
    (found,) = await editor.open(file)
    only = [types.CodeActionKind.SourceFixAll]
    (action,) = (await editor.actions(file, found, only)).values()
    same(action.kind, "source.fixAll.racelint")
    editor.apply(file, action)
    same(await editor.diagnostics(file), [])
    for name in [SERVER, file]:
        editor.save(name)
    same(check(editor.racelint, editor.root), [])


async def ignores(editor):
    """Both comments leave the finding out."""
    for title, comment in [
        ("Ignore `async-alias` on this line", "in.Tags, //nolint:async-alias\n"),
        (
            "Ignore `async-alias` in what begins here, with a reason",
            "\t\t\t//racelint:ignore async-alias TODO: say why\n\t\t\tTags:     in.Tags",
        ),
    ]:
        (found,) = await editor.open(SERVER)
        before = editor.texts[SERVER]
        editor.apply(SERVER, (await editor.actions(SERVER, found))[title])
        assert comment in editor.texts[SERVER], editor.texts[SERVER]
        same(await editor.diagnostics(SERVER), [])
        editor.save(SERVER)
        same(check(editor.racelint, editor.root), ["threading/server.go:89:17:"])
        (editor.root / SERVER).write_text(before)


async def hover(editor):
    """The manual is shown on the range of a finding, and nothing elsewhere."""
    (found,) = await editor.open(SERVER)
    document = types.TextDocumentIdentifier(editor.uri(SERVER))

    async def shown(position):
        return await asyncio.wait_for(
            editor.text_document_hover_async(types.HoverParams(document, position)), PATIENCE
        )

    result = await shown(found.range.start)
    manual = subprocess.run(
        [editor.racelint, "explain", "async-alias"], capture_output=True, text=True, timeout=PATIENCE
    ).stdout
    assert result.contents.value.startswith("**async-alias**: `in.Tags` is handed over"), result
    assert result.contents.value.strip().endswith(manual.strip()), result
    same((result.contents.kind, result.range), ("markdown", found.range))
    same(await shown(types.Position(0, 0)), None)


async def cancellation(editor):
    """A request that waits for the analysis is given up, also where the text changes."""
    (found,) = await editor.open(SERVER)
    params = types.HoverParams(
        types.TextDocumentIdentifier(editor.uri(SERVER)), found.range.start
    )

    async def refused(code, *, after):
        editor.change(SERVER, ("package directory", "package directory "))
        waiting = editor.protocol.send_request_async(types.TEXT_DOCUMENT_HOVER, params, msg_id=code)
        after(code)
        try:
            await asyncio.wait_for(waiting, PATIENCE)
        except JsonRpcException as error:
            same(error.code, code)
        else:
            raise AssertionError("it was answered")

    await refused(-32800, after=lambda id: editor.cancel_request(types.CancelParams(id)))
    await refused(
        -32801, after=lambda _: editor.change(SERVER, ("package directory ", "package directory"))
    )
    # The server goes on.
    same([item.code for item in await editor.diagnostics(SERVER)], ["async-alias"])


TALLY = """package tally

import "sync"

func Sum(parts []int) int {
	var wg sync.WaitGroup
	sum := 0
	wg.Add(1)
	go func() { s := "ä😀日"; println(s, "é"); wg.Done(); sum += len(parts) }()
	wg.Wait()
	return sum
}
"""


async def positions(editor):
    """Columns are those of the encoding, in what is told and in what is said."""
    file = "tally/tally.go"
    (editor.root / "tally").mkdir()
    (found,) = await editor.open(file, TALLY)
    start = TALLY.index("wg.Done()")
    same(found.range.start, place(TALLY, start, editor.encoding))
    same(found.range.end, place(TALLY, start + len("wg.Done()"), editor.encoding))
    actions = await editor.actions(file, found)
    editor.apply(file, actions["Move `wg.Done()` last"])
    mended = "sum += len(parts); wg.Done()"
    assert f'"é"); {mended} }}' in editor.texts[file], editor.texts[file]
    same(await editor.diagnostics(file), [])
    # Several changes at once on one line, each behind what the one before has changed.
    broken = "wg.Done(); sum += len(parts)"
    editor.change(file, ("ä😀日", "😀😀"), ("é", "ß😀"), (mended, broken))
    (found,) = await editor.diagnostics(file)
    text = editor.texts[file]
    same(found.range.start, place(text, text.index("wg.Done()"), editor.encoding))


async def configuration(editor):
    """A configuration holds as for check, and a mistake in it is shown."""
    path = editor.root / ".racelint.yml"
    path.write_text("rules: {async-alias: note}\n")
    (found,) = await editor.open(SERVER)
    same(found.severity, types.DiagnosticSeverity.Information)
    path.write_text("rules: {async-alias: off}\n")
    editor.save(SERVER)
    await editor.until(lambda: not editor.published[editor.uri(SERVER)].diagnostics)
    path.write_text("rules: {async-alas: off}\n")
    editor.save(SERVER)
    await editor.until(lambda: editor.shown)
    same(editor.shown, ["racelint: .racelint.yml:1:9: unknown rule `async-alas`; did you mean async-alias?"])


async def baseline(editor):
    """What is known stays quiet, and what is new does not."""
    same(await editor.open(SERVER), [])
    (found,) = await editor.open("directory/new.go", TALLY.replace("package tally", "package directory"))
    same(found.code, "early-done")
    same(await editor.diagnostics(SERVER), [])


async def order(editor):
    """Requests have their order, and unknown ones are refused."""
    again = types.InitializeParams(capabilities=types.ClientCapabilities())
    for method, params, code in [("no/such", {}, -32601), ("initialize", again, -32600)]:
        try:
            await asyncio.wait_for(editor.protocol.send_request_async(method, params), PATIENCE)
        except JsonRpcException as error:
            same(error.code, code)
        else:
            raise AssertionError(method)


async def run(name, racelint, root):
    session = globals()[name]
    encodings = [("utf-8", "utf-16"), ("utf-16",)] if name == "positions" else [("utf-16", "utf-8")]
    for number, offered in enumerate(encodings):
        copy = f"{root}/{number}"
        subprocess.run(["cp", "-R", f"{root}/program", copy], check=True)
        editor = Editor(racelint, copy, offered)
        arguments = ["--stdio"]
        if name == "baseline":
            arguments += ["--baseline", f"{root}/known"]
            known = [racelint, "check", "--write-baseline", f"{root}/known"]
            subprocess.run(known, cwd=copy, check=True, capture_output=True, timeout=PATIENCE)
        result = await asyncio.wait_for(editor.start(*arguments), PATIENCE)
        same(result.server_info.name, "racelint")
        same(editor.encoding, "utf-8" if "utf-8" in offered else "utf-16")
        await session(editor)
        same(await editor.end(), 0)


asyncio.run(run(*sys.argv[1:]))
print("done")
