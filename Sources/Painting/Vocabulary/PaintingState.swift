import Experiments

/// All that a result depends on besides the picture: what undo and redo step through.
public struct PaintingState: Codable, Sendable, Hashable {
  /// The method's name, as on the command line.
  public var method: String
  /// The points, oldest first; methods with global hints disregard them.
  public var points: [PaintedPoint]
  /// For methods with global hints.
  public var global: GlobalWish

  /// Most points of one picture.
  public static let mostPoints = 2000

  /// Makes a state; by default the untouched picture under the default method.
  public init(
    method: String = MethodCatalog.defaultMethod, points: [PaintedPoint] = [],
    global: GlobalWish = GlobalWish()
  ) {
    self.method = method
    self.points = points
    self.global = global
  }
}
