// Stub of crypto/pbkdf2: all that it exports, without bodies.

package pbkdf2

import (
	"hash"
)

func Key[Hash hash.Hash](h func() Hash, password string, salt []byte, iter int, keyLength int) ([]byte, error)
