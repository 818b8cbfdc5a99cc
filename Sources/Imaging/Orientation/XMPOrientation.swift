extension ExifOrientation {
  /// What an XMP packet begins with in a JPEG's APP1 segment.
  static let xmpPrefix = Array("http://ns.adobe.com/xap/1.0/\0".utf8)

  /// Reads `tiff:Orientation` from an XMP packet; nil where it is absent or none of the eight.
  ///
  /// It is an attribute of an element or an element of its own; what prefix stands for the namespace,
  /// the packet says.
  ///
  /// - Parameter xmp: XML in UTF-8.
  init?(xmp: ArraySlice<UInt8>) {
    var names = [Array("tiff:Orientation".utf8)]
    func isOrientation(_ name: ArraySlice<UInt8>) -> Bool {
      names.contains { $0.elementsEqual(name) }
    }
    var tags = XMLTags(xmp)
    while let tag = tags.next() {
      for attribute in tag.attributes where attribute.name.starts(with: Self.declaration) {
        guard attribute.value.elementsEqual(Self.tiffNamespace), names.count < Self.mostPrefixes
        else { continue }
        let name = attribute.name.dropFirst(Self.declaration.count) + Self.property
        if !isOrientation(name) { names.append(Array(name)) }
      }
      let attribute = tag.attributes.first { isOrientation($0.name) }?.value
      let element = isOrientation(tag.name) ? tag.text : nil
      for value in [attribute, element].compactMap(\.self) {
        if let found = Self.value(value) {
          self = found
          return
        }
      }
    }
    return nil
  }

  private static let tiffNamespace = Array("http://ns.adobe.com/tiff/1.0/".utf8)
  private static let declaration = Array("xmlns:".utf8)
  private static let property = Array(":Orientation".utf8)
  /// Prefixes of one namespace that are kept in mind.
  private static let mostPrefixes = 8

  private static func value(_ text: ArraySlice<UInt8>) -> ExifOrientation? {
    let trimmed = text.drop(while: XMLTags.isSpace)
    guard let digit = trimmed.first, trimmed.dropFirst().allSatisfy(XMLTags.isSpace) else {
      return nil
    }
    return ExifOrientation(rawValue: Int(digit) - Int(UInt8(ascii: "0")))
  }
}

/// The opening tags of an XML text, one after the other, each with the text up to the next tag;
/// comments, instructions, declarations and CDATA aside. Entities are left as they are, and nothing is
/// ever opened or fetched.
struct XMLTags {
  /// An opening tag.
  struct Tag {
    /// The element's name, with its prefix.
    let name: ArraySlice<UInt8>
    /// Its attributes, with their prefixes; values without quotes.
    let attributes: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)]
    /// What stands between this tag and the next; empty behind a tag that closes itself.
    let text: ArraySlice<UInt8>
  }

  private var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) {
    rest = text
  }

  static func isSpace(_ character: UInt8) -> Bool {
    character == 0x20 || (0x09...0x0D).contains(character)
  }

  /// The next opening tag; nil at the end, or where the text is no XML.
  mutating func next() -> Tag? {
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      let asides = [("!--", "-->"), ("![CDATA[", "]]>"), ("?", "?>"), ("!", ">"), ("/", ">")]
      if let aside = asides.first(where: { rest.starts(with: $0.0.utf8) }) {
        guard skip(past: Array(aside.1.utf8)) else { return nil }
        continue
      }
      return tag()
    }
    return nil
  }

  private mutating func tag() -> Tag? {
    let name = take { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    var attributes: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []
    while true {
      let gap = take { Self.isSpace($0) || $0 == UInt8(ascii: "/") }
      guard let character = rest.first else { return nil }
      if character == UInt8(ascii: ">") {
        rest = rest.dropFirst()
        let isClosed = gap.last == UInt8(ascii: "/")
        let text = isClosed ? rest.prefix(0) : rest.prefix { $0 != UInt8(ascii: "<") }
        return Tag(name: name, attributes: attributes, text: text)
      }
      let key = take { !Self.isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") }
      _ = take(Self.isSpace)
      guard rest.first == UInt8(ascii: "=") else { return nil }
      rest = rest.dropFirst()
      _ = take(Self.isSpace)
      guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return nil
      }
      rest = rest.dropFirst()
      let value = take { $0 != quote }
      guard !rest.isEmpty else { return nil }
      rest = rest.dropFirst()
      attributes.append((key, value))
    }
  }

  private mutating func take(_ isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let taken = rest.prefix(while: isWanted)
    rest = rest[taken.endIndex...]
    return taken
  }

  /// Goes on behind the next occurrence of some bytes; false where there is none.
  private mutating func skip(past end: [UInt8]) -> Bool {
    while let place = rest.firstIndex(of: end[0]) {
      rest = rest[place...]
      if rest.starts(with: end) {
        rest = rest.dropFirst(end.count)
        return true
      }
      rest = rest.dropFirst()
    }
    return false
  }
}
