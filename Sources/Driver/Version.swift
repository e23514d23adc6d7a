/// The version of racelint.
public enum Version {
  /// As it is printed and as reports name it.
  public static let current = "0.1.0"
}
