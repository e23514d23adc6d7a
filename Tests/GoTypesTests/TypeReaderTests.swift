import GoSyntax
import GoTypes
import Testing

/// What the source says of the type of an expression; "?" where it does not.
struct TypeReaderTests {
  private static let declarations = """
    import "sync"

    type Base struct {
    \tmu sync.Mutex
    \tid int
    }

    type Middle struct {
    \t*Base
    \tname string
    }

    type Pool struct {
    \tMiddle
    \tsync.RWMutex
    \tjobs chan *Job
    \tbyName map[string][]*Job
    \tnext *Pool
    \tdone, stop chan struct{}
    \trun func() error
    }

    type Job struct{ tags []string }

    type Jobs []*Job

    type Queue chan Job

    type Box[T any] struct{ value T; pool Pool }

    var shared *Pool
    var first, second = &Pool{}, Job{}
    var list = []Job{}

    func newPool() *Pool { return nil }
    func pair() (pool *Pool, err error) { return nil, nil }
    func three() (a, b *Job, c Pool) { return }
    func nothing() {}
    func (p *Pool) Get(key string) *Job { return nil }
    func (p *Pool) Pair() (Job, bool) { return Job{}, false }
    func (b *Base) Owner() *Pool { return nil }
    func (m Middle) Self() Middle { return m }


    """

  @Test(arguments: [
    // Variables.
    ("var x Pool", "x", "Pool"), ("var x **Pool", "x", "**Pool"), ("x := Pool{}", "x", "Pool"),
    ("x := &Pool{}", "x", "*Pool"), ("x := *p", "x", "Pool"), ("x := (&p)", "x", "**Pool"),
    ("var x, y = p, 1", "x", "*Pool"), ("var x = 1", "x", "?"), ("x := p; y := x", "y", "*Pool"),
    ("", "shared", "*Pool"), ("", "first", "*Pool"), ("", "second", "Job"), ("", "list", "[]Job"),
    ("", "unknown", "?"), ("shared := 1; _ = shared", "shared", "?"),
    ("var x struct{ a Job }", "x.a", "Job"), ("x := []Job{{}}", "x", "[]Job"),
    ("x := [...]Job{{}}", "x[0]", "Job"), ("var x interface{}", "x", "interface{}"),
    ("x := func() *Pool { return p }", "x", "?"), ("var x func()", "x", "func()"),
    // Fields, those of embedded types too.
    ("", "p.jobs", "chan *Job"), ("", "p.next.next.jobs", "chan *Job"),
    ("", "p.stop", "chan struct{}"),
    ("", "p.name", "string"), ("", "p.id", "int"), ("", "p.mu", "sync.Mutex"),
    ("", "p.Middle", "Middle"), ("", "p.Base", "*Base"), ("", "p.Base.mu", "sync.Mutex"),
    ("", "p.RWMutex", "sync.RWMutex"), ("", "p.none", "?"), ("", "p.jobs.x", "?"),
    ("", "(*p).next", "*Pool"), ("", "(p).id", "int"), ("", "p.run", "func() error"),
    // Elements.
    ("", "p.byName[\"a\"]", "[]*Job"), ("", "p.byName[\"a\"][0]", "*Job"),
    ("", "p.byName[\"a\"][0].tags", "[]string"), ("", "<-p.jobs", "*Job"),
    ("", "(<-p.jobs).tags", "[]string"),
    ("", "list[1:]", "[]Job"), ("", "list[0]", "Job"), ("var x Jobs", "x[0]", "*Job"),
    ("var x Jobs", "x[1:]", "Jobs"), ("var x Queue", "<-x", "Job"), ("", "p[0]", "?"),
    ("for _, x := range list { _ = x }", "x", "Job"), ("for x := range list { _ = x }", "x", "?"),
    ("for x := range p.jobs { _ = x }", "x", "*Job"), ("for x := range 10 { _ = x }", "x", "?"),
    ("for _, x := range p.byName { _ = x }", "x", "[]*Job"),
    ("for _, x := range rest { _ = x }", "x", "*Pool"), ("", "rest[0]", "*Pool"),
    ("x, ok := p.byName[\"a\"]; _ = ok", "x", "[]*Job"), ("x, ok := <-p.jobs; _ = ok", "x", "*Job"),
    ("x, ok := <-p.jobs; _ = x", "ok", "?"),
    ("select { case x := <-p.jobs: _ = x }", "x", "*Job"),
    // Calls.
    ("", "newPool()", "*Pool"), ("", "newPool().next", "*Pool"), ("", "pair()", "*Pool"),
    ("x, y := pair(); _ = x; _ = y", "x", "*Pool"), ("x, y := pair(); _ = x; _ = y", "y", "error"),
    ("x, y, z := three(); _, _, _ = x, y, z", "y", "*Job"),
    ("x, y, z := three(); _, _, _ = x, y, z", "z", "Pool"),
    ("x := nothing(); _ = x", "x", "?"), ("", "p.Get(\"a\")", "*Job"),
    ("", "p.Get(\"a\").tags", "[]string"), ("x, ok := p.Pair(); _ = ok", "x", "Job"),
    ("x, ok := p.Pair(); _ = ok", "ok", "bool"), ("", "p.Owner()", "*Pool"),
    ("", "p.Self().Owner().jobs", "chan *Job"), ("", "p.run()", "?"), ("", "other.Call()", "?"),
    ("newPool := func() Job { return Job{} }", "newPool()", "?"),
    // What the universe declares.
    ("", "new(Pool)", "*Pool"), ("", "new(*Pool)", "**Pool"), ("", "new([]Job)", "*[]Job"),
    ("", "new(Pool).next", "*Pool"), ("", "make([]Job, 3)", "[]Job"),
    ("", "make(Jobs, 1)[0]", "*Job"),
    ("", "make(chan Job)", "chan Job"), ("", "<-make(chan Job)", "Job"),
    ("", "append(list, Job{})", "[]Job"), ("", "append(p.byName[\"a\"], nil)[0]", "*Job"),
    ("new := newPool", "new(Pool)", "?"), ("", "len(list)", "?"),
    // An argument of new that is a value (Go 1.26).
    ("", "new(p)", "**Pool"), ("", "new(shared)", "**Pool"), ("", "new(second)", "*Job"),
    ("", "new(Job{})", "*Job"), ("", "new(newPool())", "**Pool"), ("", "new(list[0])", "*Job"),
    ("", "new(1)", "?"),
    // Conversions and assertions.
    ("", "Jobs(nil)", "Jobs"), ("", "Jobs(nil)[0]", "*Job"), ("", "[]Job(nil)", "[]Job"),
    ("", "(*Pool)(nil)", "*Pool"), ("", "(Jobs)(nil)", "Jobs"), ("", "any(p).(*Job)", "*Job"),
    ("x, ok := any(p).(Job); _ = ok", "x", "Job"), ("", "any(p).(Job).tags", "[]string"),
    ("switch x := any(p).(type) { case *Job: _ = x }", "x", "*Job"),
    ("switch x := any(p).(type) { case *Job, Job: _ = x }", "x", "?"),
    // Types of the function's own, and type parameters.
    ("type t struct{ a *Job }; var x t", "x.a", "*Job"),
    ("type t = Job; var x *t", "x.tags", "[]string"),
    ("var x E", "x", "?"), ("var x *E", "x", "?"), ("var x Box[int]", "x.pool.id", "int"),
    ("var x *Box[Job]", "x.pool", "Pool"),
  ])
  func readsTheDeclaredType(body: String, expression: String, expected: String) throws {
    // A variable of a statement's own is looked at inside that statement.
    let isInside = ["for ", "select ", "switch "].contains { body.hasPrefix($0) }
    let use = isInside ? "" : "_ = \(expression)"
    let sample = try Sample(
      Self.declarations
        + "func f[E any](p *Pool, other Caller, rest ...*Pool) {\n\(body)\n\(use)\n}\n")
    #expect(sample.tree.errors == [])
    #expect(sample.type(of: expression) == expected)
  }

