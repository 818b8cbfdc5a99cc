import AlignedMemory
import CNeuralKernels

/// What is still to happen to stored numbers before they are the layer's, applied by whoever reads
/// them: negative ones times `slope`, then scale and shift by channel (a normalization).
struct Prologue: Sendable {
  /// One number a padded channel.
  enum Factors: Sendable {
    /// Ones for a scale, zeros for a shift.
    case none
    case constant([Float])
    /// Float32 numbers that a step writes; each image's begin `stride` after the one before.
    case memory(BufferID, stride: Int)

    var isNone: Bool { if case .none = self { true } else { false } }

    /// Nil for none, and for what is known at run time only.
    var constants: [Float]? { if case .constant(let held) = self { held } else { nil } }

    var buffer: BufferID? { if case .memory(let buffer, _) = self { buffer } else { nil } }
  }

  var slope: Float = 1
  var scale = Factors.none
  var shift = Factors.none

  static let none = Prologue()

  var isNone: Bool { slope == 1 && !isAffine }
  var isAffine: Bool { !scale.isNone || !shift.isNone }
  /// True where all factors are known when the network is compiled.
  var isConstant: Bool { buffers.isEmpty }
  /// What the factors are read from.
  var buffers: [BufferID] { [scale.buffer, shift.buffer].compactMap(\.self) }

  /// The same, followed by another scale and shift.
  func followed(byScale more: [Float], shift added: [Float]) -> Prologue {
    precondition(isConstant, "what is known at run time only is applied first")
    var result = self
    result.scale = .constant(scale.constants.map { zip($0, more).map { $0 * $1 } } ?? more)
    result.shift = .constant(
      shift.constants.map { held in held.indices.map { held[$0] * more[$0] + added[$0] } }
        ?? added)
    return result
  }

  /// Fixes the addresses and hands them to kernel calls.
  func bound(to memory: BoundMemory) -> BoundPrologue { BoundPrologue(self, memory: memory) }
}

/// A ``Prologue`` with addresses, for as long as it lives.
final class BoundPrologue {
  private let scale: AlignedBuffer<Float>?
  private let shift: AlignedBuffer<Float>?
  /// As the kernels take it.
  let described: hb_adjust

  init(_ prologue: Prologue, memory: BoundMemory) {
    scale = prologue.scale.constants.map { AlignedBuffer($0) }
    shift = prologue.shift.constants.map { AlignedBuffer($0) }
    let scaleStart = prologue.scale.buffer.map { memory.floats($0) } ?? scale?.start
    let shiftStart = prologue.shift.buffer.map { memory.floats($0) } ?? shift?.start
    var stride = 0
    if case .memory(_, let held) = prologue.shift { stride = held }
    described = hb_adjust(
      slope: prologue.slope, scale: UnsafePointer(scaleStart), shift: UnsafePointer(shiftStart),
      shift_stride: stride)
  }
}
