# frozen_string_literal: true

# The formula of a release: .ci/release writes the address, the version and the checksum into it.
class Emscope < Formula
  desc "See the EM algorithm for Gaussian mixtures in a terminal"
  homepage "@HOME_PAGE@"
  url "@HOME_PAGE@/releases/download/v@VERSION@/emscope-@VERSION@.tar.gz"
  sha256 "@SHA256@"
  license "MIT"

  depends_on xcode: ["26.0", :build]
  depends_on macos: :sequoia
  uses_from_macos "swift" => :build, since: :tahoe # 6.2
  uses_from_macos "ncurses"

  def install
    # Homebrew builds in a sandbox of its own; on Linux, Swift's libraries are not where it runs.
    platform = OS.mac? ? "--disable-sandbox" : "--static-swift-stdlib"
    system "swift", "build", "-c", "release", "--product", "emscope", platform
    bin.install ".build/release/emscope"
    generate_completions_from_executable(bin/"emscope", "--generate-completion-script")
  end

  test do
    assert_equal version.to_s, shell_output("#{bin}/emscope --version").strip
    assert_match "-1130.2639", shell_output("#{bin}/emscope fit old-faithful -k 2 --start k-means++ --seed 1")
  end
end
