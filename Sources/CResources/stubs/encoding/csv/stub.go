// Stub of encoding/csv: all that it exports, without bodies.

package csv

import (
	"io"
)

var (
	ErrBareQuote     error
	ErrFieldCount    error
	ErrQuote         error
	ErrTrailingComma error
)

type ParseError struct {
	StartLine int
	Line      int
	Column    int
	Err       error
}

func (*ParseError) Error() string
func (*ParseError) Unwrap() error

type Reader struct {
	Comma            rune
	Comment          rune
	FieldsPerRecord  int
	LazyQuotes       bool
	TrimLeadingSpace bool
	ReuseRecord      bool
	TrailingComma    bool
	_                []byte
}

func (*Reader) FieldPos(field int) (line int, column int)
func (*Reader) InputOffset() int64
func (*Reader) Read() (record []string, err error)
func (*Reader) ReadAll() (records [][]string, err error)

type Writer struct {
	Comma   rune
	UseCRLF bool
	_       *byte
}

func (*Writer) Error() error
func (*Writer) Flush()
func (*Writer) Write(record []string) error
func (*Writer) WriteAll(records [][]string) error

func NewReader(r io.Reader) *Reader
func NewWriter(w io.Writer) *Writer
