import Testing

@testable import MixtureData
