// Stub of mime/quotedprintable: all that it exports, without bodies.

package quotedprintable

import (
	"io"
)

type Reader struct {
	_ []byte
}

func (*Reader) Read(p []byte) (n int, err error)

type Writer struct {
	Binary bool
	_      *byte
}

func (*Writer) Close() error
func (*Writer) Write(p []byte) (n int, err error)

func NewReader(r io.Reader) *Reader
func NewWriter(w io.Writer) *Writer
