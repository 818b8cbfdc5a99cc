import CImageCodecs
import Imaging
import Testing

/// Orientations that are damaged, contradict themselves or are traps; sound ones are fixtures.
@Suite struct OrientationTests {
  /// "Exif\0\0" and a big-endian TIFF structure with orientation 6, as 32 bytes.
  private let exif =
    "4578696600004d4d002a00000008000101120003000000010006000000000000"

  /// Two grey pixels side by side: with orientation 6 they lie one over the other.
  private func picture(_ before: [UInt8], behind: [UInt8] = []) -> [UInt8] {
    // Filter 0 and the pixels 10 and 20 in a stored block, with its checksum.
    let data: [UInt8] = [0x78, 1, 1, 3, 0, 0xFC, 0xFF, 0, 10, 20, 0, 43, 0, 31]
    let file = pngFile(width: 2, before: before, data: data)
    return file.dropLast(12) + behind + file.suffix(12)
  }

  private func isTurned(_ file: [UInt8]) throws -> Bool {
    let image = try ImageFile.decode(file, name: "picture.png")
    let gray = stride(from: 0, to: 6, by: 3).map { image.pixels[$0] }
    #expect(gray == [10, 20] && image.height * image.width == 2)
    return image.height == 2
  }

  private func profile(_ text: String, keyword: String = "Raw profile type exif") -> [UInt8] {
    chunk("tEXt", Array("\(keyword)\0\(text)".utf8))
  }

  @Test func aProfileIsReadWhateverItsLinesAndCase() throws {
    for text in [
      "\nexif\n      32\n\(exif)\n", "\nAPP1\n32\n\(exif.uppercased())",
      "\r\nexif\r\n 32 \r\n\(exif.prefix(30))\r\n \(exif.dropFirst(30))\r\n",
    ] {
      #expect(try isTurned(picture(profile(text))), "\(text)")
      #expect(try isTurned(picture([], behind: profile(text, keyword: "raw profile type app1"))))
    }
  }

