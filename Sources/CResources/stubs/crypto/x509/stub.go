// Stub of crypto/x509: all that it exports, without bodies.

package x509

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/url"
	"time"
)

const (
	CANotAuthorizedForExtKeyUsage             InvalidReason      = 9
	CANotAuthorizedForThisName                InvalidReason      = 2
	DSA                                       PublicKeyAlgorithm = 2
	DSAWithSHA1                               SignatureAlgorithm = 7
	DSAWithSHA256                             SignatureAlgorithm = 8
	ECDSA                                     PublicKeyAlgorithm = 3
	ECDSAWithSHA1                             SignatureAlgorithm = 9
	ECDSAWithSHA256                           SignatureAlgorithm = 10
	ECDSAWithSHA384                           SignatureAlgorithm = 11
	ECDSAWithSHA512                           SignatureAlgorithm = 12
	Ed25519                                   PublicKeyAlgorithm = 4
	Expired                                   InvalidReason      = 1
	ExtKeyUsageAny                            ExtKeyUsage        = 0
	ExtKeyUsageClientAuth                     ExtKeyUsage        = 2
	ExtKeyUsageCodeSigning                    ExtKeyUsage        = 3
	ExtKeyUsageEmailProtection                ExtKeyUsage        = 4
	ExtKeyUsageIPSECEndSystem                 ExtKeyUsage        = 5
	ExtKeyUsageIPSECTunnel                    ExtKeyUsage        = 6
	ExtKeyUsageIPSECUser                      ExtKeyUsage        = 7
	ExtKeyUsageMicrosoftCommercialCodeSigning ExtKeyUsage        = 12
	ExtKeyUsageMicrosoftKernelCodeSigning     ExtKeyUsage        = 13
	ExtKeyUsageMicrosoftServerGatedCrypto     ExtKeyUsage        = 10
	ExtKeyUsageNetscapeServerGatedCrypto      ExtKeyUsage        = 11
	ExtKeyUsageOCSPSigning                    ExtKeyUsage        = 9
	ExtKeyUsageServerAuth                     ExtKeyUsage        = 1
	ExtKeyUsageTimeStamping                   ExtKeyUsage        = 8
	IncompatibleUsage                         InvalidReason      = 4
	KeyUsageCRLSign                           KeyUsage           = 64
	KeyUsageCertSign                          KeyUsage           = 32
	KeyUsageContentCommitment                 KeyUsage           = 2
	KeyUsageDataEncipherment                  KeyUsage           = 8
	KeyUsageDecipherOnly                      KeyUsage           = 256
	KeyUsageDigitalSignature                  KeyUsage           = 1
	KeyUsageEncipherOnly                      KeyUsage           = 128
	KeyUsageKeyAgreement                      KeyUsage           = 16
	KeyUsageKeyEncipherment                   KeyUsage           = 4
	MD2WithRSA                                SignatureAlgorithm = 1
	MD5WithRSA                                SignatureAlgorithm = 2
	MLDSA                                     PublicKeyAlgorithm = 5
	MLDSA44                                   SignatureAlgorithm = 17
	MLDSA65                                   SignatureAlgorithm = 18
	MLDSA87                                   SignatureAlgorithm = 19
	NameConstraintsWithoutSANs                InvalidReason      = 6
	NameMismatch                              InvalidReason      = 5
	NoValidChains                             InvalidReason      = 10
	NotAuthorizedToSign                       InvalidReason      = 0
	PEMCipher3DES                             PEMCipher          = 2
	PEMCipherAES128                           PEMCipher          = 3
	PEMCipherAES192                           PEMCipher          = 4
	PEMCipherAES256                           PEMCipher          = 5
	PEMCipherDES                              PEMCipher          = 1
	PureEd25519                               SignatureAlgorithm = 16
	RSA                                       PublicKeyAlgorithm = 1
	SHA1WithRSA                               SignatureAlgorithm = 3
	SHA256WithRSA                             SignatureAlgorithm = 4
	SHA256WithRSAPSS                          SignatureAlgorithm = 13
	SHA384WithRSA                             SignatureAlgorithm = 5
	SHA384WithRSAPSS                          SignatureAlgorithm = 14
	SHA512WithRSA                             SignatureAlgorithm = 6
	SHA512WithRSAPSS                          SignatureAlgorithm = 15
	TooManyConstraints                        InvalidReason      = 8
	TooManyIntermediates                      InvalidReason      = 3
	UnconstrainedName                         InvalidReason      = 7
	UnknownPublicKeyAlgorithm                 PublicKeyAlgorithm = 0
	UnknownSignatureAlgorithm                 SignatureAlgorithm = 0
)