  @Test(arguments: [
    ("newPool()", "newPool"), ("p.Get(1)", "Pool.Get"), ("p.Owner()", "Base.Owner"),
    ("p.Middle.Owner()", "Base.Owner"), ("p.Self()", "Middle.Self"), ("(newPool)()", "newPool"),
    ("(*Pool).Get(p, 1)", "Pool.Get"), ("Middle.Self(p.Middle)", "Middle.Self"),
    ("(*Middle).Owner(nil)", "Base.Owner"), ("shared.Get(2)", "Pool.Get"),
    ("p.next.Get(3)", "Pool.Get"),
    ("newPool().Get(4)", "Pool.Get"), ("p.run()", "?"), ("other.Get()", "?"), ("unknown()", "?"),
    ("sync.OnceFunc(nil)", "?"), ("p.RWMutex.Lock()", "?"), ("func() {}()", "?"), ("Pool(*p)", "?"),
    ("rest[0].Get(5)", "Pool.Get"), ("(<-p.jobs).Get()", "?"), ("p.none()", "?"),
  ])
  func findsWhatACallRuns(call: String, expected: String) throws {
    let text = "func f(p *Pool, other Caller, rest ...*Pool) {\n\t\(call)\n}\n"
    #expect(try Sample(Self.declarations + text).callee(of: call) == expected)
  }

  @Test(arguments: [
    ("newPool := func() *Pool { return nil }", "newPool()"), ("shared := x()", "shared.Get(1)"),
    ("var newPool func() *Pool", "newPool()"),
    ("Pool := x()", "Pool.Get(1)"),
  ])
  func aLocalNameHidesAFunction(body: String, call: String) throws {
    let sample = try Sample(Self.declarations + "func f() {\n\(body)\n\(call)\n}\n")
    #expect(sample.callee(of: call) == "?")
  }

  @Test func aPackageMayDeclareNamesOfTheUniverse() throws {
    let sample = try Sample(
      """
      type T struct{ a *T }
      type U struct{}

      func append(t *T) *U { return nil }

      func f(t *T) { _ = append(t) }
      """)
    #expect(sample.type(of: "append(t)") == "*U")
    #expect(sample.callee(of: "append(t)") == "append")
  }
}
