import Foundation

/// Scripts that draw a figure as SVG and as PNG, and that run by themselves.
public struct Gnuplot: Sendable {
  /// The width of a panel in the SVG's units; panels stand side by side, all equally wide, so that a
  /// page can show them below each other where it is narrow.
  public static let panelWidth = 600
  /// The height of a panel in the SVG's units, where a figure does not ask for another.
  public static let panelHeight = 480
  /// Letters of a title that fit over a panel.
  private static let titleLetters = 68

  /// The name of the script and its pictures, without ending.
  public let name: String
  /// Panels side by side, each with its commands, of which the last is `plot`.
  public let panels: [[String]]
  /// Over the first panel, at its left.
  public let title: String
  /// What the script reads, for its first line.
  public let sources: String
  /// Of the fields in those files: `whitespace` or `","`.
  public let separator: String
  /// The figure's height in the SVG's units.
  public let height: Int

  /// Describes a figure.
  public init(
    name: String, panels: [[String]], title: String, sources: String,
    separator: String = "whitespace", height: Int = Gnuplot.panelHeight
  ) {
    self.name = name
    self.panels = panels
    self.title = title
    self.sources = sources
    self.separator = separator
    self.height = height
  }

  /// The script.
  public var script: String {
    let columns = max(panels.count, 1)
    func drawing(_ terminal: String, _ file: String) -> String {
      """
      set terminal \(terminal)
      set output "\(file)"
      set multiplot layout 1,\(columns) title \(titleRoom)
      \(titled.joined().joined(separator: "\n"))
      unset multiplot
      """
    }
    let width = Self.panelWidth * columns
    // A point is 4/3 pixels to pngcairo and one to svg, so twice as large a picture has letters 3/2 as
    // large.
    let font = "font 'Helvetica,14'"
    return """
      # Draws \(name).svg and \(name).png from \(sources): run `gnuplot \(name).gp` in this folder.
      set encoding utf8
      set datafile separator \(separator)
      set border 3 lc rgb "#555555"
      set tics nomirror out tc rgb "#333333"
      set grid ytics lc rgb "#E4E4E4" lw 1
      set style fill transparent solid 0.18 noborder
      \(drawing("svg size \(width),\(height) dynamic \(font) background rgb 'white'", "\(name).svg"))
      set output
      \(drawing("pngcairo size \(2 * width),\(2 * height) \(font) fontscale 1.5 linewidth 2 pointscale 1.6 background rgb 'white'", "\(name).png"))
      set output

      """
  }

  /// The room above the panels, as a title of empty lines.
  private var titleRoom: String {
    "\"" + String(repeating: " \\n", count: titleLines.count - 1) + " \" font \",16\""
  }

  /// The title in at most three lines, each short enough for a panel.
  private var titleLines: [String] {
    var lines: [String] = []
    for word in title.split(separator: " ", omittingEmptySubsequences: true) {
      if let last = lines.last, last.count + word.count < Self.titleLetters {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    guard lines.count > 3 else { return lines.isEmpty ? [""] : lines }
    return Array(lines[0..<2]) + [lines[2] + " …"]
  }

  /// The panels with the title over the first: at its left, so that it lies in the panel alone.
  private var titled: [[String]] {
    guard var first = panels.first, let plot = first.popLast() else { return panels }
    let step = 20.0 / Double(height)
    let labels = titleLines.enumerated().map { index, line in
      let place = String(format: "%.4f", 1 - 0.7 * step - step * Double(index))
      return "set label \(Self.titleTag + index) \(Self.quoted(line)) at "
        + "screen \(String(format: "%.4f", 0.02 / Double(panels.count))),screen \(place) left "
        + "noenhanced font \",16\" tc rgb \"#000000\""
    }
    let ends = titleLines.indices.map { "unset label \(Self.titleTag + $0)" }
    return [first + labels + [plot] + ends] + panels.dropFirst()
  }

  /// The number of the title's first label, far from those of panels.
  private static let titleTag = 9001

  /// A text as gnuplot takes it literally: in single quotes, since in double ones gnuplot runs what
  /// stands between backquotes.
  public static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? " " : Character(scalar)
    }
    return "'" + String(scalars).replacingOccurrences(of: "'", with: "''") + "'"
  }

  /// Runs a script of a folder.
  ///
  /// - Returns: what gnuplot said when it failed; nil when all went well.
  public static func draw(_ name: String, in folder: String) -> String? {
    let process = Process()
    let complaint = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gnuplot", name + ".gp"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    process.standardError = complaint
    guard (try? process.run()) != nil else { return "gnuplot cannot be started" }
    let text = complaint.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus != 0 else { return nil }
    return String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