  @Test func aDamagedProfileSaysNothing() throws {
    let damaged = [
      "", "\n", "\nexif\n", "\nexif\n      32\n", "\nexif\n      32\n\(exif.dropLast(2))\n",
      "\nexif\n      32\n\(exif.dropLast())\n", "\nexif\n      31\n\(exif)\n",
      "\nexif\n      33\n\(exif)\n", "\nexif\n99999999999999999999\n\(exif)\n",
      "\nexif\n-32\n\(exif)\n", "\nexif\n      32\nx\(exif.dropFirst())\n", "exif 32 \(exif)",
      "\nexif\n      0\n\n",
    ]
    for text in damaged { #expect(try !isTurned(picture(profile(text))), "\(text)") }
    // No text has such a keyword, or none at all.
    #expect(try !isTurned(picture(profile("\nexif\n 32\n\(exif)", keyword: "Comment"))))
    #expect(try !isTurned(picture(chunk("tEXt", Array("Raw profile type exif".utf8)))))
  }

  @Test func damagedTextsSayNothing() throws {
    let keyword = Array("Raw profile type exif\0".utf8)
    let adobe = Array("XML:com.adobe.xmp\0".utf8)
    let chunks: [[UInt8]] = [
      chunk("zTXt", keyword), chunk("zTXt", keyword + [0]), chunk("zTXt", keyword + [1, 0x78, 1]),
      chunk("zTXt", keyword + [0, 1, 2, 3]), chunk("iTXt", adobe), chunk("iTXt", adobe + [0]),
      chunk("iTXt", adobe + [0, 0]), chunk("iTXt", adobe + [0, 0, 0]),
      chunk("iTXt", adobe + [2, 0, 0, 0]), chunk("iTXt", adobe + [1, 0, 0, 0, 0x78]),
      chunk("eXIf"), chunk("eXIf", Array("MM\0*".utf8)),
      chunk("eXIf", Array("MM\0*".utf8) + [0xFF, 0xFF, 0xFF, 0xFF]),
      chunk("eXIf", Array("II*\0".utf8) + [8, 0, 0, 0, 0xFF, 0xFF]),
    ]
    for chunk in chunks { #expect(try !isTurned(picture(chunk))) }
  }

  private func xmp(_ text: String) -> [UInt8] {
    chunk("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0\(text)".utf8))
  }

  @Test func xmpIsReadAsXML() throws {
    for text in [
      "<d tiff:Orientation='6'/>", "<d a='>' tiff:Orientation = \"6\" >",
      "<!-- <d tiff:Orientation='3'/> --><tiff:Orientation>6</tiff:Orientation>",
      "<d xmlns:q='http://ns.adobe.com/tiff/1.0/' q:Orientation='6'/>",
      "<![CDATA[<d tiff:Orientation='1'/>]]><d tiff:Orientation='6'/>",
      "<d tiff:Orientation='0'/><d tiff:Orientation='6'/>",
    ] {
      #expect(try isTurned(picture(xmp(text))), "\(text)")
    }
    for text in [
      "", "<", "<d", "<d tiff:Orientation", "<d tiff:Orientation='6", "<d tiff:Orientation=6/>",
      "<d tiff:Orientation='66'/>", "<d tiff:Orientation='9'/>", "<d tiff:Orientation=''/>",
      "<d tiff:Orientation='6.0'/>", "<d exif:Orientation='6'/>", "<!-- <d tiff:Orientation='6'/>",
      "<!-- <d tiff:Orientation='6'/> -->", "tiff:Orientation='6'", "<tiff:Orientation/>6",
      "<d xmlns:q='http://ns.adobe.com/exif/1.0/' q:Orientation='6'/>",
    ] {
      #expect(try !isTurned(picture(xmp(text))), "\(text)")
    }
  }

  /// A zlib stream that never ends: a zero, then copies of it, 258 bytes for 13 bits.
  private func bomb(copies: Int) -> [UInt8] {
    // A last block with fixed codes; the literal 0 is 00110000.
    var bits: [Bool] =
      [true, true, false] + [false, false, true, true, false, false, false, false]
    // Length 258 is code 285, 11000101; distance 1 is code 0, 00000.
    let copy =
      [true, true, false, false, false, true, false, true] + Array(repeating: false, count: 5)
    for _ in 0..<copies { bits += copy }
    var bytes: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: bits.count, by: 8) {
      let byte = bits[start...].prefix(8).enumerated().reduce(UInt8(0)) {
        $0 | ($1.element ? 1 << $1.offset : 0)
      }
      bytes.append(byte)
    }
    return bytes
  }

  @Test func aTextThatOpensToMuchIsGivenUp() throws {
    // 17000 copies are 4.4 million bytes, more than the 4 MiB that are opened, in 28 kilobytes.
    let trap = chunk("zTXt", Array("Raw profile type exif\0\0".utf8) + bomb(copies: 17_000))
    #expect(try !isTurned(picture(trap)))
    // What stands in a text behind it still counts.
    #expect(try isTurned(picture(trap + profile("\nexif\n 32\n\(exif)"))))
  }

  @Test func inflatingStopsAtItsLimit() {
    func inflate(_ bytes: [UInt8], limit: Int) -> (ci_status, [UInt8]) {
      var out = ci_bytes()
      defer { ci_bytes_free(&out) }
      let status = ci_inflate(bytes, bytes.count, limit, &out)
      return (status, Array(UnsafeBufferPointer(start: out.bytes, count: out.length)))
    }
    let stored: [UInt8] = [0x78, 1, 1, 3, 0, 0xFC, 0xFF, 0, 10, 20, 0, 43, 0, 31]
    #expect(inflate(stored, limit: 3) == (.ok, [0, 10, 20]))
    #expect(inflate(stored, limit: 2) == (.oversized, []))
    #expect(inflate(stored, limit: 0) == (.oversized, []))
    #expect(inflate(stored.dropLast(), limit: 3) == (.damaged, []))
    #expect(inflate(stored.dropLast() + [30], limit: 3) == (.damaged, []))
    #expect(inflate([], limit: 3) == (.damaged, []))
    #expect(inflate(bomb(copies: 100), limit: 10_000) == (.oversized, []))
    #expect(inflate(bomb(copies: 100), limit: 100_000) == (.damaged, []))
  }
}
