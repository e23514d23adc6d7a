import Basics
import GoIR

/// Where the program calls and starts its functions; made when it is asked for first.
final class FunctionCallers {
  private let functions: Table<FunctionNumber, FunctionFlow>
  private lazy var edges = collect()

  init(_ functions: Table<FunctionNumber, FunctionFlow>) { self.functions = functions }

  /// The calls of a function in the goroutines of those that call it.
  func calls(of function: FunctionNumber) -> [FlowSite] {
    (edges[function] ?? []).filter { !$0.isStart }.map(\.site)
  }

  /// The places that call it or start it as a goroutine.
  func sites(of function: FunctionNumber) -> [FlowSite] { (edges[function] ?? []).map(\.site) }

  private struct Edge {
    var site: FlowSite
    var isStart: Bool
  }

  private func collect() -> [FunctionNumber: [Edge]] {
    var found: [FunctionNumber: [Edge]] = [:]
    for number in functions.ids {
      for edge in functions[number].calls.edges where !edge.target.isNone {
        found[edge.target, default: []].append(
          Edge(
            site: FlowSite(function: number, value: edge.value), isStart: edge.start != nil))
      }
    }
    return found
  }
}
