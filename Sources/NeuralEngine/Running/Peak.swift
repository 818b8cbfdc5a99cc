import CNeuralKernels

/// What the machine could do at most.
public enum Peak {
  /// Float32 operations a second on so many threads, multiplying and adding in registers; 0 where
  /// that is not measured.
  ///
  /// The best of a few runs of some 30 ms.
  public static func operationsPerSecond(threads: Int) -> Double {
    hb_set_threads(Int32(threads))
    var best = 0.0
    for _ in 0..<8 {
      let start = ContinuousClock.now
      let operations = hb_multiply_and_add(2000)
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      // Where nothing runs the time is that of an empty loop.
      if seconds > 0.001 { best = max(best, operations / seconds) }
    }
    return best
  }
}
