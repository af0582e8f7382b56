import BuiltInData
import MixtureEngine
import SwiftCSV
