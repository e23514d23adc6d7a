import GoIR

/// What is found in bodies one by one, whatever goroutines run them.
public struct BodyFinds: Sendable {
  /// What goes wrong in one goroutine, in code that the patterns named.
  public let sequences: SequenceFinds
  /// What leaves the lock that guards it.
  public let lockEscapes: [LockEscape]
  /// Which locks may be taken where: for fixes.
  public let lockOrder: LockOrder

  /// Looks at the bodies of an analysis, on its threads.
  public init(_ analysis: FlowAnalysis) {
    sequences = SequenceFinds(analysis)
    lockEscapes = analysis.lockEscapes()
    lockOrder = LockOrder(analysis)
  }
}

extension FlowFunction {
  /// Whether findings may be anchored in it.
  public var mayBeReported: Bool { traits.contains(.isReported) && !traits.contains(.isGenerated) }
}
