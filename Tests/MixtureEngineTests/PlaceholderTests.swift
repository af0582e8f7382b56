import Testing

@testable import MixtureEngine
