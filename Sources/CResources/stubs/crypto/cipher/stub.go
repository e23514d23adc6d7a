// Stub of crypto/cipher: all that it exports, without bodies.

package cipher

import (
	"io"
)

type AEAD interface {
	NonceSize() int
	Open(dst []byte, nonce []byte, ciphertext []byte, additionalData []byte) ([]byte, error)
	Overhead() int
	Seal(dst []byte, nonce []byte, plaintext []byte, additionalData []byte) []byte
}

type Block interface {
	BlockSize() int
	Decrypt(dst []byte, src []byte)
	Encrypt(dst []byte, src []byte)
}

type BlockMode interface {
	BlockSize() int
	CryptBlocks(dst []byte, src []byte)
}

type Stream interface {
	XORKeyStream(dst []byte, src []byte)
}

type StreamReader struct {
	S Stream
	R io.Reader
}

func (StreamReader) Read(dst []byte) (n int, err error)

type StreamWriter struct {
	S   Stream
	W   io.Writer
	Err error
}

func (StreamWriter) Close() error
func (StreamWriter) Write(src []byte) (n int, err error)

func NewCBCDecrypter(b Block, iv []byte) BlockMode
func NewCBCEncrypter(b Block, iv []byte) BlockMode
func NewCFBDecrypter(block Block, iv []byte) Stream
func NewCFBEncrypter(block Block, iv []byte) Stream
func NewCTR(block Block, iv []byte) Stream
func NewGCM(cipher Block) (AEAD, error)
func NewGCMWithNonceSize(cipher Block, size int) (AEAD, error)
func NewGCMWithRandomNonce(cipher Block) (AEAD, error)
func NewGCMWithTagSize(cipher Block, tagSize int) (AEAD, error)
func NewOFB(b Block, iv []byte) Stream
