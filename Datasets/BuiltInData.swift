/// The data sets that are compiled into the program, so that it needs no file at run time.
public enum BuiltInData {
  /// The file of a data set, byte for byte, or `nil` for an unknown name.
  public static func bytes(of name: String) -> [UInt8]? {
    switch name {
    case "old-faithful": PackageResources.old_faithful_csv
    case "iris": PackageResources.iris_csv
    case "penguins": PackageResources.penguins_csv
    case "fiji-earthquakes": PackageResources.fiji_earthquakes_csv
    case "well-separated": PackageResources.well_separated_csv
    case "overlapping": PackageResources.overlapping_csv
    case "anisotropic": PackageResources.anisotropic_csv
    case "unequal-variance": PackageResources.unequal_variance_csv
    case "unequal-weights": PackageResources.unequal_weights_csv
    case "mouse": PackageResources.mouse_csv
    case "two-pairs": PackageResources.two_pairs_csv
    case "near-collinear": PackageResources.near_collinear_csv
    case "outliers": PackageResources.outliers_csv
    case "moons": PackageResources.moons_csv
    case "rings": PackageResources.rings_csv
    case "crossing-lines": PackageResources.crossing_lines_csv
    case "no-clusters": PackageResources.no_clusters_csv
    default: nil
    }
  }
}
