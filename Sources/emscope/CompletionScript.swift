import ArgumentParser

/// The script that completes words in a shell: the parser's, with what the parser has no means for.
///
/// The parser knows no words that are either names or files, and to its scripts nothing can follow
/// a first word that is no subcommand. Here such a line is one of `explore`, the default.
enum CompletionScript {
  /// What stands for all files in a list of names, until the script is completed.
  fileprivate static let files = "FILES"

  /// A message of the parser, with the additions if it is a script of completions.
  static func completed(_ message: String) -> String {
    switch CompletionShell.requesting {
    case .bash: bash(message)
    case .zsh: zsh(message)
    case .fish: fish(message)
    default: message
    }
  }

  /// The first word may be a subcommand or belong to `explore`: both are asked.
  private static func bash(_ script: String) -> String {
    let byDefault = """
      _emscope_by_default() {
          if [[ "${COMP_CWORD}" -gt 1 ]]; then
              case "${COMP_WORDS[1]}" in
              \(Emscope.commandNames.joined(separator: "|")))
                  _emscope "${@}"
                  return
                  ;;
              esac
          else
              _emscope "${@}"
          fi
          local -a COMP_WORDS=("${COMP_WORDS[0]}" explore "${COMP_WORDS[@]:1}")
          local -i COMP_CWORD="$((COMP_CWORD + 1))"
          _emscope "${@}"
      }

      complete -o filenames -F _emscope_by_default emscope
      """
    return
      script
      .replacing("'$'\\n''\(files)'", with: "'\n        __emscope_add_completions -f")
      .replacing("complete -o filenames -F _emscope emscope", with: byDefault)
  }

  /// The functions of the parser's script go on under other names.
  private static func zsh(_ script: String) -> String {
    let byDefault = """
      functions[__emscope_complete_names]="${functions[__emscope_complete]}"
      __emscope_complete() {
          local -ar names=("${@:#\(files)}")
          local -i ret=1
          (( ${#names} )) && __emscope_complete_names "${names[@]}" && ret=0
          (( ${#names} < # )) && _files && ret=0
          return "${ret}"
      }

      functions[__emscope_with_subcommand]="${functions[_emscope]}"
      _emscope() {
          if (( CURRENT > 2 )) && [[ "${words[2]}" = (\(Emscope.commandNames.joined(separator: "|"))) ]]; then
              __emscope_with_subcommand "${@}"
              return
          fi
          local -i ret=1
          (( CURRENT == 2 )) && __emscope_with_subcommand "${@}" && ret=0
          words=("${words[1]}" explore "${words[@]:1}")
          (( CURRENT++ ))
          __emscope_with_subcommand "${@}" && ret=0
          return "${ret}"
      }


      """
    let end = "if [[ \"${funcstack[1]}\" = _emscope ]]; then"
    return script.replacing(end, with: byDefault + end)
  }

  /// The data, which are the first argument of `explore`, are completed beside the subcommands, too.
  private static func fish(_ script: String) -> String {
    let byDefault = """
      functions -e __emscope_typed_tokens
      functions -c __emscope_tokens __emscope_typed_tokens
      function __emscope_tokens
          set -l tokens (__emscope_typed_tokens $argv)
          set -l first $tokens[2]
          test (count $tokens) -eq 1; and set first (string match -- '-*' (commandline -t))
          if test "$argv" = -pc -a -n "$first"
              and not contains -- "$first" \(Emscope.commandNames.joined(separator: " "))
              set tokens $tokens[1] explore $tokens[2..]
          end
          string join -- \\n $tokens
      end
      """
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { line -> [String] in
        guard let names = line.firstRange(of: " -fka '"), line.hasSuffix(" \(files)'") else {
          return [String(line)]
        }
        return [
          String(line.dropLast(files.count + 2)) + "'", String(line[..<names.lowerBound]) + " -F",
        ]
      }
    let first = #"__emscope_should_offer_completions_for_positional "emscope explore" -eq 1"#
    let data = lines.filter { $0.contains(first) }
      .map { $0.replacing(#""emscope explore""#, with: #""emscope""#) }
    return (lines + [byDefault] + data).joined(separator: "\n")
  }
}

extension CompletionKind {
  /// Names and files, for words that are one or the other.
  static func filesAnd(_ names: [String]) -> CompletionKind {
    .list(names + [CompletionScript.files])
  }
}
