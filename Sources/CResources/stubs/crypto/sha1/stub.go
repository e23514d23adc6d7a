// Stub of crypto/sha1: all that it exports, without bodies.

package sha1

import (
	"hash"
)

const (
	BlockSize = 64
	Size      = 20
)

func New() hash.Hash
func Sum(data []byte) [20]byte
