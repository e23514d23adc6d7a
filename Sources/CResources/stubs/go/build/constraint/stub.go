// Stub of go/build/constraint: all that it exports, without bodies.

package constraint

type AndExpr struct {
	X Expr
	Y Expr
}

func (*AndExpr) Eval(ok func(tag string) bool) bool
func (*AndExpr) String() string
func (*AndExpr) isExpr()

type Expr interface {
	Eval(ok func(tag string) bool) bool
	String() string
	isExpr()
}

type NotExpr struct {
	X Expr
}

func (*NotExpr) Eval(ok func(tag string) bool) bool
func (*NotExpr) String() string
func (*NotExpr) isExpr()

type OrExpr struct {
	X Expr
	Y Expr
}

func (*OrExpr) Eval(ok func(tag string) bool) bool
func (*OrExpr) String() string
func (*OrExpr) isExpr()

type SyntaxError struct {
	Offset int
	Err    string
}

func (*SyntaxError) Error() string

type TagExpr struct {
	Tag string
}

func (*TagExpr) Eval(ok func(tag string) bool) bool
func (*TagExpr) String() string
func (*TagExpr) isExpr()

func GoVersion(x Expr) string
func IsGoBuild(line string) bool
func IsPlusBuild(line string) bool
func Parse(line string) (Expr, error)
func PlusBuildLines(x Expr) ([]string, error)
