/// `README.txt` of prepared inputs: shapes, units and protocol for whoever writes a program.
enum PreparedReadMe {
  static let fileName = "README.txt"

  /// The text for some inputs.
  static func text(of inputs: PreparedInputs) -> String {
    """
    Inputs of a colorization benchmark, made by 'hintbench prepare'.

    truth/NAME.png        the true picture, \(inputs.size)x\(inputs.size), 8-bit sRGB: only to judge, never to look at
    gray/NAME.png         its lightness as a grey picture, 8-bit sRGB (the result of the method 'gray')
    lightness/NAME.npy    its CIE L*, 0 to 100 (D65, 2 degrees), float32, shape (\(inputs.size),\(inputs.size)), rows from the top
    manifest.json         the name and SHA-256 of each picture, and the numbers of points that are judged
    \(hints(of: inputs))
    Results
    A method gets the lightness and the first n points, and gives one of two:
    NAME.png              the colorized picture, 8-bit sRGB, of the size of truth/NAME.png. Join your a* and b*
                          with the true L*, convert to sRGB, clip to 0..1, multiply by 255 and truncate
                          (do not round): the true picture is judged like that, too
    NAME.npy              a* and b*, float32 or float64, shape (2,\(inputs.size),\(inputs.size)): the rest is done for you, and
                          ab_rmse is exact. Where both are there, the picture is judged, and ab_rmse from this
    Put them into RESULTS/METHOD/POINTS/, such as RESULTS/mine/10/NAME.png, and judge them:

      hintbench score truth RESULTS --output SCORES

    """
  }

  private static func hints(of inputs: PreparedInputs) -> String {
    guard !inputs.hints.oracles.isEmpty else {
      return following(inputs.hints.following)
    }
    var lines: [String] = []
    for oracle in inputs.hints.oracles {
      let counts = oracle.counts.map(String.init).joined(separator: ", ")
      lines.append("hints/\(oracle.name)/NAME.csv")
      lines.append(
        "                      the points of the oracle '\(oracle.name)': the first n rows are those of n points."
      )
      lines.append(
        "                      row and column: centre of a square patch, from 0 at the top left; size: its side,"
      )
      lines.append(
        "                      odd, in pixels; a and b: its mean true a* and b*. Later points lie over earlier ones"
      )
      lines.append("                      judged at \(counts) points")
    }
    return lines.joined(separator: "\n") + "\n" + following(inputs.hints.following)
  }

  private static func following(_ oracles: [String]) -> String {
    guard !oracles.isEmpty else { return "" }
    return
      "\nThe points of \(oracles.joined(separator: ", ")) follow the method's own prediction, so they "
      + "cannot be given\nbeforehand: a method in Swift can be run under them by 'hintbench run'.\n"
  }
}
