// Stub of crypto: all that it exports, without bodies.

package crypto

import (
	"hash"
	"io"
)

const (
	BLAKE2b_256 Hash = 17
	BLAKE2b_384 Hash = 18
	BLAKE2b_512 Hash = 19
	BLAKE2s_256 Hash = 16
	MD4         Hash = 1
	MD5         Hash = 2
	MD5SHA1     Hash = 8
	MLDSAMu     Hash = 20
	RIPEMD160   Hash = 9
	SHA1        Hash = 3
	SHA224      Hash = 4
	SHA256      Hash = 5
	SHA384      Hash = 6
	SHA3_224    Hash = 10
	SHA3_256    Hash = 11
	SHA3_384    Hash = 12
	SHA3_512    Hash = 13
	SHA512      Hash = 7
	SHA512_224  Hash = 14
	SHA512_256  Hash = 15
)

type Decapsulator interface {
	Decapsulate(ciphertext []byte) (sharedKey []byte, err error)
	Encapsulator() Encapsulator
}

type Decrypter interface {
	Decrypt(rand io.Reader, msg []byte, opts DecrypterOpts) (plaintext []byte, err error)
	Public() PublicKey
}

type DecrypterOpts interface{}

type Encapsulator interface {
	Bytes() []byte
	Encapsulate() (sharedKey []byte, ciphertext []byte)
}

type Hash uint

func (Hash) Available() bool
func (Hash) HashFunc() Hash
func (Hash) New() hash.Hash
func (Hash) Size() int
func (Hash) String() string

type MessageSigner interface {
	Signer
	SignMessage(rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error)
}

type PrivateKey interface{}

type PublicKey interface{}

type Signer interface {
	Public() PublicKey
	Sign(rand io.Reader, digest []byte, opts SignerOpts) (signature []byte, err error)
}

type SignerOpts interface {
	HashFunc() Hash
}

func RegisterHash(h Hash, f func() hash.Hash)
func SignMessage(signer Signer, rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error)
