import Foundation
import Imaging
import Testing

@Suite struct NumPyFileTests {
  /// A `.npy` file of any header text.
  static func file(
    _ header: String, version: [UInt8] = [1, 0], data: [UInt8] = []
  ) -> [UInt8] {
    let count = header.utf8.count
    let length = [count & 0xFF, count >> 8].map { UInt8($0) } + (version == [2, 0] ? [0, 0] : [])
    return [0x93] + Array("NUMPY".utf8) + version + length + Array(header.utf8) + data
  }

  static func header(_ shape: String, type: String = "<f4", order: String = "False") -> String {
    "{'descr': '\(type)', 'fortran_order': \(order), 'shape': \(shape), }\n"
  }

  func read(_ bytes: [UInt8]) throws -> NumPyArray {
    try withFolder { folder in
      try put(bytes, folder + "/array.npy")
      return try NumPyFile.read(folder + "/array.npy")
    }
  }

  @Test func writesWhatNumPyWrites() throws {
    // numpy 2.4.6: np.save(f, np.array([[[1.5, -2]], [[0, 3e38]]], np.float32))
    let text = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1, 2), }"
    let expected =
      Self.file(text + String(repeating: " ", count: 117 - text.utf8.count) + "\n")
      + [0, 0, 0xC0, 0x3F, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0xE6, 0xB1, 0x61, 0x7F]
    try withFolder { folder in
      let path = folder + "/planes.npy"
      let planes = [
        Plane(height: 1, width: 2, values: [1.5, -2]),
        Plane(height: 1, width: 2, values: [0, 3e38]),
      ]
      try NumPyFile.write(planes, to: path)
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) == expected)
      let array = try NumPyFile.read(path)
      #expect(array.shape == [2, 1, 2])
      #expect(array.values == [1.5, -2, 0, Double(Float(3e38))])
      #expect(throws: ImagingError.self) { try NumPyFile.write(planes, to: path + "/x.npy") }
    }
  }

  @Test func readsBothWidthsAndVersions() throws {
    let half: [UInt8] = [0, 0, 0, 0, 0, 0, 0xE0, 0x3F]
    let double = try read(Self.file(Self.header("(1,)", type: "<f8"), version: [2, 0], data: half))
    #expect(double == NumPyArray(shape: [1], values: [0.5]))
    let scalar = try read(Self.file(Self.header("()", type: "<f8"), data: half))
    #expect(scalar == NumPyArray(shape: [], values: [0.5]))
    let swapped = "{\"shape\":(2,1),\"fortran_order\":False,\"descr\":\"<f4\"}"
    let single = try read(Self.file(swapped, data: [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40]))
    #expect(single == NumPyArray(shape: [2, 1], values: [1, 2]))
    let none = try read(Self.file(Self.header("(3, 0, 5)")))
    #expect(none == NumPyArray(shape: [3, 0, 5], values: []))
  }

  static let hostile: [([UInt8], NumPyFault)] = [
    ([], .signature), (Array("hello world".utf8), .signature), ([0x93, 0x4E, 0x55], .signature),
    ([0x93] + Array("NUMPY".utf8), .header), ([0x93] + Array("NUMPY\u{1}\0\u{5}".utf8), .header),
    (file("", version: [3, 0]), .version(major: 3, minor: 0)),
    (file("", version: [1, 1]), .version(major: 1, minor: 1)),
    (file(""), .header), (file("{}"), .header), (file("{"), .header), (file("[1]"), .header),
    (Array(file(header("(1,)")).dropLast(20)), .header),
    (file("{'descr': '<f4', 'fortran_order': False}"), .header),
    (file("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False}"), .header),
    (file("{'descr': '<f4', 'fortran_order': 0, 'shape': (1,)}"), .header),
    (file("{'descr': <f4, 'fortran_order': False, 'shape': (1,)}"), .header),
    (file("{'descr': '<f4, 'fortran_order': False, 'shape': (1,)}"), .header),
    (file(header("(1,)") + "x"), .header), (file(header("(1)")), .header),
    (file(header("(-1,)")), .header), (file(header("(1,,)")), .header),
    (file(header("1")), .header), (file(header("(1.5,)")), .header),
    (file(header("(99999999999999999999,)")), .header),
    (file(header("(4611686018427387904, 4)")), .shape([4_611_686_018_427_387_904, 4])),
    (file(header("(9223372036854775807,)")), .shape([.max])),
    (file(header("(9223372036854775807, 8, 0)")), .shape([.max, 8, 0])),
    (file(header("(1000000000,)")), .length(expected: 4_000_000_000, found: 0)),
    (file(header("(1,)"), data: [0, 0, 0]), .length(expected: 4, found: 3)),
    (file(header("(1,)"), data: [0, 0, 0, 0, 0]), .length(expected: 4, found: 5)),
    (file(header("(1,)", type: "<f8"), data: [0, 0, 0, 0]), .length(expected: 8, found: 4)),
    (file(header("(1,)", type: ">f4"), data: [0, 0, 0, 0]), .elementType(">f4")),
    (file(header("(1,)", type: "|O"), data: [0, 0, 0, 0]), .elementType("|O")),
    (file(header("(1,)", type: "<i4"), data: [0, 0, 0, 0]), .elementType("<i4")),
    (file(header("(1,)", order: "True"), data: [0, 0, 0, 0]), .fortranOrder),
  ]

  @Test(arguments: hostile) func hostileFilesAreRefused(_ bytes: [UInt8], _ fault: NumPyFault) {
    let error = #expect(throws: ImagingError.self) { try read(bytes) }
    guard case .badArray(let name, fault) = error else {
      Issue.record("\(String(describing: error)) instead of \(fault)")
      return
    }
    #expect(name.hasSuffix("/array.npy"))
    #expect(error.map { isProper($0, name: name) } == true)
  }

  @Test func absentFilesAreMissing() {
    #expect(throws: ImagingError.missing(path: "/nowhere/array.npy")) {
      try NumPyFile.read("/nowhere/array.npy")
    }
  }
}
