/// Colours that people with any colour vision tell apart: Okabe and Ito 2008,
/// https://jfly.uni-koeln.de/color/.
public enum Palette {
  /// A colour for white paper, and the same one for dark pages.
  public struct Color: Sendable, Equatable {
    /// As figures draw it, `#RRGGBB`.
    public let light: String
    /// The same hue, light enough to read on near-black.
    public let dark: String
  }

  /// The colours of series, in the order in which methods get them.
  public static let series = [
    Color(light: "#0072B2", dark: "#4AA3E0"), Color(light: "#D55E00", dark: "#FF8A3D"),
    Color(light: "#009E73", dark: "#2EC497"), Color(light: "#CC79A7", dark: "#E59CC4"),
    Color(light: "#E69F00", dark: "#F2BC42"), Color(light: "#56B4E9", dark: "#93D2F7"),
    Color(light: "#8C6D1F", dark: "#C0A052"), Color(light: "#000000", dark: "#ECECF0"),
  ]

  /// The colour of the method at a place in the study; gray is grey.
  public static func color(of method: String, at index: Int) -> String {
    method == "gray" ? "#7F7F7F" : series[index % series.count].light
  }

  /// gnuplot's point type of the method at a place in the study: filled circle, square, triangles,
  /// diamond and pentagon, so that colour is never all that tells two series apart.
  public static func mark(at index: Int) -> Int { marks[index % marks.count] }

  private static let marks = [7, 5, 9, 11, 13, 15]

  /// Of published curves.
  public static let published = "#9A9A9A"
}
