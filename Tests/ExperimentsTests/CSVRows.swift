/// The rows of a CSV text by RFC 4180, written apart from the reader and writer under test; nil
/// where the quoting is broken.
func csvRows(_ text: String) -> [[String]]? {
  var rows: [[String]] = []
  var row: [String] = []
  var field = ""
  var quoted = false
  var scalars = Array(text.unicodeScalars)[...]
  while let scalar = scalars.popFirst() {
    switch (scalar, quoted) {
    case ("\"", true) where scalars.first == "\"":
      field.append("\"")
      scalars.removeFirst()
    case ("\"", true):
      guard [",", "\n"].contains(scalars.first) else { return nil }
      quoted = false
    case ("\"", false):
      guard field.isEmpty else { return nil }
      quoted = true
    case (",", false):
      row.append(field)
      field = ""
    case ("\n", false):
      rows.append(row + [field])
      (row, field) = ([], "")
    default: field.unicodeScalars.append(scalar)
    }
  }
  return quoted || !row.isEmpty || !field.isEmpty ? nil : rows
}
