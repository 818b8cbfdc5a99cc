import Foundation

/// Scripts that draw a figure as SVG and as PNG, and that run by themselves.
public struct Gnuplot: Sendable {
  /// The name of the script and its pictures, without ending.
  public let name: String
  /// Panels side by side, each with its commands.
  public let panels: [[String]]
  /// Over all panels.
  public let title: String
  /// What the script reads, for its first line.
  public let sources: String
  /// Of the fields in those files: `whitespace` or `","`.
  public let separator: String

  /// Describes a figure.
  public init(
    name: String, panels: [[String]], title: String, sources: String,
    separator: String = "whitespace"
  ) {
    self.name = name
    self.panels = panels
    self.title = title
    self.sources = sources
    self.separator = separator
  }

  /// The script.
  public var script: String {
    let columns = max(panels.count, 1)
    func drawing(_ terminal: String, _ file: String) -> String {
      """
      set terminal \(terminal)
      set output "\(file)"
      set multiplot layout 1,\(columns) title \(Self.quoted(title)) font ",15" noenhanced
      \(panels.joined().joined(separator: "\n"))
      unset multiplot
      """
    }
    let width = 620 * columns
    return """
      # Draws \(name).svg and \(name).png from \(sources): run `gnuplot \(name).gp` in this folder.
      set encoding utf8
      set datafile separator \(separator)
      set border 3 lc rgb "#555555"
      set tics nomirror out tc rgb "#333333"
      set grid ytics lc rgb "#E4E4E4" lw 1
      set style fill transparent solid 0.18 noborder
      \(drawing("svg size \(width),480 dynamic font 'Helvetica,13' background rgb 'white'", "\(name).svg"))
      set output
      \(drawing("pngcairo size \(2 * width),960 font 'Helvetica,13' fontscale 2 linewidth 2 pointscale 1.6 background rgb 'white'", "\(name).png"))
      set output

      """
  }

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
