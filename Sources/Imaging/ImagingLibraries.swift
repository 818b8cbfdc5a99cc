import CImageCodecs

/// The libraries that pictures are read and written with.
public enum ImagingLibraries {
  /// Versions by name.
  public static var versions: [String: String] {
    [
      "libpng": String(cString: ci_png_version()),
      "libjpeg-turbo": String(cString: ci_jpeg_version()),
    ]
  }
}
