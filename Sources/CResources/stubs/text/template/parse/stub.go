// Stub of text/template/parse: all that it exports, without bodies.

package parse

import (
	"strings"
)

const (
	NodeAction     NodeType = 1
	NodeBool       NodeType = 2
	NodeBreak      NodeType = 21
	NodeChain      NodeType = 3
	NodeCommand    NodeType = 4
	NodeComment    NodeType = 20
	NodeContinue   NodeType = 22
	NodeDot        NodeType = 5
	NodeField      NodeType = 8
	NodeIdentifier NodeType = 9
	NodeIf         NodeType = 10
	NodeList       NodeType = 11
	NodeNil        NodeType = 12
	NodeNumber     NodeType = 13
	NodePipe       NodeType = 14
	NodeRange      NodeType = 15
	NodeString     NodeType = 16
	NodeTemplate   NodeType = 17
	NodeText       NodeType = 0
	NodeVariable   NodeType = 18
	NodeWith       NodeType = 19
	ParseComments  Mode     = 1
	SkipFuncCheck  Mode     = 2
)

type ActionNode struct {
	NodeType
	Pos
	Line int
	Pipe *PipeNode
	_    *byte
}

func (*ActionNode) Copy() Node
func (*ActionNode) String() string
func (*ActionNode) tree() *Tree
func (*ActionNode) writeTo(sb *strings.Builder)

type BoolNode struct {
	NodeType
	Pos
	True bool
	_    *byte
}

func (*BoolNode) Copy() Node
func (*BoolNode) String() string
func (*BoolNode) tree() *Tree
func (*BoolNode) writeTo(sb *strings.Builder)

type BranchNode struct {
	NodeType
	Pos
	Line     int
	Pipe     *PipeNode
	List     *ListNode
	ElseList *ListNode
	_        *byte
}

func (*BranchNode) Copy() Node
func (*BranchNode) String() string
func (*BranchNode) tree() *Tree
func (*BranchNode) writeTo(sb *strings.Builder)

type BreakNode struct {
	NodeType
	Pos
	Line int
	_    *byte
}

func (*BreakNode) Copy() Node
func (*BreakNode) String() string
func (*BreakNode) tree() *Tree
func (*BreakNode) writeTo(sb *strings.Builder)

type ChainNode struct {
	NodeType
	Pos
	Node  Node
	Field []string
	_     *byte
}

func (*ChainNode) Add(field string)
func (*ChainNode) Copy() Node
func (*ChainNode) String() string
func (*ChainNode) tree() *Tree
func (*ChainNode) writeTo(sb *strings.Builder)

type CommandNode struct {
	NodeType
	Pos
	Args []Node
	_    *byte
}

func (*CommandNode) Copy() Node
func (*CommandNode) String() string
func (*CommandNode) tree() *Tree
func (*CommandNode) writeTo(sb *strings.Builder)

type CommentNode struct {
	NodeType
	Pos
	Text string
	_    *byte
}

func (*CommentNode) Copy() Node
func (*CommentNode) String() string
func (*CommentNode) tree() *Tree
func (*CommentNode) writeTo(sb *strings.Builder)

type ContinueNode struct {
	NodeType
	Pos
	Line int
	_    *byte
}

func (*ContinueNode) Copy() Node
func (*ContinueNode) String() string
func (*ContinueNode) tree() *Tree
func (*ContinueNode) writeTo(sb *strings.Builder)

type DotNode struct {
	NodeType
	Pos
	_ *byte
}

func (*DotNode) Copy() Node
func (*DotNode) String() string
func (*DotNode) Type() NodeType
func (*DotNode) tree() *Tree
func (*DotNode) writeTo(sb *strings.Builder)

type FieldNode struct {
	NodeType
	Pos
	Ident []string
	_     *byte
}

func (*FieldNode) Copy() Node
func (*FieldNode) String() string
func (*FieldNode) tree() *Tree
func (*FieldNode) writeTo(sb *strings.Builder)

type IdentifierNode struct {
	NodeType
	Pos
	Ident string
	_     *byte
}

