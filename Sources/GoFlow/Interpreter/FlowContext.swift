import LibraryModels

/// What the interpreter asks about the program around a body.
protocol FlowContext {
  func function(_ number: FunctionNumber) -> FlowFunction
  func layout(_ number: UInt16) -> Layout
  /// What a callee runs, for a body in tests or not.
  func target(of callee: CalleeNumber, isInTest: Bool) -> CallTarget
  /// The summary of a function as far as it is known; nil for one without body.
  func summary(_ number: FunctionNumber) -> FunctionSummary?
  /// Whether a field or variable is ever assigned to after it was made.
  func isAssigned(_ field: FieldNumber) -> Bool
  func isAssigned(_ global: GlobalNumber) -> Bool
  /// The number of a field that models name; nil where no body names it.
  func field(_ field: ModelledField) -> FieldNumber?
}
