import Colorimetry
import Imaging
import Testing

/// Golden values: scikit-image 0.26.0, `skimage.color.rgb2lab` of 8-bit colours.
@Suite struct LabTests {
  @Test(arguments: [
    ((0, 0, 0), (0.0, 0.0, 0.0)),
    ((255, 255, 255), (100.0, -0.0024549378620508655, 0.004653421154054982)),
    ((255, 0, 0), (53.2405879437449, 80.0923082256922, 67.2027510444287)),
    ((0, 255, 0), (87.73509948831895, -86.18302974439501, 83.17970317538452)),
    ((0, 0, 255), (32.29567256501351, 79.18559091176556, -107.85730020669489)),
    ((1, 2, 3), (0.5098250675092579, -0.12249030481625844, -0.470496076550625)),
    ((10, 11, 12), (2.984614289837282, -0.11720069376322528, -0.5055173964567172)),
    ((128, 128, 128), (53.58501345216902, -0.0014726455530578164, 0.0027914514965754478)),
    ((200, 30, 90), (44.160887008818015, 65.80664257292712, 10.61500192571333)),
  ])
  func measuresAsScikitImage(_ rgb: (Int, Int, Int), _ lab: (Double, Double, Double)) {
    let color = (UInt8(rgb.0), UInt8(rgb.1), UInt8(rgb.2))
    let measured = [
      LabImage(RGBImage(height: 1, width: 1, filledWith: color))[0, 0],
      LabImage(SRGBImage(RGBImage(height: 1, width: 1, filledWith: color)))[0, 0],
      LabColor(
        red: Double(rgb.0) / 255, green: Double(rgb.1) / 255, blue: Double(rgb.2) / 255),
    ]
    for color in measured {
      #expect(abs(color.lightness - lab.0) < 1e-9)
      #expect(abs(color.a - lab.1) < 1e-9)
      #expect(abs(color.b - lab.2) < 1e-9)
    }
  }

  @Test func measuresAPictureAsScikitImage() {
    let lab = LabImage(formulaPicture())
    #expect(abs(mean(lab.lightness.values) - 58.237449041272676) < 1e-9)
    #expect(abs(mean(lab.chrominance.a.values) - 5.797762872162683) < 1e-9)
    #expect(abs(mean(lab.chrominance.b.values) - 4.07006200461517) < 1e-9)
    #expect(abs(lab[5, 7].lightness - 89.43900267878719) < 1e-9)
    #expect(abs(lab[5, 7].a - -52.60782692562754) < 1e-9)
    #expect(abs(lab[23, 31].b - -0.6074949163736854) < 1e-9)
  }

