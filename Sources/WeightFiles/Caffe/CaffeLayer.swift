/// One layer of a Caffe model: a `LayerParameter` message, or the older `V1LayerParameter`.
struct CaffeLayer {
  private(set) var name = ""
  private(set) var type = ""
  private(set) var blobs: [ByteView] = []

  /// A layer of the present kind.
  init(_ message: ByteView) throws(CaffeFault) {
    var reader = ProtobufReader(message)
    while let field = try reader.next() {
      switch field.number {
      case 1: name = try field.text()
      case 2: type = try field.text()
      case 7: blobs.append(try field.bytes())
      default: break
      }
    }
  }

  /// A layer of the older kind, whose type is a number.
  init(version1 message: ByteView) throws(CaffeFault) {
    var reader = ProtobufReader(message)
    while let field = try reader.next() {
      switch field.number {
      case 4: name = try field.text()
      case 5:
        let number = try field.integer()
        type = Self.version1Types[number] ?? "\(number)"
      case 6: blobs.append(try field.bytes())
      default: break
      }
    }
  }

  /// The present names of the types of older layers.
  private static let version1Types = [
    0: "None", 1: "Accuracy", 2: "BNLL", 3: "Concat", 4: "Convolution", 5: "Data", 6: "Dropout",
    7: "EuclideanLoss", 8: "Flatten", 9: "HDF5Data", 10: "HDF5Output", 11: "Im2col",
    12: "ImageData", 13: "InfogainLoss", 14: "InnerProduct", 15: "LRN",
    16: "MultinomialLogisticLoss", 17: "Pooling", 18: "ReLU", 19: "Sigmoid", 20: "Softmax",
    21: "SoftmaxWithLoss", 22: "Split", 23: "TanH", 24: "WindowData", 25: "Eltwise", 26: "Power",
    27: "SigmoidCrossEntropyLoss", 28: "HingeLoss", 29: "MemoryData", 30: "ArgMax",
    31: "Threshold", 32: "DummyData", 33: "Slice", 34: "MVN", 35: "AbsVal", 36: "Silence",
    37: "ContrastiveLoss", 38: "Exp", 39: "Deconvolution",
  ]
}
