import CNeuralKernels

/// What becomes of a result before it is stored: negative numbers times `slope`, then at most
/// `ceiling`.
struct Epilogue: Sendable, Hashable {
  var slope: Float = 1
  var ceiling = Float.infinity

  static let none = Epilogue()

  var isNone: Bool { self == .none }

  /// As the kernels take it.
  var described: hb_epilogue { hb_epilogue(slope: slope, ceiling: ceiling) }
}
