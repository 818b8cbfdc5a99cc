import SeededChance
import SimulatedUsers

/// A hash that tells accidental damage: any change within one 8-byte word changes it, and almost
/// every other does. Four words at a time, each in a lane of its own. Not for security.
func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  var lanes: SIMD4<UInt64> = [1, 2, 3, 4]
  let prime: UInt64 = 0x0000_0100_0000_01B3
  let step = MemoryLayout<SIMD4<UInt64>>.size
  var offset = 0
  while offset + step <= bytes.count {
    let words = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
    lanes = (lanes ^ words) &* prime
    offset += step
  }
  for byte in bytes[offset...] { lanes[0] = (lanes[0] ^ UInt64(byte)) &* prime }
  return (0..<4).reduce(UInt64(bytes.count)) { hash, lane in
    var scrambler = SplitMix64(seed: hash ^ lanes[lane])
    return scrambler.next()
  }
}
