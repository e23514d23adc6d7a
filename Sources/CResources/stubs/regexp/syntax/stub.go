// Stub of regexp/syntax: all that it exports, without bodies.

package syntax

const (
	ClassNL                  Flags     = 4
	DotNL                    Flags     = 8
	EmptyBeginLine           EmptyOp   = 1
	EmptyBeginText           EmptyOp   = 4
	EmptyEndLine             EmptyOp   = 2
	EmptyEndText             EmptyOp   = 8
	EmptyNoWordBoundary      EmptyOp   = 32
	EmptyWordBoundary        EmptyOp   = 16
	ErrInternalError         ErrorCode = "regexp/syntax: internal error"
	ErrInvalidCharClass      ErrorCode = "invalid character class"
	ErrInvalidCharRange      ErrorCode = "invalid character class range"
	ErrInvalidEscape         ErrorCode = "invalid escape sequence"
	ErrInvalidNamedCapture   ErrorCode = "invalid named capture"
	ErrInvalidPerlOp         ErrorCode = "invalid or unsupported Perl syntax"
	ErrInvalidRepeatOp       ErrorCode = "invalid nested repetition operator"
	ErrInvalidRepeatSize     ErrorCode = "invalid repeat count"
	ErrInvalidUTF8           ErrorCode = "invalid UTF-8"
	ErrLarge                 ErrorCode = "expression too large"
	ErrMissingBracket        ErrorCode = "missing closing ]"
	ErrMissingParen          ErrorCode = "missing closing )"
	ErrMissingRepeatArgument ErrorCode = "missing argument to repetition operator"
	ErrNestingDepth          ErrorCode = "expression nests too deeply"
	ErrTrailingBackslash     ErrorCode = "trailing backslash at end of expression"
	ErrUnexpectedParen       ErrorCode = "unexpected )"
	FoldCase                 Flags     = 1
	InstAlt                  InstOp    = 0
	InstAltMatch             InstOp    = 1
	InstCapture              InstOp    = 2
	InstEmptyWidth           InstOp    = 3
	InstFail                 InstOp    = 5
	InstMatch                InstOp    = 4
	InstNop                  InstOp    = 6
	InstRune                 InstOp    = 7
	InstRune1                InstOp    = 8
	InstRuneAny              InstOp    = 9
	InstRuneAnyNotNL         InstOp    = 10
	Literal                  Flags     = 2
	MatchNL                  Flags     = 12
	NonGreedy                Flags     = 32
	OneLine                  Flags     = 16
	OpAlternate              Op        = 19
	OpAnyChar                Op        = 6
	OpAnyCharNotNL           Op        = 5
	OpBeginLine              Op        = 7
	OpBeginText              Op        = 9
	OpCapture                Op        = 13
	OpCharClass              Op        = 4
	OpConcat                 Op        = 18
	OpEmptyMatch             Op        = 2
	OpEndLine                Op        = 8
	OpEndText                Op        = 10
	OpLiteral                Op        = 3
	OpNoMatch                Op        = 1
	OpNoWordBoundary         Op        = 12
	OpPlus                   Op        = 15
	OpQuest                  Op        = 16
	OpRepeat                 Op        = 17
	OpStar                   Op        = 14
	OpWordBoundary           Op        = 11
	POSIX                    Flags     = 0
	Perl                     Flags     = 212
	PerlX                    Flags     = 64
	Simple                   Flags     = 512
	UnicodeGroups            Flags     = 128
	WasDollar                Flags     = 256
)

type EmptyOp uint8

type Error struct {
	Code ErrorCode
	Expr string
}

func (*Error) Error() string

type ErrorCode string

func (ErrorCode) String() string

type Flags uint16

type Inst struct {
	Op   InstOp
	Out  uint32
	Arg  uint32
	Rune []rune
}

func (*Inst) MatchEmptyWidth(before rune, after rune) bool
func (*Inst) MatchRune(r rune) bool
func (*Inst) MatchRunePos(r rune) int
func (*Inst) String() string

type InstOp uint8

func (InstOp) String() string

type Op uint8

func (Op) String() string

type Prog struct {
	Inst   []Inst
	Start  int
	NumCap int
}

func (*Prog) Prefix() (prefix string, complete bool)
func (*Prog) StartCond() EmptyOp
func (*Prog) String() string

type Regexp struct {
	Op    Op
	Flags Flags
	Sub   []*Regexp
	Sub0  [1]*Regexp
	Rune  []rune
	Rune0 [2]rune
	Min   int
	Max   int
	Cap   int
	Name  string
}

func (*Regexp) CapNames() []string
func (*Regexp) Equal(y *Regexp) bool
func (*Regexp) MaxCap() int
func (*Regexp) Simplify() *Regexp
func (*Regexp) String() string

func Compile(re *Regexp) (*Prog, error)
func EmptyOpContext(r1 rune, r2 rune) EmptyOp
func IsWordChar(r rune) bool
func Parse(s string, flags Flags) (*Regexp, error)
