// Stub of crypto/mlkem: all that it exports, without bodies.

package mlkem

import (
	"crypto"
)

const (
	CiphertextSize1024       = 1568
	CiphertextSize768        = 1088
	EncapsulationKeySize1024 = 1568
	EncapsulationKeySize768  = 1184
	SeedSize                 = 64
	SharedKeySize            = 32
)

type DecapsulationKey1024 struct {
	_ *byte
}

func (*DecapsulationKey1024) Bytes() []byte
func (*DecapsulationKey1024) Decapsulate(ciphertext []byte) (sharedKey []byte, err error)
func (*DecapsulationKey1024) EncapsulationKey() *EncapsulationKey1024
func (*DecapsulationKey1024) Encapsulator() crypto.Encapsulator

type DecapsulationKey768 struct {
	_ *byte
}

func (*DecapsulationKey768) Bytes() []byte
func (*DecapsulationKey768) Decapsulate(ciphertext []byte) (sharedKey []byte, err error)
func (*DecapsulationKey768) EncapsulationKey() *EncapsulationKey768
func (*DecapsulationKey768) Encapsulator() crypto.Encapsulator

type EncapsulationKey1024 struct {
	_ *byte
}

func (*EncapsulationKey1024) Bytes() []byte
func (*EncapsulationKey1024) Encapsulate() (sharedKey []byte, ciphertext []byte)

type EncapsulationKey768 struct {
	_ *byte
}

func (*EncapsulationKey768) Bytes() []byte
func (*EncapsulationKey768) Encapsulate() (sharedKey []byte, ciphertext []byte)

func GenerateKey1024() (*DecapsulationKey1024, error)
func GenerateKey768() (*DecapsulationKey768, error)
func NewDecapsulationKey1024(seed []byte) (*DecapsulationKey1024, error)
func NewDecapsulationKey768(seed []byte) (*DecapsulationKey768, error)
func NewEncapsulationKey1024(encapsulationKey []byte) (*EncapsulationKey1024, error)
func NewEncapsulationKey768(encapsulationKey []byte) (*EncapsulationKey768, error)
