import MixtureData
import MixtureEngine

/// Reads a file's text as `points.csv`.
func read(
  _ text: String, columns: String? = nil, label: String? = nil, as file: String = "points.csv",
  _ options: ReadingOptions = ReadingOptions()
) throws -> DataSet {
  try read(Array(text.utf8), columns: columns, label: label, as: file, options)
}

/// Reads a file's bytes as `points.csv`.
func read(
  _ bytes: [UInt8], columns: String? = nil, label: String? = nil, as file: String = "points.csv",
  _ options: ReadingOptions = ReadingOptions()
) throws -> DataSet {
  var options = options
  if let columns { options.columns = try ColumnChoice(columns) }
  if let label { options.labelColumn = label }
  return try TableReader(options).read(bytes, named: file)
}

/// The sentence with which a text is refused.
func refusal(
  _ text: String, columns: String? = nil, label: String? = nil,
  _ options: ReadingOptions = ReadingOptions()
) -> String {
  refusal(Array(text.utf8), columns: columns, label: label, options)
}

/// The sentence with which bytes are refused.
func refusal(
  _ bytes: [UInt8], columns: String? = nil, label: String? = nil,
  _ options: ReadingOptions = ReadingOptions()
) -> String {
  do {
    let dataSet = try read(bytes, columns: columns, label: label, options)
    return "accepted: \(dataSet.points.points)"
  } catch {
    return "\(error)"
  }
}