  /// Golden values: an independent NumPy 2.4.6 implementation of the inverse with the inverse
  /// matrix of `numpy.linalg.inv`; the last five lie outside sRGB.
  @Test(arguments: [
    ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0)),
    ((100.0, 0.0, 0.0), (1.0, 0.9999954233438438, 1.0)),
    ((1.0, 0.0, 0.0), (0.014303344450605061, 0.014303088575742988, 0.014304397980110059)),
    ((50.0, 20.0, -30.0), (0.4963614436870912, 0.42925764101737435, 0.6668388990840572)),
    ((50.0, 100.0, -100.0), (0.7043985476583445, 0.0, 1.0)),
    ((90.0, -80.0, 90.0), (0.3356168733624075, 1.0, 0.0)),
    ((20.0, 0.0, 80.0), (0.2618054477040147, 0.18187681474888695, 0.0)),
    ((5.0, -10.0, -60.0), (0.0, 0.11599760131329476, 0.39176451971922016)),
    ((97.0, -110.0, 110.0), (0.0, 1.0, 0.0)),
  ])
  func rendersAsTheReference(
    _ lab: (Double, Double, Double), _ rgb: (Double, Double, Double)
  ) {
    let color = LabColor(lightness: lab.0, a: lab.1, b: lab.2)
    let image = image([color], width: 1).srgb()
    for samples in [[color.srgb.red, color.srgb.green, color.srgb.blue], image.samples] {
      #expect(abs(samples[0] - rgb.0) < 1e-12)
      #expect(abs(samples[1] - rgb.1) < 1e-12)
      #expect(abs(samples[2] - rgb.2) < 1e-12)
    }
  }

  @Test func returnsToEveryShadeItStartedFrom() {
    let steps: [UInt8] = [0, 1, 5, 10, 11, 12, 63, 64, 127, 190, 240, 254, 255]
    var pixels: [UInt8] = []
    for red in steps {
      for green in steps { for blue in steps { pixels += [red, green, blue] } }
    }
    let picture = RGBImage(height: 1, width: pixels.count / 3, pixels: pixels)
    let back = LabImage(picture).srgb().samples
    let furthest = zip(back, pixels).map { abs(255 * $0 - Double($1)) }.max() ?? .infinity
    // The thresholds of the transfer function have four digits and leave a gap near black.
    #expect(furthest < 1e-3)
  }

  @Test func truncatesDirectlyAsThroughSamples() {
    var colors: [LabColor] = []
    for lightness in stride(from: 0.0, through: 104, by: 2.6) {
      for a in stride(from: -120.0, through: 120, by: 7.5) {
        for b in stride(from: -120.0, through: 120, by: 7.5) {
          colors.append(LabColor(lightness: lightness, a: a, b: b))
        }
      }
    }
    let lab = image(colors, width: 33)
    #expect(lab.truncated() == lab.srgb().truncated())
    // A measured picture lies on the edge of truncation, where a last bit moves a sample by 1.
    let measured = LabImage(formulaPicture())
    let pairs = zip(measured.truncated().pixels, measured.srgb().truncated().pixels)
    let differences = pairs.map { abs(Int($0) - Int($1)) }
    #expect(differences.allSatisfy { $0 <= 1 })
    #expect(differences.count { $0 == 1 } * 20 < differences.count)
  }

  @Test func truncatesWhatIsNotANumberToBlack() {
    let odd = LabColor(lightness: 50, a: .nan, b: .infinity)
    let picture = image([odd], width: 1).truncated()
    #expect(picture.pixels.count == 3)
    let samples = SRGBImage(height: 1, width: 1, samples: [.nan, -3, 7]).truncated()
    #expect(samples.pixels == [0, 0, 255])
  }

  @Test func everyByteSurvivesSamples() {
    let pixels = (0..<768).map { UInt8($0 / 3) }
    let picture = RGBImage(height: 16, width: 16, pixels: pixels)
    #expect(SRGBImage(picture).truncated() == picture)
  }

  @Test func truncationNeverRounds() {
    let picture = SRGBImage(height: 1, width: 1, samples: [1.999 / 255, 254.999 / 255, 0.5])
    #expect(picture.truncated().pixels == [1, 254, 127])
  }

  /// Golden values: the green sample of an independent NumPy 2.4.6 inverse of (L*, 0, 0).
  @Test func graysAsTheReference() {
    let lightness = Plane(height: 1, width: 7, values: [0, 0.5, 5, 8, 50, 75.5, 100])
    let golden = [
      0.0, 0.007151544287871517, 0.06602999326987374, 0.09221192844781412, 0.4663243477360152,
      0.7292498723524622, 0.9999954233438438,
    ]
    let levels = LabImage.grayLevel(ofLightness: lightness).values
    for (level, golden) in zip(levels, golden) { #expect(abs(level - golden) < 1e-12) }
    let gray = SRGBImage.gray(fromLightness: lightness)
    #expect(gray.samples == levels.flatMap { [$0, $0, $0] })
  }

  private func image(_ colors: [LabColor], width: Int) -> LabImage {
    let height = colors.count / width
    func plane(_ part: KeyPath<LabColor, Double>) -> Plane {
      Plane(height: height, width: width, values: colors.map { $0[keyPath: part] })
    }
    return LabImage(
      lightness: plane(\.lightness), chrominance: Chrominance(a: plane(\.a), b: plane(\.b)))
  }
}
