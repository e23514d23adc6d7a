extension FlowAnalysis {
  /// Whether a function changes nothing that others have, starts nothing and leaves no lock held, as
  /// far as its summary tells.
  public func onlyReads(_ function: FunctionNumber) -> Bool {
    let summary = functions[function].summary
    return summary.stores.isEmpty && summary.strands.isEmpty && summary.acquired.isEmpty
      && summary.mayAcquire.isEmpty && summary.released.isEmpty
      && !summary.uses.contains { $0.kind.isWrite }
  }
}
