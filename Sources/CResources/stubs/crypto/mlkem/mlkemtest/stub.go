// Stub of crypto/mlkem/mlkemtest: all that it exports, without bodies.

package mlkemtest

import (
	"crypto/mlkem"
)

func Encapsulate1024(ek *mlkem.EncapsulationKey1024, random []byte) (sharedKey []byte, ciphertext []byte, err error)
func Encapsulate768(ek *mlkem.EncapsulationKey768, random []byte) (sharedKey []byte, ciphertext []byte, err error)
