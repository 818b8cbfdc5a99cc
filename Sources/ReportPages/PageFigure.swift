import Plotting

/// A figure of gnuplot's made fit for a page: it takes the page's colours, shares no names with other
/// figures of the page, and falls into its panels.
struct PageFigure {
  private let body: String
  private let width: Int
  private let height: Int
  private let prefix: String

  /// Reads an SVG file's text; nil where it is none of gnuplot's.
  init?(_ svg: String) {
    guard let start = svg.firstMatch(of: /<svg\s[^>]*viewBox="0 0 (\d+) (\d+)"[^>]*>/),
      let end = svg.range(of: "</svg>"), start.range.upperBound <= end.lowerBound,
      let width = Int(start.1), let height = Int(start.2)
    else { return nil }
    self.width = width
    self.height = height
    let inside = String(svg[start.range.upperBound..<end.lowerBound])
    prefix = "f\(Self.digest(inside))-"
    body = Self.colored(Self.named(inside, prefix: prefix))
  }

  /// One `<svg>` a panel; those after the first show other parts of the same drawing.
  func html(label: String?) -> String {
    let panels = max(1, width / Gnuplot.panelWidth)
    let share = width / panels
    let role = label.map { "role=\"img\" aria-label=\"\(Self.escaped($0))\"" } ?? "role=\"img\""
    return (0..<panels).map { panel in
      let content =
        panel == 0 ? "<g id=\"\(prefix)all\">\(body)</g>" : "<use href=\"#\(prefix)all\"/>"
      let attributes = panel == 0 ? role : "aria-hidden=\"true\""
      return
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        + "viewBox=\"\(panel * share) 0 \(share) \(height)\" \(attributes)>\(content)</svg>"
    }.joined(separator: "\n")
  }

  /// Names of the figure's own, and without the titles that gnuplot makes up, which pages would show
  /// as hints under the pointer.
  private static func named(_ svg: String, prefix: String) -> String {
    svg.replacing(/<title>(gnuplot_plot_\d+\w*|Gnuplot)<\/title>|<desc>[^<]*<\/desc>/, with: "")
      .replacing(/\sid\s*=\s*['"]([^'"]*)['"]/) { " id=\"\(prefix)\($0.1)\"" }
      .replacing(/xlink:href\s*=\s*['"]#([^'"]*)['"]/) { "href=\"#\(prefix)\($0.1)\"" }
      .replacing(/url\(#([^)]*)\)/) { "url(#\(prefix)\($0.1))" }
  }

  /// Colours in the page's terms: series by their names, greys as mixtures of ink and paper.
  private static func colored(_ svg: String) -> String {
    svg.replacing(/(fill|stroke|color)\s*=\s*['"]([^'"]*)['"]/) { match in
      guard let color = bytes(of: match.2) else { return String(match.0) }
      return "\(match.1)=\"\(pageColor(color))\""
    }
  }

  /// A colour's samples: `#RRGGBB`, `rgb(r,g,b)`, black, gray or white.
  private static func bytes(of text: Substring) -> [Int]? {
    switch text {
    case "black": return [0, 0, 0]
    case "gray": return [128, 128, 128]
    case "white": return [255, 255, 255]
    default: break
    }
    if text.hasPrefix("#"), text.count == 7, let value = Int(text.dropFirst(), radix: 16) {
      return [value >> 16, value >> 8 & 255, value & 255]
    }
    guard let match = text.wholeMatch(of: /rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)/) else {
      return nil
    }
    return [match.1, match.2, match.3].compactMap { Int($0) }
  }

  private static func pageColor(_ color: [Int]) -> String {
    let hexadecimal = "#" + color.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    if let most = color.max(), let least = color.min(), most - least <= 8 {
      let ink = (255 - (most + least) / 2) * 100 / 255
      return "color-mix(in srgb, var(--ink) \(ink)%, var(--paper))"
    }
    let index = Palette.series.firstIndex { $0.light.lowercased() == hexadecimal }
    return index.map { "var(--series-\($0))" } ?? hexadecimal
  }

  /// A name for a drawing that depends on nothing else: the 64-bit FNV-1a hash of its text.
  private static func digest(_ text: String) -> String {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 36)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
