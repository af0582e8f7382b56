import CMixtureKernels

/// How the fast pass over the points is run; results depend on it in their last bits at most.
@_spi(Benchmarks) public struct PassOptions: Sendable {
  /// The instructions that a pass may use.
  public enum InstructionSet: String, CaseIterable, Sendable {
    /// The widest that this processor has.
    case automatic
    /// What every processor of the architecture has: SSE2 or NEON.
    case baseline
    /// AVX2 with fused multiply-add.
    case avx2
    /// AVX-512.
    case avx512

    /// Whether this processor has it.
    public var isSupported: Bool { kernelSupports(kernel) }

    var kernel: KernelInstructionSet {
      switch self {
      case .automatic: KernelInstructionSetAutomatic
      case .baseline: KernelInstructionSetBaseline
      case .avx2: KernelInstructionSetAVX2
      case .avx512: KernelInstructionSetAVX512
      }
    }
  }

  /// The instructions; where they are not supported, the widest that are.
  public var instructionSet: InstructionSet
  /// The greatest number of threads, or 0 for as many as there are processors.
  ///
  /// Results are the same to the bit for any number.
  public var threads: Int

  /// Whether every component is asked about every point, even where its share is below rounding.
  public var isDense: Bool

  /// Options; those left out are the fastest.
  public init(
    instructionSet: InstructionSet = .automatic, threads: Int = 0, isDense: Bool = false
  ) {
    self.instructionSet = instructionSet
    self.threads = threads
    self.isDense = isDense
  }

  /// How many processors there are for this process.
  static var processors: Int { Int(kernelProcessorCount()) }

  var kernel: KernelOptions {
    KernelOptions(instructionSet: instructionSet.kernel, threads: Int32(clamping: threads))
  }
}
