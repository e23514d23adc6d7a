import GoPackages
import Testing

@testable import GoTypes

/// Go's own library where Go is not installed: what the program carries of it.
struct StubTypesTests {
  private static let server = """
    package a

    import (
    	"bytes"
    	"context"
    	"encoding/json"
    	"net/http"
    	"slices"
    	"sync"
    	"sync/atomic"
    	"testing"
    	"time"
    )

    type server struct {
    	sync.RWMutex
    	http.Handler
    	hits  atomic.Int64
    	last  atomic.Pointer[entry]
    	pool  sync.Pool
    	group sync.WaitGroup
    	seen  map[string]http.Header
    }

    type entry struct{ at time.Time }

    func (s *server) serve(w http.ResponseWriter, r *http.Request, t *testing.T) {
    	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)

    """

  private func sample(_ body: String) throws -> CheckedSample {
    try CheckedSample(files: ["a.go": Self.server + "\t" + body + "\n}\n"])
  }

  @Test(arguments: [
    ("ctx", "context.Context"), ("cancel", "context.CancelFunc"),
    ("ctx.Done()", "<-chan struct{}"), ("r.Header", "net/http.Header"),
    ("r.Header[\"x\"]", "[]string"), ("r.URL.Query()", "net/url.Values"),
    ("r.URL.Query()[\"x\"][0]", "string"), ("s.seen[r.Host]", "net/http.Header"),
    ("s.last.Load()", "*m.entry"), ("s.last.Load().at.Sub(time.Now())", "time.Duration"),
    ("time.After(time.Second)", "<-chan time.Time"), ("<-time.Tick(1)", "time.Time"),
    ("s.pool.New", "func() any"), ("sync.Pool{New: func() any { return 1 }}", "sync.Pool"),
    ("&http.Server{Addr: \"x\", Handler: s}", "*net/http.Server"),
    ("http.Server{}.TLSConfig.Certificates", "[]crypto/tls.Certificate"),
    ("slices.Clone(r.TransferEncoding)", "[]string"), ("slices.Max([]int{1})", "int"),
    ("bytes.NewBuffer(nil).Bytes()", "[]uint8"), ("json.Valid", "func([]uint8) bool"),
    ("http.DefaultClient.Timeout", "time.Duration"), ("w.Header().Clone()", "net/http.Header"),
    ("http.MethodGet", "string"), ("[http.StatusOK]int{}", "[200]int"),
    ("sync.OnceValue(time.Now)", "func() time.Time"), ("s.ServeHTTP", Self.handler),
  ])
  func typesAreThoseOfTheStubs(expression: String, type: String) throws {
    #expect(try sample("_ = \(expression)").type(of: expression) == type)
  }

  private static let handler = "func(net/http.ResponseWriter, *net/http.Request)"

  @Test(arguments: [
    ("s.Lock()", "sync.(*RWMutex).Lock"), ("s.group.Go(nil)", "sync.(*WaitGroup).Go"),
    ("s.hits.Add(1)", "sync/atomic.(*Int64).Add"),
    ("s.last.Load()", "sync/atomic.(*Pointer).Load"), ("ctx.Done()", "context.Context.Done"),
    ("r.Context()", "net/http.(*Request).Context"),
    ("w.Write(nil)", "net/http.ResponseWriter.Write"),
    ("json.NewEncoder(w).Encode(1)", "encoding/json.(*Encoder).Encode"),
    ("time.Now().Add(1)", "time.Time.Add"), ("t.Parallel()", "testing.(*T).Parallel"),
    ("t.Fatal(1)", "testing.(*common).Fatal"), ("cancel()", "-"),
    ("s.ServeHTTP(w, r)", "net/http.Handler.ServeHTTP"),
    ("http.HandlerFunc(nil).ServeHTTP(w, r)", "net/http.HandlerFunc.ServeHTTP"),
  ])
  func calleesAreThoseOfTheStubs(call: String, callee: String) throws {
    #expect(try sample(call).callee(of: call) == callee)
  }

  /// Blank fields stand for those that nobody else sees: they have no name.
  @Test(arguments: [
    "s.pool._", "r._", "sync.Mutex{}._", "sync.Mutex{_: 1}._", "r.ctx", "time.Now().wall",
    "http.NoSuchThing", "http.Request{}.NoSuchThing()", "time._",
  ])
  func whatStubsDoNotSayIsUnknown(expression: String) throws {
    #expect(try sample("_ = \(expression)").type(of: expression) == "?")
  }

  @Test func compositeLiteralsOfStubsAreNotConfusedByBlankFields() throws {
    let sample = try sample("x := []http.Cookie{{Name: \"a\", MaxAge: 1 << n}, {}}; n := len(x)")
    #expect(sample.type(of: "{}") == "net/http.Cookie")
    #expect(sample.type(of: "x") == "[]net/http.Cookie")
  }

  /// Of some packages only what others mention is carried.
  @Test func partialStubsLeaveTheRestUnknown() throws {
    let sample = try CheckedSample(
      "import \"syscall\"\n\nvar x = syscall.SIGTERM\nvar y = syscall.Getpagesize()\nvar z = x")
    #expect(sample.type(of: "z") == "syscall.Signal")
    #expect(sample.type(of: "syscall.Getpagesize()") == "?")
    #expect(sample.callee(of: "syscall.Getpagesize()") == "-")
  }

  @Test func dotImportsOfStubsDeclareTheirNames() throws {
    let sample = try CheckedSample(
      "import . \"time\"\nfunc f() { x := Now(); x.Add(Second); _ = NoSuch }")
    #expect(sample.type(of: "x") == "time.Time")
    #expect(sample.callee(of: "x.Add(Second)") == "time.Time.Add")
    #expect(sample.type(of: "NoSuch") == "?")
  }

  /// Only Go's own library may import what is internal to it, and a module's own path may
  /// begin as one of the library's does.
  @Test func pathsThatAreNoneOfTheLibraryLeadElsewhere() throws {
    let sample = try CheckedSample(files: [
      "go.mod": "module log\n\ngo 1.27\n",
      "a.go": """
      package a

      import (
      	"internal/race"
      	"log"
      	"log/own"
      )

      func f() { log.Print(); own.Do(); race.Enable() }
      """,
      "own/own.go": "package own\n\nfunc Do() {}",
    ])
    #expect(sample.callee(of: "log.Print()") == "log.Print")
    #expect(sample.callee(of: "own.Do()") == "log/own.Do")
    #expect(sample.callee(of: "race.Enable()") == "-")
  }
}
