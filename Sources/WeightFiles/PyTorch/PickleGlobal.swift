/// The Python objects a pickle may name. None of them is called: they are only recognised.
enum PickleGlobal: Equatable {
  case orderedDictionary
  case rebuildTensor
  case rebuildTensorV2
  case rebuildParameter
  case size
  case storage(ElementType)

  /// The object of a dotted name; nil for everything else there is.
  init?(_ name: String) {
    switch name {
    case "collections.OrderedDict": self = .orderedDictionary
    case "torch._utils._rebuild_tensor": self = .rebuildTensor
    case "torch._utils._rebuild_tensor_v2": self = .rebuildTensorV2
    case "torch._utils._rebuild_parameter": self = .rebuildParameter
    case "torch.Size": self = .size
    case "torch.DoubleStorage": self = .storage(.float64)
    case "torch.FloatStorage": self = .storage(.float32)
    case "torch.HalfStorage": self = .storage(.float16)
    case "torch.BFloat16Storage": self = .storage(.bfloat16)
    case "torch.LongStorage": self = .storage(.int64)
    case "torch.IntStorage": self = .storage(.int32)
    case "torch.ShortStorage": self = .storage(.int16)
    case "torch.CharStorage": self = .storage(.int8)
    case "torch.ByteStorage": self = .storage(.uint8)
    case "torch.BoolStorage": self = .storage(.bool)
    default: return nil
    }
  }
}
