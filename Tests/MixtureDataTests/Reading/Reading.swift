import MixtureData
import MixtureEngine

/// Reads a file's text as `points.csv`.
func read(
  _ text: String, columns: String? = nil, label: String? = nil
) throws -> DataSet {
  try read(Array(text.utf8), columns: columns, label: label)
}

/// Reads a file's bytes as `points.csv`.
func read(
  _ bytes: [UInt8], columns: String? = nil, label: String? = nil
) throws -> DataSet {
  let reader = TableReader(columns: try columns.map { try ColumnChoice($0) }, labelColumn: label)
  return try reader.read(bytes, named: "points.csv")
}

/// The sentence with which a text is refused.
func refusal(_ text: String, columns: String? = nil, label: String? = nil) -> String {
  refusal(Array(text.utf8), columns: columns, label: label)
}

/// The sentence with which bytes are refused.
func refusal(_ bytes: [UInt8], columns: String? = nil, label: String? = nil) -> String {
  do {
    let dataSet = try read(bytes, columns: columns, label: label)
    return "accepted: \(dataSet.points.points)"
  } catch {
    return "\(error)"
  }
}
