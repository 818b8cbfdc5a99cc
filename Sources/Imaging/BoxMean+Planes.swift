extension BoxMean {
  /// The means of a plane around every pixel.
  ///
  /// - Parameter plane: of the height and width that this was made for.
  public mutating func average(_ plane: Plane) -> Plane {
    average { row, values in
      for column in 0..<plane.width { values[column] = plane.values[row * plane.width + column] }
    }
    return Plane(height: plane.height, width: plane.width, values: Array(means))
  }
}
