import GoFlow
import GoSyntax

extension ProgramContext {
  /// The type of a field as a file of its package may write it; nil where it cannot, or the struct is
  /// declared elsewhere.
  public func typeText(of field: FieldNumber, in file: String) -> String? {
    let key = program.fields[field]
    guard let files = PackageFiles(self, beside: [file]),
      self.files[file]?.package == program.texts[key.package],
      let (tree, fields) = files.fields(of: program.texts[key.owner])
    else { return nil }
    let name = program.texts[key.name]
    let type = tree.children(fields).lazy.filter { declaration in
      tree.children(declaration).contains {
        tree[$0].field == .name && tree.text($0) == name
      }
    }.map { tree.child($0, .type) }.first { !$0.isNone }
    guard let type else { return nil }
    // Other files may call the packages by other names.
    let isPlain = !tree.subtree(type).contains { tree.kind($0) == .qualifiedType }
    return isPlain || tree.source.path == file ? tree.text(type) : nil
  }
}
