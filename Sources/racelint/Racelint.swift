import Driver
import Glibc

@main
struct Racelint {
  static func main() { exit(Application.main(Array(CommandLine.arguments.dropFirst()))) }
}
