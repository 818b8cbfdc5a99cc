/// Arrays in NumPy's `.npy` files.
public enum NumPyFile {
  private static let signature: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]
  /// NumPy aligns the numbers to this many bytes.
  private static let alignment = 64

  /// Writes planes as one float32 array of shape (count, H, W): version 1.0, little-endian, C order.
  ///
  /// The file is written as `OutputFile` writes.
  ///
  /// - Parameter planes: one plane at least, all of one size.
  /// - Throws: `ImagingError.unwritable`.
  public static func write(_ planes: [Plane], to path: String) throws(ImagingError) {
    let (height, width) = (planes.first?.height ?? 0, planes.first?.width ?? 0)
    precondition(!planes.isEmpty, "an array has one plane at least")
    precondition(
      planes.allSatisfy { $0.height == height && $0.width == width }, "planes share one size")
    var values: [Float] = []
    values.reserveCapacity(planes.count * height * width)
    for plane in planes { for value in plane.values { values.append(Float(value)) } }
    try write(values, shape: [planes.count, height, width], to: path)
  }

  /// Writes numbers as one float32 array: version 1.0, little-endian, C order.
  ///
  /// The file is written as `OutputFile` writes.
  ///
  /// - Parameters:
  ///   - values: row-major.
  ///   - shape: at least one axis; the product is the count of values.
  /// - Throws: `ImagingError.unwritable`.
  public static func write(
    _ values: [Float], shape: [Int], to path: String
  ) throws(ImagingError) {
    precondition(!shape.isEmpty, "an array has an axis")
    precondition(shape.reduce(1, *) == values.count, "as many numbers as the shape says")
    let sizes = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(sizes)), }"
    let unpadded = signature.count + 4 + header.utf8.count + 1
    header += String(repeating: " ", count: (alignment - unpadded % alignment) % alignment) + "\n"
    var bytes = signature + [1, 0]
    appendLittleEndian(UInt16(header.utf8.count), to: &bytes)
    bytes += header.utf8
    values.withUnsafeBufferPointer { numbers in
      // x86-64 and arm64 keep numbers as the file does.
      UnsafeRawBufferPointer(numbers).withMemoryRebound(to: UInt8.self) { bytes += $0 }
    }
    try FileBytes.write(bytes, to: path)
  }

  /// Reads an array of little-endian float32 or float64 numbers in C order, version 1.0 or 2.0.
  ///
  /// - Throws: `ImagingError`: `missing` or `unreadable` for the file, `fileTooLarge` or `badArray`
  ///   for what is in it.
  public static func read(_ path: String) throws(ImagingError) -> NumPyArray {
    let bytes = try FileBytes.read(path, limit: ImageFile.maximumByteCount)
    do throws(NumPyFault) {
      return try decode(bytes)
    } catch {
      throw .badArray(name: path, fault: error)
    }
  }

  private static func decode(_ bytes: [UInt8]) throws(NumPyFault) -> NumPyArray {
    guard bytes.starts(with: signature) else { throw .signature }
    guard bytes.count >= 8 else { throw .header }
    let lengthSize: Int
    switch (bytes[6], bytes[7]) {
    case (1, 0): lengthSize = 2
    case (2, 0): lengthSize = 4
    case (let major, let minor): throw .version(major: major, minor: minor)
    }
    let textStart = 8 + lengthSize
    guard bytes.count >= textStart else { throw .header }
    let length = bytes[8..<textStart].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= bytes.count - textStart else { throw .header }
    let text = String(decoding: bytes[textStart..<(textStart + length)], as: UTF8.self)
    guard let header = NumPyHeader(text) else { throw .header }
    guard !header.isFortranOrder else { throw .fortranOrder }
    let data = bytes[(textStart + length)...]
    switch header.elementType {
    case "<f4":
      let count = try checkedCount(header.shape, elementSize: 4, available: data.count)
      return NumPyArray(
        shape: header.shape,
        values: numbers(data, count) { Double(Float(bitPattern: UInt32(littleEndian: $0))) })
    case "<f8":
      let count = try checkedCount(header.shape, elementSize: 8, available: data.count)
      return NumPyArray(
        shape: header.shape,
        values: numbers(data, count) { Double(bitPattern: UInt64(littleEndian: $0)) })
    default:
      throw .elementType(header.elementType)
    }
  }

  /// How many numbers a shape has, once they are known to be exactly the bytes at hand.
  private static func checkedCount(
    _ shape: [Int], elementSize: Int, available: Int
  ) throws(NumPyFault) -> Int {
    var size = elementSize
    // An axis of no length makes the array empty, but the others must still be possible.
    for length in shape where length > 0 {
      let (product, overflow) = size.multipliedReportingOverflow(by: length)
      guard !overflow else { throw .shape(shape) }
      size = product
    }
    if shape.contains(0) { size = 0 }
    guard size == available else { throw .length(expected: size, found: available) }
    return size / elementSize
  }

  private static func numbers<Bits: FixedWidthInteger>(
    _ data: ArraySlice<UInt8>, _ count: Int, _ value: (Bits) -> Double
  ) -> [Double] {
    data.withUnsafeBytes { buffer in
      (0..<count).map {
        value(buffer.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Bits>.size, as: Bits.self))
      }
    }
  }

  private static func appendLittleEndian<Bits: FixedWidthInteger>(
    _ value: Bits, to bytes: inout [UInt8]
  ) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
