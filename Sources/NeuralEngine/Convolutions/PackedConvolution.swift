import COneDNN

/// A convolution with its weights in oneDNN's own layout; many contexts may share it.
final class PackedConvolution: @unchecked Sendable {
  // Immutable after init: oneDNN's primitives may run in several threads at once when each brings
  // its own scratch memory, as ours do.
  let handle: OpaquePointer

  /// - Parameters:
  ///   - weights: [outputs][inputs][kernel height][kernel width], padded channels.
  ///   - bias: by padded output channel.
  /// - Returns: nil where oneDNN does not have the algorithm for this shape.
  init?(spec: hb_convolution_spec, weights: [Float], bias: [Float]) {
    var spec = spec
    guard let made = hb_convolution_create(&spec, weights, bias) else { return nil }
    handle = made
  }

  deinit { hb_convolution_destroy(handle) }

  /// oneDNN's name of the implementation.
  var name: String { String(cString: hb_convolution_name(handle)) }
  var scratchBytes: Int { hb_convolution_scratch(handle) }
}
