// Stub of crypto/dsa: all that it exports, without bodies.

package dsa

import (
	"io"
	"math/big"
)

const (
	L1024N160 ParameterSizes = 0
	L2048N224 ParameterSizes = 1
	L2048N256 ParameterSizes = 2
	L3072N256 ParameterSizes = 3
)

var (
	ErrInvalidPublicKey error
)

type ParameterSizes int

type Parameters struct {
	P *big.Int
	Q *big.Int
	G *big.Int
}

type PrivateKey struct {
	PublicKey
	X *big.Int
}

type PublicKey struct {
	Parameters
	Y *big.Int
}

func GenerateKey(priv *PrivateKey, rand io.Reader) error
func GenerateParameters(params *Parameters, rand io.Reader, sizes ParameterSizes) error
func Sign(random io.Reader, priv *PrivateKey, hash []byte) (r *big.Int, s *big.Int, err error)
func Verify(pub *PublicKey, hash []byte, r *big.Int, s *big.Int) bool
