// Stub of crypto/mldsa: all that it exports, without bodies.

package mldsa

import (
	"crypto"
	"io"
)

const (
	MLDSA44PublicKeySize = 1312
	MLDSA44SignatureSize = 2420
	MLDSA65PublicKeySize = 1952
	MLDSA65SignatureSize = 3309
	MLDSA87PublicKeySize = 2592
	MLDSA87SignatureSize = 4627
	PrivateKeySize       = 32
)

type Options struct {
	Context string
}

func (*Options) HashFunc() crypto.Hash

type Parameters struct {
	_ byte
}

func (Parameters) PublicKeySize() int
func (Parameters) SignatureSize() int
func (Parameters) String() string

type PrivateKey struct {
	_ byte
}

func (*PrivateKey) Bytes() []byte
func (*PrivateKey) Equal(x crypto.PrivateKey) bool
func (*PrivateKey) Public() crypto.PublicKey
func (*PrivateKey) PublicKey() *PublicKey
func (*PrivateKey) Sign(_ io.Reader, message []byte, opts crypto.SignerOpts) (signature []byte, err error)
func (*PrivateKey) SignDeterministic(message []byte, opts crypto.SignerOpts) (signature []byte, err error)

type PublicKey struct {
	_ byte
}

func (*PublicKey) Bytes() []byte
func (*PublicKey) Equal(x crypto.PublicKey) bool
func (*PublicKey) Parameters() Parameters

func GenerateKey(params Parameters) (*PrivateKey, error)
func MLDSA44() Parameters
func MLDSA65() Parameters
func MLDSA87() Parameters
func NewPrivateKey(params Parameters, seed []byte) (*PrivateKey, error)
func NewPublicKey(params Parameters, encoding []byte) (*PublicKey, error)
func Verify(pk *PublicKey, message []byte, signature []byte, opts *Options) error