var (
	ErrUnsupportedAlgorithm error
	IncorrectPasswordError  error
)

type CertPool struct {
	_ []byte
}

func (*CertPool) AddCert(cert *Certificate)
func (*CertPool) AddCertWithConstraint(cert *Certificate, constraint func([]*Certificate) error)
func (*CertPool) AppendCertsFromPEM(pemCerts []byte) (ok bool)
func (*CertPool) Clone() *CertPool
func (*CertPool) Equal(other *CertPool) bool
func (*CertPool) Subjects() [][]byte

type Certificate struct {
	Raw                         []byte
	RawTBSCertificate           []byte
	RawSubjectPublicKeyInfo     []byte
	RawSubject                  []byte
	RawIssuer                   []byte
	RawSignatureAlgorithm       []byte
	Signature                   []byte
	SignatureAlgorithm          SignatureAlgorithm
	PublicKeyAlgorithm          PublicKeyAlgorithm
	PublicKey                   any
	Version                     int
	SerialNumber                *big.Int
	Issuer                      pkix.Name
	Subject                     pkix.Name
	NotBefore                   time.Time
	NotAfter                    time.Time
	KeyUsage                    KeyUsage
	Extensions                  []pkix.Extension
	ExtraExtensions             []pkix.Extension
	UnhandledCriticalExtensions []asn1.ObjectIdentifier
	ExtKeyUsage                 []ExtKeyUsage
	UnknownExtKeyUsage          []asn1.ObjectIdentifier
	BasicConstraintsValid       bool
	IsCA                        bool
	MaxPathLen                  int
	MaxPathLenZero              bool
	SubjectKeyId                []byte
	AuthorityKeyId              []byte
	OCSPServer                  []string
	IssuingCertificateURL       []string
	DNSNames                    []string
	EmailAddresses              []string
	IPAddresses                 []net.IP
	URIs                        []*url.URL
	PermittedDNSDomainsCritical bool
	PermittedDNSDomains         []string
	ExcludedDNSDomains          []string
	PermittedIPRanges           []*net.IPNet
	ExcludedIPRanges            []*net.IPNet
	PermittedEmailAddresses     []string
	ExcludedEmailAddresses      []string
	PermittedURIDomains         []string
	ExcludedURIDomains          []string
	CRLDistributionPoints       []string
	PolicyIdentifiers           []asn1.ObjectIdentifier
	Policies                    []OID
	InhibitAnyPolicy            int
	InhibitAnyPolicyZero        bool
	InhibitPolicyMapping        int
	InhibitPolicyMappingZero    bool
	RequireExplicitPolicy       int
	RequireExplicitPolicyZero   bool
	PolicyMappings              []PolicyMapping
}

func (*Certificate) CheckCRLSignature(crl *pkix.CertificateList) error
func (*Certificate) CheckSignature(algo SignatureAlgorithm, signed []byte, signature []byte) error
func (*Certificate) CheckSignatureFrom(parent *Certificate) error
func (*Certificate) CreateCRL(rand io.Reader, priv any, revokedCerts []pkix.RevokedCertificate, now time.Time, expiry time.Time) (crlBytes []byte, err error)
func (*Certificate) Equal(other *Certificate) bool
func (*Certificate) Verify(opts VerifyOptions) ([][]*Certificate, error)
func (*Certificate) VerifyHostname(h string) error

type CertificateInvalidError struct {
	Cert   *Certificate
	Reason InvalidReason
	Detail string
}

func (CertificateInvalidError) Error() string

type CertificateRequest struct {
	Raw                      []byte
	RawTBSCertificateRequest []byte
	RawSubjectPublicKeyInfo  []byte
	RawSubject               []byte
	RawSignatureAlgorithm    []byte
	Version                  int
	Signature                []byte
	SignatureAlgorithm       SignatureAlgorithm
	PublicKeyAlgorithm       PublicKeyAlgorithm
	PublicKey                any
	Subject                  pkix.Name
	Attributes               []pkix.AttributeTypeAndValueSET
	Extensions               []pkix.Extension
	ExtraExtensions          []pkix.Extension
	DNSNames                 []string
	EmailAddresses           []string
	IPAddresses              []net.IP
	URIs                     []*url.URL
}

func (*CertificateRequest) CheckSignature() error

type ConstraintViolationError struct{}

func (ConstraintViolationError) Error() string

type ExtKeyUsage int

func (ExtKeyUsage) OID() OID
func (ExtKeyUsage) String() string

type HostnameError struct {
	Certificate *Certificate
	Host        string
}

func (HostnameError) Error() string

type InsecureAlgorithmError int

func (InsecureAlgorithmError) Error() string

type InvalidReason int

type KeyUsage int

func (KeyUsage) String() string

