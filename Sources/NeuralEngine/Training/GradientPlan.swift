import AlignedMemory

/// Who writes which gradient when, and in what memory: made once, in the order of the way back.
final class GradientPlan {
  private var free: [Int: [AlignedBuffer<UInt8>]] = [:]

  /// What a step is to do with its contribution to a gradient.
  struct Contribution {
    let memory: AlignedBuffer<UInt8>
    /// Adds to what others have contributed before.
    let accumulates: Bool
    /// Of the rectifier to be gone back through on the way; 1 for none.
    let slope: Float

    var bytes: UnsafeMutableRawPointer { UnsafeMutableRawPointer(memory.start) }
    var floats: UnsafeMutablePointer<Float> { bytes.assumingMemoryBound(to: Float.self) }
  }

  /// Plans a contribution; nil where the signal needs no gradient.
  ///
  /// - Parameter gates: whether the step can go back through a rectifier on its way.
  func contribute(to signal: Signal, gates: Bool = false) -> Contribution? {
    guard signal.needsGradient else { return nil }
    let memory = signal.gradient ?? take(signal.byteCount)
    signal.gradient = memory
    signal.planned += 1
    if gates && signal.contributors == 1 && signal.slope != 1 { signal.isGated = true }
    return Contribution(
      memory: memory, accumulates: signal.planned > 1, slope: signal.isGated ? signal.slope : 1)
  }

  /// The finished gradient of a signal, zeros where nobody contributed; nil where it needs none.
  func gradient(of signal: Signal) -> AlignedBuffer<UInt8>? {
    guard signal.needsGradient else { return nil }
    if let made = signal.gradient { return made }
    let zeros = AlignedBuffer<UInt8>(count: signal.byteCount, repeating: 0)
    signal.gradient = zeros
    signal.isKept = true
    return zeros
  }

  /// Hands a gradient on to the input of a step that works in place.
  func handOn(from signal: Signal, to input: Signal) {
    input.gradient = signal.gradient
    input.isKept = signal.isKept
    input.planned += 1
    input.isGated = true
  }

  /// Says that nobody reads the gradient any more.
  func finish(_ signal: Signal) {
    guard let memory = signal.gradient, !signal.isKept else { return }
    free[signal.byteCount, default: []].append(memory)
  }

  private func take(_ count: Int) -> AlignedBuffer<UInt8> {
    free[count]?.popLast() ?? AlignedBuffer(count: count, repeating: 0)
  }
}
