import Basics
import TestKit
import Testing

@testable import Driver

@Suite struct CompletionTests {
  /// What bash offers for the last of the words, which are split as bash does it.
  private func bash(_ words: String...) throws -> [String] {
    let script = Run(["completions", "bash"]).output
    return try TemporaryDirectory.with(["racelint.bash": script]) { directory in
      let list = words.map { "'\($0)'" }.joined(separator: " ")
      let program = """
        source racelint.bash
        compopt() { COMPREPLY=(FILES); }
        COMP_WORDS=(racelint \(list)); COMP_CWORD=\(words.count)
        _racelint
        echo "${COMPREPLY[@]}"
        """
      let run = try Subprocess.run(["bash", "-c", program], in: directory)
      #expect(run.errors == "" && run.status == 0)
      return run.output.split { $0 == " " || $0 == "\n" }.map(String.init)
    }
  }

  @Test func completesCommandsOptionsAndTheirValues() throws {
    #expect(try bash("ch") == ["check"])
    #expect(try bash("check", "--exit") == ["--exit-zero"])
    #expect(try bash("check", "--color", "") == ["auto", "always", "never"])
    #expect(try bash("check", "--color", "=", "n") == ["never"])
    #expect(try bash("check", "--color", "=") == ["auto", "always", "never"])
    #expect(try bash("check", "--output", "") == ["FILES"])
    #expect(try bash("check", "-o", "") == ["FILES"])
    #expect(try bash("check", "x") == ["FILES"])
    #expect(try bash("check", "--jobs", "") == [])
    #expect(try bash("completions", "z") == ["zsh"])
    #expect(try bash("rules", "") == [])
  }

  @Test func completesRulesAndTheLastOfAList() throws {
    #expect(try bash("explain", "la") == ["late-word"])
    #expect(try bash("check", "--only", "bad-word,l") == ["bad-word,late-word"])
    #expect(try bash("check", "--disable", "=", "") == ["bad-word", "late-word"])
    #expect(try bash("check", "--format", "text,sa") == ["text,sarif"])
  }

  @Test func completesInFish() throws {
    func fish(_ line: String) throws -> [String] {
      let script = Run(["completions", "fish"]).output
      return try TemporaryDirectory.with(["racelint.fish": script]) { directory in
        let run = try Subprocess.run(
          ["fish", "--no-config", "-c", "source racelint.fish; complete -C '\(line)'"],
          in: directory)
        #expect(run.errors == "" && run.status == 0)
        // What is offered, and behind a tab what it is.
        return run.output.split(separator: "\n").map { line in
          String(line.prefix { $0 != "\t" })
        }
      }
    }
    #expect(try fish("racelint ch") == ["check"])
    #expect(try fish("racelint check --exit") == ["--exit-zero"])
    #expect(try fish("racelint check --color ") == ["always", "auto", "never"])
    #expect(try fish("racelint explain la") == ["late-word"])
  }

  /// Keys are typed into an interactive zsh behind a pseudo-terminal, and the command that it completed
  /// says what it was given.
  @Test func completesInZsh() throws {
    func zsh(_ keys: String) throws -> String {
      let script = Run(["completions", "zsh"]).output
      let typing = #"""
        zmodload zsh/zpty
        zpty shell "TERM=dumb zsh -f -i"
        zpty -w shell "fpath=($PWD \$fpath); autoload -Uz compinit; compinit -D -u
          racelint() { print \"GIV\"\"EN \$*.\" }; print REA''DY"
        zpty -r -m shell out "*READY*"
        zpty -w -n shell $'\#(keys)\n'
        zpty -r -m shell out "*GIVEN *."
        print -r -- ${${out##*GIVEN }%%.*}
        zpty -w shell exit
        """#
      let files = ["_racelint": script, "typing.zsh": typing]
      return try TemporaryDirectory.with(files) { directory in
        let run = try Subprocess.run(["timeout", "60", "zsh", "-f", "typing.zsh"], in: directory)
        #expect(run.errors == "")
        #expect(run.status == 0)
        return run.output
      }
    }
    #expect(try zsh(#"racelint chec\t--exi\t"#) == "check --exit-zero\n")
    #expect(try zsh(#"racelint explain la\t"#) == "explain late-word\n")
  }

  @Test(arguments: CompletionShell.allCases)
  func namesEveryCommandAndOption(shell: CompletionShell) {
    let script = Run(["completions", shell.rawValue]).output
    for command in Command.allCases { #expect(script.contains(command.rawValue)) }
    for name in OptionTable.options(for: .check).flatMap(\.longNames) {
      #expect(script.contains(shell == .fish ? "-l \(name) " : "--\(name)"), "\(name)")
    }
    #expect(script.hasPrefix("#compdef racelint\n") == (shell == .zsh))
  }

  @Test func saysWhichShellsThereAre() {
    #expect(
      Run(["completions", "fihs"]).errors
        == "racelint: no completions for fihs; did you mean fish?\n"
    )
    #expect(
      Run(["completions", "nu"]).errors
        == "racelint: no completions for nu; there are bash, zsh and fish\n")
    #expect(Run(["completions"]).errors == "racelint: racelint completions needs SHELL\n")
  }
}
