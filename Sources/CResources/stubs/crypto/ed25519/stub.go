// Stub of crypto/ed25519: all that it exports, without bodies.

package ed25519

import (
	"crypto"
	"io"
)

const (
	PrivateKeySize = 64
	PublicKeySize  = 32
	SeedSize       = 32
	SignatureSize  = 64
)

type Options struct {
	Hash    crypto.Hash
	Context string
}

func (*Options) HashFunc() crypto.Hash

type PrivateKey []byte

func (PrivateKey) Equal(x crypto.PrivateKey) bool
func (PrivateKey) Public() crypto.PublicKey
func (PrivateKey) Seed() []byte
func (PrivateKey) Sign(rand io.Reader, message []byte, opts crypto.SignerOpts) (signature []byte, err error)

type PublicKey []byte

func (PublicKey) Equal(x crypto.PublicKey) bool

func GenerateKey(random io.Reader) (PublicKey, PrivateKey, error)
func NewKeyFromSeed(seed []byte) PrivateKey
func Sign(privateKey PrivateKey, message []byte) []byte
func Verify(publicKey PublicKey, message []byte, sig []byte) bool
func VerifyWithOptions(publicKey PublicKey, message []byte, sig []byte, opts *Options) error
