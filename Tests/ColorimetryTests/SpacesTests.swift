import Colorimetry
import Imaging
import Testing

@Suite struct SpacesTests {
  /// Golden values: NumPy 2.4.6, the three-decimal matrix times a colour, and `numpy.linalg.inv`.
  @Test func yiqAgreesWithNumPy() {
    let forth = YIQ.components(red: 0.2, green: 0.5, blue: 0.9)
    #expect(abs(forth.y - 0.4559) < 1e-12)
    #expect(abs(forth.i - -0.3076) < 1e-12)
    #expect(abs(forth.q - 0.0615) < 1e-12)
    let back = YIQ.color(y: 0.5, i: 0.05, q: -0.02)
    #expect(abs(back.red - 0.5353798829432757) < 1e-12)
    #expect(abs(back.green - 0.49930183462389816) < 1e-12)
    #expect(abs(back.blue - 0.4108003339976526) < 1e-12)
  }

  @Test func yiqClips() {
    let color = YIQ.color(y: 0.4, i: 0.3, q: -0.2)
    #expect(abs(color.red - 0.5625646923519265) < 1e-12)
    #expect(color.blue == 0)
    #expect(YIQ.color(y: 2, i: 0, q: 0) == (red: 1, green: 1, blue: 1))
  }

  @Test func yiqPlanesAgreeWithSingleColours() {
    let picture = SRGBImage(formulaPicture())
    let planes = YIQ.chrominance(of: picture)
    var luma = Plane(height: picture.height, width: picture.width)
    for index in luma.values.indices {
      let samples = picture.samples[(3 * index)..<(3 * index + 3)]
      let color = Array(samples)
      let components = YIQ.components(red: color[0], green: color[1], blue: color[2])
      luma.values[index] = components.y
      #expect(planes.i.values[index] == components.i)
      #expect(planes.q.values[index] == components.q)
    }
    let back = YIQ.picture(y: luma, i: planes.i, q: planes.q)
    for (sample, original) in zip(back.samples, picture.samples) {
      #expect(abs(sample - original) < 1e-12)
    }
  }

  /// Golden value: scikit-image 0.26.0, `rgb2hsv(picture)[..., 1].mean()`.
  @Test func saturationAgreesWithScikitImage() {
    #expect(abs(formulaPicture().meanSaturation - 0.6819059735516529) < 1e-12)
  }

  @Test func saturationOfPlainPictures() {
    func saturation(_ color: (UInt8, UInt8, UInt8)) -> Double {
      RGBImage(height: 2, width: 3, filledWith: color).meanSaturation
    }
    #expect(saturation((0, 0, 0)) == 0)
    #expect(saturation((255, 255, 255)) == 0)
    #expect(saturation((0, 7, 0)) == 1)
    #expect(saturation((200, 150, 100)) == 0.5)
  }
}
