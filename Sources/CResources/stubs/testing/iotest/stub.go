// Stub of testing/iotest: all that it exports, without bodies.

package iotest

import (
	"io"
)

var (
	ErrTimeout error
)

func DataErrReader(r io.Reader) io.Reader
func ErrReader(err error) io.Reader
func HalfReader(r io.Reader) io.Reader
func NewReadLogger(prefix string, r io.Reader) io.Reader
func NewWriteLogger(prefix string, w io.Writer) io.Writer
func OneByteReader(r io.Reader) io.Reader
func TestReader(r io.Reader, content []byte) error
func TimeoutReader(r io.Reader) io.Reader
func TruncateWriter(w io.Writer, n int64) io.Writer
