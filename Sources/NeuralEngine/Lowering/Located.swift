/// Where a layer's numbers are, and what is still to happen to them.
struct Located {
  /// How they lie in memory.
  enum Form: Hashable {
    /// [batch][channels][height][width], float32.
    case plain
    /// In channel blocks.
    case blocked
  }

  var buffer: BufferID
  /// The layer's size.
  var stack: Stack
  var form: Form
  var adjustment = Adjustment.none
}
