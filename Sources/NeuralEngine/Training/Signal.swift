import AlignedMemory
import CNeuralKernels

/// Numbers between two steps of a network that learns, and their gradient.
final class Signal {
  /// How the numbers lie in memory.
  enum Form { case plain, blocked }

  /// A normalization's scale and shift by padded channel, filled by its step.
  final class Affine {
    let scale: AlignedBuffer<Float>
    let shift: AlignedBuffer<Float>

    init(channels: Int) {
      scale = AlignedBuffer(count: channels, repeating: 0)
      shift = AlignedBuffer(count: channels, repeating: 0)
    }
  }

  let stack: Stack
  let form: Form
  /// Before ``affine``, which whoever reads them applies on the way.
  let values: AlignedBuffer<UInt8>
  let affine: Affine?
  /// Of the rectifier whose results the values are; 1 where there was none.
  let slope: Float
  /// False for what comes from the inputs only, and for what is detached.
  let needsGradient: Bool
  /// Steps that will contribute to the gradient.
  var contributors = 0
  /// What the loss's gradient is: by the numbers after ``affine``, and before the rectifier once
  /// that has been gone back through.
  var gradient: AlignedBuffer<UInt8>?
  /// True where the gradient's memory is the signal's alone.
  var isKept = false
  /// Contributions planned so far.
  var planned = 0
  /// True where the only contributor goes back through the rectifier on its way.
  var isGated = false

  init(
    _ stack: Stack, _ form: Form, values: AlignedBuffer<UInt8>? = nil, affine: Affine? = nil,
    slope: Float = 1, needsGradient: Bool
  ) {
    self.stack = stack
    self.form = form
    self.values = values ?? AlignedBuffer(count: Self.bytes(stack, form), repeating: 0)
    self.affine = affine
    self.slope = slope
    self.needsGradient = needsGradient
  }

  static func bytes(_ stack: Stack, _ form: Form) -> Int {
    form == .blocked
      ? stack.byteCount : 4 * stack.batch * stack.channels * stack.height * stack.width
  }

  /// The same numbers, through which no gradient passes.
  func detached() -> Signal {
    Signal(stack, form, values: values, affine: affine, slope: slope, needsGradient: false)
  }

  /// Makes this an output, whose gradient comes from outside.
  func receivesGradient() {
    gradient = AlignedBuffer(count: byteCount, repeating: 0)
    isKept = true
    planned = 1
    contributors += 1
  }

  var byteCount: Int { Self.bytes(stack, form) }
  /// Plain numbers.
  var plainCount: Int { stack.batch * stack.channels * stack.height * stack.width }
  var bytes: UnsafeMutableRawPointer { UnsafeMutableRawPointer(values.start) }
  var floats: UnsafeMutablePointer<Float> { bytes.assumingMemoryBound(to: Float.self) }

  /// What readers apply, as the kernels take it; valid as long as the signal.
  var adjust: hb_adjust {
    hb_adjust(
      slope: 1, scale: affine.map { UnsafePointer($0.scale.start) },
      shift: affine.map { UnsafePointer($0.shift.start) }, shift_stride: 0)
  }
}
