/// The segments of a JPEG file before its first scan.
struct JPEGSegments {
  private let file: [UInt8]

  private static let app1: UInt8 = 0xE1
  private static let startOfScan: UInt8 = 0xDA
  private static let endOfImage: UInt8 = 0xD9
  /// Markers that stand alone: a stuffed byte, a private one, restarts and the start.
  private static let alone: [ClosedRange<UInt8>] = [0x00...0x01, 0xD0...0xD8]

  init(_ file: [UInt8]) {
    self.file = file
  }

  /// Hands over every APP1 segment until the orientation is settled.
  func read(into orientation: inout StoredOrientation) {
    var position = 0
    while !orientation.isSettled, let mark = file[position...].firstIndex(of: 0xFF) {
      // Any number of 0xFF may stand before the marker itself.
      guard let place = file[mark...].firstIndex(where: { $0 != 0xFF }) else { return }
      let marker = file[place]
      position = place + 1
      if Self.alone.contains(where: { $0.contains(marker) }) { continue }
      guard marker != Self.startOfScan, marker != Self.endOfImage, position + 2 <= file.count
      else { return }
      // The length counts itself.
      let length = Int(file[position]) << 8 | Int(file[position + 1])
      guard length >= 2, position + length <= file.count else { return }
      if marker == Self.app1 {
        orientation.note(segment: file[(position + 2)..<(position + length)])
      }
      position += length
    }
  }
}
