/// The operations of a pickle that a state dictionary needs.
enum PickleOpcode: UInt8 {
  case proto = 0x80
  case frame = 0x95
  case stop = 0x2E
  case mark = 0x28
  case none = 0x4E
  case newTrue = 0x88
  case newFalse = 0x89
  case binInt = 0x4A
  case binInt1 = 0x4B
  case binInt2 = 0x4D
  case long1 = 0x8A
  case long4 = 0x8B
  case binFloat = 0x47
  case shortBinString = 0x55
  case binString = 0x54
  case shortBinUnicode = 0x8C
  case binUnicode = 0x58
  case binUnicode8 = 0x8D
  case emptyTuple = 0x29
  case tuple = 0x74
  case tuple1 = 0x85
  case tuple2 = 0x86
  case tuple3 = 0x87
  case emptyList = 0x5D
  case append = 0x61
  case appends = 0x65
  case emptyDictionary = 0x7D
  case setItem = 0x73
  case setItems = 0x75
  case binPut = 0x71
  case longBinPut = 0x72
  case memoize = 0x94
  case binGet = 0x68
  case longBinGet = 0x6A
  case global = 0x63
  case stackGlobal = 0x93
  case reduce = 0x52
  case build = 0x62
  case binPersistentID = 0x51

  /// What Python calls the operations that are refused.
  static func refusedName(_ code: UInt8) -> String? {
    switch code {
    case 0x69: "INST"
    case 0x6F: "OBJ"
    case 0x81: "NEWOBJ"
    case 0x92: "NEWOBJ_EX"
    case 0x82: "EXT1"
    case 0x83: "EXT2"
    case 0x84: "EXT4"
    case 0x30: "POP"
    case 0x31: "POP_MARK"
    case 0x32: "DUP"
    case 0x46: "FLOAT"
    case 0x49: "INT"
    case 0x4C: "LONG"
    case 0x50: "PERSID"
    case 0x53: "STRING"
    case 0x56: "UNICODE"
    case 0x42: "BINBYTES"
    case 0x43: "SHORT_BINBYTES"
    case 0x8E: "BINBYTES8"
    case 0x96: "BYTEARRAY8"
    case 0x97: "NEXT_BUFFER"
    case 0x98: "READONLY_BUFFER"
    case 0x64: "DICT"
    case 0x6C: "LIST"
    case 0x67: "GET"
    case 0x70: "PUT"
    case 0x8F: "EMPTY_SET"
    case 0x90: "ADDITEMS"
    case 0x91: "FROZENSET"
    default: nil
    }
  }
}
