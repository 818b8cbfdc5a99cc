/// Colours that people with any colour vision tell apart: Okabe and Ito 2008,
/// https://jfly.uni-koeln.de/color/.
public enum Palette {
  private static let colors = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8C6D1F", "#000000",
  ]

  /// The colour of the method at a place in the study; gray is grey.
  public static func color(of method: String, at index: Int) -> String {
    method == "gray" ? "#7F7F7F" : colors[index % colors.count]
  }

  /// Of published curves.
  public static let published = "#9A9A9A"
}
