// Stub of crypto/ecdsa: all that it exports, without bodies.

package ecdsa

import (
	"crypto"
	"crypto/ecdh"
	"crypto/elliptic"
	"io"
	"math/big"
)

type PrivateKey struct {
	PublicKey
	D *big.Int
}

func (*PrivateKey) Bytes() ([]byte, error)
func (*PrivateKey) ECDH() (*ecdh.PrivateKey, error)
func (*PrivateKey) Equal(x crypto.PrivateKey) bool
func (*PrivateKey) Public() crypto.PublicKey
func (*PrivateKey) Sign(random io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error)

type PublicKey struct {
	elliptic.Curve
	X *big.Int
	Y *big.Int
}

func (*PublicKey) Bytes() ([]byte, error)
func (*PublicKey) ECDH() (*ecdh.PublicKey, error)
func (*PublicKey) Equal(x crypto.PublicKey) bool

func GenerateKey(c elliptic.Curve, r io.Reader) (*PrivateKey, error)
func ParseRawPrivateKey(curve elliptic.Curve, data []byte) (*PrivateKey, error)
func ParseUncompressedPublicKey(curve elliptic.Curve, data []byte) (*PublicKey, error)
func Sign(rand io.Reader, priv *PrivateKey, hash []byte) (r *big.Int, s *big.Int, err error)
func SignASN1(r io.Reader, priv *PrivateKey, hash []byte) ([]byte, error)
func Verify(pub *PublicKey, hash []byte, r *big.Int, s *big.Int) bool
func VerifyASN1(pub *PublicKey, hash []byte, sig []byte) bool
