import Basics
import Findings
import Testing

@Suite struct PatchTests {
  private func files(_ text: String) throws(Patch.Fault) -> [Patch.File] {
    try Patch(reading: Array(text.utf8)).files
  }

  private func fault(_ text: String) -> Patch.Fault? {
    do throws(Patch.Fault) {
      _ = try files(text)
      return nil
    } catch {
      return error
    }
  }

  @Test func findsTheLinesThatAreNew() throws {
    let read = try files(
      """
      diff --git a/a.go b/a.go
      index 1..2 100644
      --- a/a.go
      +++ b/a.go
      @@ -1,4 +1,5 @@ func f()
       one
      -two
      +2
      +2.5
       three
       four
      @@ -20 +21 @@
      -x
      \\ No newline at end of file
      +y
      \\ No newline at end of file

      """)
    #expect(read.map(\.path) == ["b/a.go"])
    #expect(read[0].lines == [2...3, 21...21] && !read[0].isWhole && !read[0].isBare)
  }

  @Test func knowsWhatEachHunkShows() throws {
    let read = try files(
      "diff --git a/o.go b/n.go\nrename from o.go\nrename to n.go\n--- a/o.go\n+++ b/n.go\n"
        + "@@ -5,3 +6,3 @@\n one\n-two\n+2\n three\n@@ -9 +9,0 @@\n-x\n"
        + "diff --git a/m.go b/m.go\n--- /dev/null\n+++ b/m.go\n@@ -0,0 +1 @@\n+x\n")
    #expect(read[0].hunks == [Patch.Hunk(start: 6, oldLines: [5, nil, 7])])
    #expect(read[0].oldPath == "o.go" && read[0].path == "n.go")
    #expect(read[1].oldPath == "/dev/null")
    #expect(read[1].hunks == [Patch.Hunk(start: 1, oldLines: [nil])])
  }

  @Test func marksTheLinesAroundWhatWentAway() throws {
    #expect(try files("--- a\n+++ a\n@@ -3,2 +2,0 @@\n-x\n-y\n")[0].lines == [2...3])
    #expect(try files("--- a\n+++ a\n@@ -1 +0,0 @@\n-x\n")[0].lines == [1...1])
    #expect(try files("--- a\n+++ a\n@@ -1,4 +1,3 @@\n a\n b\n-x\n c\n")[0].lines == [2...3])
  }

  @Test func knowsWhatGitSaysOfFiles() throws {
    let read = try files(
      """
      From 1 Mon Sep 17 00:00:00 2001
      Subject: text before
      --- a/looks like a head
      ---
       a.go | 1 +

      diff --git a/old.go b/new.go
      similarity index 100%
      rename from old.go
      rename to new.go
      diff --git a/x.go b/y.go
      copy from x.go
      copy to y.go
      diff --git a/p.go b/q.go
      rename from p.go
      rename to q.go
      --- a/p.go
      +++ b/q.go
      @@ -9,0 +10 @@
      +z
      diff --git a/gone.go b/gone.go
      deleted file mode 100644
      --- a/gone.go
      +++ /dev/null
      @@ -1 +0,0 @@
      -a
      diff --git a/i.png b/i.png
      Binary files a/i.png and b/i.png differ
      diff --git "a/t\\tab \\"\\303\\251\\".go" "b/t\\tab \\"\\303\\251\\".go"
      --- "a/t\\tab \\"\\303\\251\\".go"
      +++ "b/t\\tab \\"\\303\\251\\".go"
      @@ -0,0 +1 @@
      +z
      -- \n2.39.5

      """)
    #expect(read.map(\.path) == ["new.go", "y.go", "q.go", "b/t\tab \"é\".go"])
    #expect(read.map(\.isBare) == [true, true, true, false])
    #expect(read.map(\.isWhole) == [false, true, false, false])
    #expect(read.map(\.lines) == [[], [], [10...10], [1...1]])
  }

  @Test func readsOtherPrograms() throws {
    let text =
      "--- old/a b.go\t2026-01-01 00:00:00\r\n+++ new/a b.go\t2026-01-02 00:00:00\r\n"
      + "@@ -1,3 +1,4 @@\r\n a\r\n+b\r\n\r\n c\r\n--- old/c.go\n+++ new/c.go\n@@ -1 +1,2 @@\n a\n+b\n"
    let read = try files(text)
    #expect(read.map(\.path) == ["new/a b.go", "new/c.go"])
    #expect(read.map(\.lines) == [[2...2], [2...2]])
  }

  @Test func linesThatLookLikeHeadsBelongToTheirHunk() throws {
    let read = try files("--- a\n+++ a\n@@ -1,2 +1,2 @@\n--- b\n+++ b\n x\n")
    #expect(read.count == 1 && read[0].lines == [1...1])
  }

  @Test func anEmptyTextChangesNothing() throws {
    #expect(try files("").isEmpty && files("\n\n").isEmpty)
  }

  @Test(
    arguments: [
      ("hello\n", .noChanges), ("@@ -1 +1 @@\n-a\n+b\n", .badHunk(1)),
      ("--- a\n+++ a\n@@ -x +1 @@\n", .badHunk(3)), ("--- a\n+++ a\n@@ -1 +-1 @@\n", .badHunk(3)),
      ("--- a\n+++ a\n@@ -1 +1,2,3 @@\n", .badHunk(3)),
      ("--- a\n+++ a\n@@ -1 +99999999999 @@\n", .badHunk(3)),
      ("--- a\n+++ a\n@@ -1 +1 @\n", .badHunk(3)),
      ("--- a\n+++ a\n@@ -1 +1 @@\n-a\n", .brokenHunk(3)),
      ("--- a\n+++ a\n@@ -1 +1 @@\nwhat\n", .brokenHunk(3)),
      ("--- a\n+++ a\n@@ -1 +1,2 @@\n a\n a\n", .brokenHunk(3)),
      ("diff --cc a.go\n", .combined(1)),
    ] as [(String, Patch.Fault)])
  func saysWhereATextIsNoPatch(text: String, expected: Patch.Fault) {
    #expect(fault(text) == expected, "\(text)")
  }
}
