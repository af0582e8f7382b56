import Testing

@testable import emscope
