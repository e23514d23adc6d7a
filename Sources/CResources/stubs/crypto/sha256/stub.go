// Stub of crypto/sha256: all that it exports, without bodies.

package sha256

import (
	"hash"
)

const (
	BlockSize = 64
	Size      = 32
	Size224   = 28
)

func New() hash.Hash
func New224() hash.Hash
func Sum224(data []byte) [28]byte
func Sum256(data []byte) [32]byte
