import Foundation

/// Text inside HTML and XML.
enum Markup {
  /// Text that stays text wherever it stands in HTML or XML, attributes included, and where `${…}`
  /// stands for a column. Characters that XML does not know are left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "$": result += "&#36;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      default: if isXML(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// The characters of XML 1.0, https://www.w3.org/TR/xml/#charsets.
  private static func isXML(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  /// Text as a CDATA section; the end mark inside it is split over two sections.
  static func characterData(_ text: String) -> String {
    let clean = String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { isXML($0) || $0 == "\t" || $0 == "\n" || $0 == "\r" }))
    return "<![CDATA[" + clean.replacingOccurrences(of: "]]>", with: "]]]]><![CDATA[>") + "]]>"
  }

  /// JSON for a `<script>` of data: nothing in it can end the element.
  static func inScript(_ json: String) -> String {
    json.replacingOccurrences(of: "<", with: "\\u003c")
      .replacingOccurrences(of: "\u{2028}", with: "\\u2028")
      .replacingOccurrences(of: "\u{2029}", with: "\\u2029")
  }

  /// Headings, paragraphs and bold words of a Markdown text; anything else stays as it is written.
  static func html(markdown: String) -> String {
    var paragraphs: [String] = []
    var lines: [String] = []
    func close() {
      if !lines.isEmpty { paragraphs.append("<p>\(bold(lines.joined(separator: " ")))</p>") }
      lines = []
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.trimmingCharacters(in: .whitespaces)
      let level = text.prefix { $0 == "#" }.count
      if (1...6).contains(level), text.dropFirst(level).first == " " {
        close()
        let heading = bold(text.dropFirst(level + 1).trimmingCharacters(in: .whitespaces))
        paragraphs.append("<h\(level)>\(heading)</h\(level)>")
      } else if text.isEmpty {
        close()
      } else {
        lines.append(text)
      }
    }
    close()
    return paragraphs.joined(separator: "\n")
  }

  /// `**word**` as bold; an odd mark at the end stays.
  private static func bold(_ text: String) -> String {
    let parts = text.components(separatedBy: "**")
    return parts.enumerated().map { index, part in
      let text = escaped(part)
      if index % 2 == 0 { return text }
      return index == parts.count - 1 ? "**" + text : "<strong>\(text)</strong>"
    }.joined()
  }
}