type OID struct {
	_ []byte
}

func (OID) AppendBinary(b []byte) ([]byte, error)
func (OID) AppendText(b []byte) ([]byte, error)
func (OID) Equal(other OID) bool
func (OID) EqualASN1OID(other asn1.ObjectIdentifier) bool
func (OID) MarshalBinary() ([]byte, error)
func (OID) MarshalText() ([]byte, error)
func (OID) String() string
func (*OID) UnmarshalBinary(b []byte) error
func (*OID) UnmarshalText(text []byte) error

type PEMCipher int

type PolicyMapping struct {
	IssuerDomainPolicy  OID
	SubjectDomainPolicy OID
}

type PublicKeyAlgorithm int

func (PublicKeyAlgorithm) String() string

type RevocationList struct {
	Raw                       []byte
	RawTBSRevocationList      []byte
	RawIssuer                 []byte
	RawSignatureAlgorithm     []byte
	Issuer                    pkix.Name
	AuthorityKeyId            []byte
	Signature                 []byte
	SignatureAlgorithm        SignatureAlgorithm
	RevokedCertificateEntries []RevocationListEntry
	RevokedCertificates       []pkix.RevokedCertificate
	Number                    *big.Int
	ThisUpdate                time.Time
	NextUpdate                time.Time
	Extensions                []pkix.Extension
	ExtraExtensions           []pkix.Extension
}

func (*RevocationList) CheckSignatureFrom(parent *Certificate) error

type RevocationListEntry struct {
	Raw             []byte
	SerialNumber    *big.Int
	RevocationTime  time.Time
	ReasonCode      int
	Extensions      []pkix.Extension
	ExtraExtensions []pkix.Extension
}

type SignatureAlgorithm int

func (SignatureAlgorithm) String() string

type SystemRootsError struct {
	Err error
}

func (SystemRootsError) Error() string
func (SystemRootsError) Unwrap() error

type UnhandledCriticalExtension struct{}

func (UnhandledCriticalExtension) Error() string

type UnknownAuthorityError struct {
	Cert *Certificate
	_    *byte
}

func (UnknownAuthorityError) Error() string

type VerifyOptions struct {
	DNSName                   string
	Intermediates             *CertPool
	Roots                     *CertPool
	CurrentTime               time.Time
	KeyUsages                 []ExtKeyUsage
	MaxConstraintComparisions int
	CertificatePolicies       []OID
	_                         byte
}

func CreateCertificate(rand io.Reader, template *Certificate, parent *Certificate, pub any, priv any) ([]byte, error)
func CreateCertificateRequest(rand io.Reader, template *CertificateRequest, priv any) (csr []byte, err error)
func CreateRevocationList(rand io.Reader, template *RevocationList, issuer *Certificate, priv crypto.Signer) ([]byte, error)
func DecryptPEMBlock(b *pem.Block, password []byte) ([]byte, error)
func EncryptPEMBlock(rand io.Reader, blockType string, data []byte, password []byte, alg PEMCipher) (*pem.Block, error)
func IsEncryptedPEMBlock(b *pem.Block) bool
func MarshalECPrivateKey(key *ecdsa.PrivateKey) ([]byte, error)
func MarshalPKCS1PrivateKey(key *rsa.PrivateKey) []byte
func MarshalPKCS1PublicKey(key *rsa.PublicKey) []byte
func MarshalPKCS8PrivateKey(key any) ([]byte, error)
func MarshalPKIXPublicKey(pub any) ([]byte, error)
func NewCertPool() *CertPool
func OIDFromASN1OID(asn1OID asn1.ObjectIdentifier) (OID, error)
func OIDFromInts(oid []uint64) (OID, error)
func ParseCRL(crlBytes []byte) (*pkix.CertificateList, error)
func ParseCertificate(der []byte) (*Certificate, error)
func ParseCertificateRequest(asn1Data []byte) (*CertificateRequest, error)
func ParseCertificates(der []byte) ([]*Certificate, error)
func ParseDERCRL(derBytes []byte) (*pkix.CertificateList, error)
func ParseECPrivateKey(der []byte) (*ecdsa.PrivateKey, error)
func ParseOID(oid string) (OID, error)
func ParsePKCS1PrivateKey(der []byte) (*rsa.PrivateKey, error)
func ParsePKCS1PublicKey(der []byte) (*rsa.PublicKey, error)
func ParsePKCS8PrivateKey(der []byte) (key any, err error)
func ParsePKIXPublicKey(derBytes []byte) (pub any, err error)
func ParseRevocationList(der []byte) (*RevocationList, error)
func SetFallbackRoots(roots *CertPool)
func SystemCertPool() (*CertPool, error)
