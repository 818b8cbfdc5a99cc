/// How one kind of scene is painted.
///
/// A painting draws from `random` alone, and as often at every size of canvas, so that a scene
/// stays itself at any size; what depends on the width comes from `Canvas.columns`.
protocol Painting {
  static func paint(on canvas: inout Canvas, random: inout Random)
}
