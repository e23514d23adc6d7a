// Stub of crypto/des: all that it exports, without bodies.

package des

import (
	"crypto/cipher"
)

const (
	BlockSize = 8
)

type KeySizeError int

func (KeySizeError) Error() string

func NewCipher(key []byte) (cipher.Block, error)
func NewTripleDESCipher(key []byte) (cipher.Block, error)
