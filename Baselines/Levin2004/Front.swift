/// One step of the elimination: the pixels it eliminates and those it couples.
struct Front: Sendable {
  /// Rows × columns of the leaf's rectangle, nil for a front that eliminates a separating line.
  let leaf: LeafShape?
  /// The eliminated pixels (pivots), then the border that outlives them; row-major picture indices.
  ///
  /// The border is sorted by who eliminates it, the nearest ancestor first.
  let pixels: [Int32]
  let pivotCount: Int
  /// Where this front's kept doubles start: pivots×(border+2), then border×(border+2).
  let storageOffset: Int
  var children: [Int] = []
  var parent: Int?
  /// For every border pixel its index in the parent's `pixels`, ascending.
  var borderInParent: [Int32] = []
  /// How many of the border pixels the parent eliminates; they come first.
  var eliminatedByParent = 0

  var borderCount: Int { pixels.count - pivotCount }
}

/// The sides of an undivided rectangle.
struct LeafShape: Hashable, Sendable {
  let height: Int
  let width: Int
}
