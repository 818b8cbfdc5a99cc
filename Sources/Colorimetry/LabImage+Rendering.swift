import Imaging

extension LabImage {
  /// The picture in companded sRGB, clipped to 0…1.
  ///
  /// XYZ below 0 from large b* and linear light below 0 are cut first, as scikit-image does.
  public func srgb() -> SRGBImage {
    var samples = CIELAB.linear(self)
    samples.withUnsafeMutableBufferPointer { samples in
      for index in samples.indices { samples[index] = Companding.compress(samples[index]) }
    }
    return SRGBImage(height: height, width: width, samples: samples)
  }

  /// The picture in truncated 8-bit sRGB: `srgb().truncated()` but for last bits, and several
  /// times faster.
  ///
  /// An 8-bit picture measured and rendered again lies on the edge of truncation, so that about
  /// half of its samples come back one level lower, and which ones depends on the last bit of the
  /// arithmetic. `CColorimetry` therefore rounds every step exactly; between two implementations
  /// that do not, the PSNR of a result moves by up to about 0.01 dB.
  public func truncated() -> RGBImage {
    let linear = CIELAB.linear(self)
    let pixels = ByteLevels.shared.withLookup { levels in
      [UInt8](unsafeUninitializedCapacity: linear.count) { pixels, initialized in
        for index in linear.indices { pixels[index] = levels.level(linear[index]) }
        initialized = linear.count
      }
    }
    return RGBImage(height: height, width: width, pixels: pixels)
  }
}
