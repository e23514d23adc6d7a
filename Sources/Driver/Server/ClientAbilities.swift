import LanguageServer
import Reporting

/// What a client says that it can do, as far as that matters here.
struct ClientAbilities {
  /// What columns count.
  let encoding: PositionEncoding
  /// Whether diagnostics may name other places.
  let showsRelatedInformation: Bool
  /// Whether edits may name the versions of the documents that they are for.
  let takesDocumentChanges: Bool
  /// Whether code actions may be more than commands.
  let takesCodeActions: Bool
  /// Whether hovers may be Markdown.
  let showsMarkdown: Bool
  /// Whether it can be asked to tell of files that change.
  let watchesFiles: Bool

  /// What the parameters of `initialize` say.
  init(_ parameters: JSONValue) {
    let abilities = parameters["capabilities"]
    let (text, workspace) = (abilities?["textDocument"], abilities?["workspace"])
    let encodings = abilities?["general"]?["positionEncodings"]?.elements
    encoding = PositionEncoding(offered: encodings?.compactMap(\.text) ?? [])
    showsRelatedInformation = text?["publishDiagnostics"]?["relatedInformation"] == true
    takesDocumentChanges = workspace?["workspaceEdit"]?["documentChanges"] == true
    takesCodeActions = text?["codeAction"]?["codeActionLiteralSupport"]?["codeActionKind"] != nil
    let formats = text?["hover"]?["contentFormat"]?.elements ?? []
    showsMarkdown = formats.contains("markdown")
    watchesFiles = workspace?["didChangeWatchedFiles"]?["dynamicRegistration"] == true
  }
}
