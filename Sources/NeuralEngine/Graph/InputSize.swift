extension Graph {
  /// How large an input is.
  public enum InputSize: Sendable, Hashable {
    /// As large as the pictures that the network is compiled for.
    case picture
    /// One n-th of the picture's sides, rounded up.
    case fraction(Int)
    /// One pixel.
    case vector
    /// So many pixels whatever the picture's size.
    case fixed(height: Int, width: Int)

    /// The size for a picture.
    func resolved(height: Int, width: Int) -> (height: Int, width: Int) {
      switch self {
      case .picture: (height, width)
      case .fraction(let n): ((height + n - 1) / n, (width + n - 1) / n)
      case .vector: (1, 1)
      case .fixed(let height, let width): (height, width)
      }
    }
  }
}
