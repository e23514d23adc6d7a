/// A list that mostly has one element, which then takes no memory of its own.
public struct Few<Element>: RandomAccessCollection, MutableCollection {
  private var only: Element?
  /// The elements where there are several.
  private var all: [Element] = []

  public init() {}

  public init(_ element: Element) { only = element }

  public init(all elements: [Element]) {
    if elements.count == 1 { only = elements[0] } else { all = elements }
  }

  public init(all elements: ArraySlice<Element>) {
    if elements.count == 1 {
      only = elements[elements.startIndex]
    } else {
      all = Array(elements)
    }
  }

  public init(repeating element: Element, count: Int) {
    if count == 1 { only = element } else { all = Array(repeating: element, count: count) }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { only == nil ? all.count : 1 }

  public subscript(index: Int) -> Element {
    get {
      guard let only else { return all[index] }
      precondition(index == 0, "an index behind the end")
      return only
    }
    set {
      if only == nil {
        all[index] = newValue
      } else {
        precondition(index == 0, "an index behind the end")
        only = newValue
      }
    }
  }

  public mutating func append(_ element: Element) {
    if let first = only {
      all = [first, element]
      only = nil
    } else if all.isEmpty {
      only = element
    } else {
      all.append(element)
    }
  }

  /// The list of what each element gives.
  public func map<Other>(_ transform: (Element) -> Other) -> Few<Other> {
    if let only { return Few<Other>(transform(only)) }
    return Few<Other>(all: all.map(transform))
  }
}

extension Few: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Element...) { self.init(all: elements) }
}

extension Few: Equatable where Element: Equatable {}
extension Few: Sendable where Element: Sendable {}
