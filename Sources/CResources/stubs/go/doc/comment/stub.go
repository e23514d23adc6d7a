// Stub of go/doc/comment: all that it exports, without bodies.

package comment

type Block interface {
	block()
}

type Code struct {
	Text string
}

func (*Code) block()

type Doc struct {
	Content []Block
	Links   []*LinkDef
}

type DocLink struct {
	Text       []Text
	ImportPath string
	Recv       string
	Name       string
}

func (*DocLink) DefaultURL(baseURL string) string
func (*DocLink) text()

type Heading struct {
	Text []Text
}

func (*Heading) DefaultID() string
func (*Heading) block()

type Italic string

func (Italic) text()

type Link struct {
	Auto bool
	Text []Text
	URL  string
}

func (*Link) text()

type LinkDef struct {
	Text string
	URL  string
	Used bool
}

type List struct {
	Items             []*ListItem
	ForceBlankBefore  bool
	ForceBlankBetween bool
}

func (*List) BlankBefore() bool
func (*List) BlankBetween() bool
func (*List) block()

type ListItem struct {
	Number  string
	Content []Block
}

type Paragraph struct {
	Text []Text
}

func (*Paragraph) block()

type Parser struct {
	Words         map[string]string
	LookupPackage func(name string) (importPath string, ok bool)
	LookupSym     func(recv string, name string) (ok bool)
}

func (*Parser) Parse(text string) *Doc

type Plain string

func (Plain) text()

type Printer struct {
	HeadingLevel   int
	HeadingID      func(h *Heading) string
	DocLinkURL     func(link *DocLink) string
	DocLinkBaseURL string
	TextPrefix     string
	TextCodePrefix string
	TextWidth      int
}

func (*Printer) Comment(d *Doc) []byte
func (*Printer) HTML(d *Doc) []byte
func (*Printer) Markdown(d *Doc) []byte
func (*Printer) Text(d *Doc) []byte

type Text interface {
	text()
}

func DefaultLookupPackage(name string) (importPath string, ok bool)