func (*IdentifierNode) Copy() Node
func (*IdentifierNode) SetPos(pos Pos) *IdentifierNode
func (*IdentifierNode) SetTree(t *Tree) *IdentifierNode
func (*IdentifierNode) String() string
func (*IdentifierNode) tree() *Tree
func (*IdentifierNode) writeTo(sb *strings.Builder)

type IfNode struct {
	BranchNode
}

func (*IfNode) Copy() Node

type ListNode struct {
	NodeType
	Pos
	Nodes []Node
	_     *byte
}

func (*ListNode) Copy() Node
func (*ListNode) CopyList() *ListNode
func (*ListNode) String() string
func (*ListNode) tree() *Tree
func (*ListNode) writeTo(sb *strings.Builder)

type Mode uint

type NilNode struct {
	NodeType
	Pos
	_ *byte
}

func (*NilNode) Copy() Node
func (*NilNode) String() string
func (*NilNode) Type() NodeType
func (*NilNode) tree() *Tree
func (*NilNode) writeTo(sb *strings.Builder)

type Node interface {
	Copy() Node
	Position() Pos
	String() string
	Type() NodeType
	tree() *Tree
	writeTo(*strings.Builder)
}

type NodeType int

func (NodeType) Type() NodeType

type NumberNode struct {
	NodeType
	Pos
	IsInt      bool
	IsUint     bool
	IsFloat    bool
	IsComplex  bool
	Int64      int64
	Uint64     uint64
	Float64    float64
	Complex128 complex128
	Text       string
	_          *byte
}

func (*NumberNode) Copy() Node
func (*NumberNode) String() string
func (*NumberNode) tree() *Tree
func (*NumberNode) writeTo(sb *strings.Builder)

type PipeNode struct {
	NodeType
	Pos
	Line     int
	IsAssign bool
	Decl     []*VariableNode
	Cmds     []*CommandNode
	_        *byte
}

func (*PipeNode) Copy() Node
func (*PipeNode) CopyPipe() *PipeNode
func (*PipeNode) String() string
func (*PipeNode) tree() *Tree
func (*PipeNode) writeTo(sb *strings.Builder)

type Pos int

func (Pos) Position() Pos

type RangeNode struct {
	BranchNode
}

func (*RangeNode) Copy() Node

type StringNode struct {
	NodeType
	Pos
	Quoted string
	Text   string
	_      *byte
}

func (*StringNode) Copy() Node
func (*StringNode) String() string
func (*StringNode) tree() *Tree
func (*StringNode) writeTo(sb *strings.Builder)

type TemplateNode struct {
	NodeType
	Pos
	Line int
	Name string
	Pipe *PipeNode
	_    *byte
}

func (*TemplateNode) Copy() Node
func (*TemplateNode) String() string
func (*TemplateNode) tree() *Tree
func (*TemplateNode) writeTo(sb *strings.Builder)

type TextNode struct {
	NodeType
	Pos
	Text []byte
	_    *byte
}

func (*TextNode) Copy() Node
func (*TextNode) String() string
func (*TextNode) tree() *Tree
func (*TextNode) writeTo(sb *strings.Builder)

type Tree struct {
	Name      string
	ParseName string
	Root      *ListNode
	Mode      Mode
	_         []byte
}

func (*Tree) Copy() *Tree
func (*Tree) ErrorContext(n Node) (location string, context string)
func (*Tree) Parse(text string, leftDelim string, rightDelim string, treeSet map[string]*Tree, funcs ...map[string]any) (tree *Tree, err error)

type VariableNode struct {
	NodeType
	Pos
	Ident []string
	_     *byte
}

func (*VariableNode) Copy() Node
func (*VariableNode) String() string
func (*VariableNode) tree() *Tree
func (*VariableNode) writeTo(sb *strings.Builder)

type WithNode struct {
	BranchNode
}

func (*WithNode) Copy() Node

func IsEmptyTree(n Node) bool
func New(name string, funcs ...map[string]any) *Tree
func NewIdentifier(ident string) *IdentifierNode
func Parse(name string, text string, leftDelim string, rightDelim string, funcs ...map[string]any) (map[string]*Tree, error)
