// Stub of crypto/rc4: all that it exports, without bodies.

package rc4

type Cipher struct {
	_ byte
}

func (*Cipher) Reset()
func (*Cipher) XORKeyStream(dst []byte, src []byte)

type KeySizeError int

func (KeySizeError) Error() string

func NewCipher(key []byte) (*Cipher, error)
