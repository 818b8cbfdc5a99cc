import AlignedMemory
import CNeuralKernels

/// What is still to happen to stored numbers before they are the layer's: negative ones times
/// `slope`, then scale and shift by channel (a batch normalization that has not been applied).
struct Adjustment: Sendable {
  var slope: Float = 1
  /// Scale by padded channel; nil means 1.
  var scale: [Float]?
  /// Shift by padded channel; nil means 0.
  var shift: [Float]?
  /// A buffer that holds each image's shift at run time, in place of `shift`.
  var shiftBuffer: BufferID?
  /// Padded channels of `shiftBuffer`.
  var shiftStride = 0

  static let none = Adjustment()

  var isNone: Bool { slope == 1 && !isAffine }
  var isAffine: Bool { scale != nil || shift != nil || shiftBuffer != nil }

  /// The same, followed by another scale and shift.
  func followed(byScale more: [Float], shift added: [Float]) -> Adjustment {
    precondition(shiftBuffer == nil, "a shift known at run time only is applied first")
    var result = self
    result.scale = scale.map { zip($0, more).map { $0 * $1 } } ?? more
    result.shift =
      shift.map { held in
        held.indices.map { held[$0] * more[$0] + added[$0] }
      } ?? added
    return result
  }

  /// Fixes the addresses and hands them to a kernel call.
  func bound(to memory: BoundMemory) -> BoundAdjustment {
    BoundAdjustment(self, memory: memory)
  }
}

/// An ``Adjustment`` with addresses, for as long as it lives.
final class BoundAdjustment {
  private let scale: AlignedBuffer<Float>?
  private let shift: AlignedBuffer<Float>?
  /// As the kernels take it.
  let described: hb_adjust

  init(_ adjustment: Adjustment, memory: BoundMemory) {
    scale = adjustment.scale.map { AlignedBuffer($0) }
    shift = adjustment.shift.map { AlignedBuffer($0) }
    let shiftStart = adjustment.shiftBuffer.map { memory.floats($0) } ?? shift?.start
    described = hb_adjust(
      slope: adjustment.slope, scale: UnsafePointer(scale?.start),
      shift: UnsafePointer(shiftStart), shift_stride: adjustment.shiftStride)
  }
}
