/// What a layer takes over from those behind it.
struct Fusion: Sendable {
  /// A scale and a shift by channel, known when the network is compiled: a normalization by running
  /// statistics, folded into the weights.
  struct Affine: Sendable {
    let scale: [Float]
    let shift: [Float]
  }

  /// A tensor that several steps add to, one after the other.
  struct Total: Sendable {
    let tensor: Tensor
    /// Others have written to it.
    let accumulates: Bool
    /// No other follows: the tensor's epilogue is applied.
    let isLast: Bool
  }

  /// Applied to the sums, before the epilogue.
  var affine: Affine?
  /// Applied to the results; where there is a total it says so itself.
  var epilogue = Epilogue.none
  /// Where the result goes, in place of a tensor of its own.
  var total: Total?

  static let none = Fusion()
}
