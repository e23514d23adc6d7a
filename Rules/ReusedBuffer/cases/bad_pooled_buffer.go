// race: ok_pooled_copied.go

package example

import (
	"bytes"
	"sync"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func render(parts []string) []byte {
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	buf.Reset()
	for _, part := range parts {
		buf.WriteString(part)
	}
	return buf.Bytes() // want "`buf.Bytes\(\)` is returned, but its memory is in a pool again"
}
