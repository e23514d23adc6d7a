// Stub of crypto/tls: all that it exports, without bodies.

package tls

import (
	"context"
	"crypto"
	"crypto/x509"
	"io"
	"net"
	"time"
)

const (
	CurveP256                                     CurveID              = 23
	CurveP384                                     CurveID              = 24
	CurveP521                                     CurveID              = 25
	ECDSAWithP256AndSHA256                        SignatureScheme      = 1027
	ECDSAWithP384AndSHA384                        SignatureScheme      = 1283
	ECDSAWithP521AndSHA512                        SignatureScheme      = 1539
	ECDSAWithSHA1                                 SignatureScheme      = 515
	Ed25519                                       SignatureScheme      = 2055
	MLDSA44                                       SignatureScheme      = 2308
	MLDSA65                                       SignatureScheme      = 2309
	MLDSA87                                       SignatureScheme      = 2310
	MLKEM1024                                     CurveID              = 514
	NoClientCert                                  ClientAuthType       = 0
	PKCS1WithSHA1                                 SignatureScheme      = 513
	PKCS1WithSHA256                               SignatureScheme      = 1025
	PKCS1WithSHA384                               SignatureScheme      = 1281
	PKCS1WithSHA512                               SignatureScheme      = 1537
	PSSWithSHA256                                 SignatureScheme      = 2052
	PSSWithSHA384                                 SignatureScheme      = 2053
	PSSWithSHA512                                 SignatureScheme      = 2054
	QUICEncryptionLevelApplication                QUICEncryptionLevel  = 3
	QUICEncryptionLevelEarly                      QUICEncryptionLevel  = 1
	QUICEncryptionLevelHandshake                  QUICEncryptionLevel  = 2
	QUICEncryptionLevelInitial                    QUICEncryptionLevel  = 0
	QUICErrorEvent                                QUICEventKind        = 10
	QUICHandshakeDone                             QUICEventKind        = 7
	QUICNoEvent                                   QUICEventKind        = 0
	QUICRejectedEarlyData                         QUICEventKind        = 6
	QUICResumeSession                             QUICEventKind        = 8
	QUICSetReadSecret                             QUICEventKind        = 1
	QUICSetWriteSecret                            QUICEventKind        = 2
	QUICStoreSession                              QUICEventKind        = 9
	QUICTransportParameters                       QUICEventKind        = 4
	QUICTransportParametersRequired               QUICEventKind        = 5
	QUICWriteData                                 QUICEventKind        = 3
	RenegotiateFreelyAsClient                     RenegotiationSupport = 2
	RenegotiateNever                              RenegotiationSupport = 0
	RenegotiateOnceAsClient                       RenegotiationSupport = 1
	RequestClientCert                             ClientAuthType       = 1
	RequireAndVerifyClientCert                    ClientAuthType       = 4
	RequireAnyClientCert                          ClientAuthType       = 2
	SecP256r1MLKEM768                             CurveID              = 4587
	SecP384r1MLKEM1024                            CurveID              = 4589
	TLS_AES_128_GCM_SHA256                        uint16               = 4865
	TLS_AES_256_GCM_SHA384                        uint16               = 4866
	TLS_CHACHA20_POLY1305_SHA256                  uint16               = 4867
	TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA          uint16               = 49161
	TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256       uint16               = 49187
	TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256       uint16               = 49195
	TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA          uint16               = 49162
	TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384       uint16               = 49196
	TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305        uint16               = 52393
	TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 uint16               = 52393
	TLS_ECDHE_ECDSA_WITH_RC4_128_SHA              uint16               = 49159
	TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA           uint16               = 49170
	TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA            uint16               = 49171
	TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256         uint16               = 49191
	TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256         uint16               = 49199
	TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA            uint16               = 49172
	TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384         uint16               = 49200
	TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305          uint16               = 52392
	TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256   uint16               = 52392
	TLS_ECDHE_RSA_WITH_RC4_128_SHA                uint16               = 49169
	TLS_FALLBACK_SCSV                             uint16               = 22016
	TLS_RSA_WITH_3DES_EDE_CBC_SHA                 uint16               = 10
	TLS_RSA_WITH_AES_128_CBC_SHA                  uint16               = 47
	TLS_RSA_WITH_AES_128_CBC_SHA256               uint16               = 60
	TLS_RSA_WITH_AES_128_GCM_SHA256               uint16               = 156
	TLS_RSA_WITH_AES_256_CBC_SHA                  uint16               = 53
	TLS_RSA_WITH_AES_256_GCM_SHA384               uint16               = 157
	TLS_RSA_WITH_RC4_128_SHA                      uint16               = 5
	VerifyClientCertIfGiven                       ClientAuthType       = 3
	VersionSSL30                                                       = 768
	VersionTLS10                                                       = 769
	VersionTLS11                                                       = 770
	VersionTLS12                                                       = 771
	VersionTLS13                                                       = 772
	X25519                                        CurveID              = 29
	X25519MLKEM768                                CurveID              = 4588
)

type AlertError uint8

func (AlertError) Error() string

type Certificate struct {
	Certificate                  [][]byte
	PrivateKey                   crypto.PrivateKey
	SupportedSignatureAlgorithms []SignatureScheme
	OCSPStaple                   []byte
	SignedCertificateTimestamps  [][]byte
	Leaf                         *x509.Certificate
}

type CertificateRequestInfo struct {
	AcceptableCAs    [][]byte
	SignatureSchemes []SignatureScheme
	Version          uint16
	_                *byte
}

func (*CertificateRequestInfo) Context() context.Context
func (*CertificateRequestInfo) SupportsCertificate(c *Certificate) error

type CertificateVerificationError struct {
	UnverifiedCertificates []*x509.Certificate
	Err                    error
}

func (*CertificateVerificationError) Error() string
func (*CertificateVerificationError) Unwrap() error

type CipherSuite struct {
	ID                uint16
	Name              string
	SupportedVersions []uint16
	Insecure          bool
}

type ClientAuthType int

func (ClientAuthType) String() string

type ClientHelloInfo struct {
	CipherSuites      []uint16
	ServerName        string
	SupportedCurves   []CurveID
	SupportedPoints   []uint8
	SignatureSchemes  []SignatureScheme
	SupportedProtos   []string
	SupportedVersions []uint16
	Extensions        []uint16
	Conn              net.Conn
	HelloRetryRequest bool
	_                 *byte
}

func (*ClientHelloInfo) Context() context.Context
func (*ClientHelloInfo) SupportsCertificate(c *Certificate) error

type ClientSessionCache interface {
	Get(sessionKey string) (session *ClientSessionState, ok bool)
	Put(sessionKey string, cs *ClientSessionState)
}

type ClientSessionState struct {
	_ *byte
}

func (*ClientSessionState) ResumptionState() (ticket []byte, state *SessionState, err error)

type Config struct {
	Rand                                io.Reader
	Time                                func() time.Time
	Certificates                        []Certificate
	NameToCertificate                   map[string]*Certificate
	GetCertificate                      func(*ClientHelloInfo) (*Certificate, error)
	GetClientCertificate                func(*CertificateRequestInfo) (*Certificate, error)
	GetConfigForClient                  func(*ClientHelloInfo) (*Config, error)
	VerifyPeerCertificate               func(rawCerts [][]byte, verifiedChains [][]*x509.Certificate) error
	VerifyConnection                    func(ConnectionState) error
	RootCAs                             *x509.CertPool
	NextProtos                          []string
	ServerName                          string
	ClientAuth                          ClientAuthType
	ClientCAs                           *x509.CertPool
	InsecureSkipVerify                  bool
	CipherSuites                        []uint16
	PreferServerCipherSuites            bool
	SessionTicketsDisabled              bool
	SessionTicketKey                    [32]byte
	ClientSessionCache                  ClientSessionCache
	UnwrapSession                       func(identity []byte, cs ConnectionState) (*SessionState, error)
	WrapSession                         func(ConnectionState, *SessionState) ([]byte, error)
	MinVersion                          uint16
	MaxVersion                          uint16
	CurvePreferences                    []CurveID
	DynamicRecordSizingDisabled         bool
	Renegotiation                       RenegotiationSupport
	KeyLogWriter                        io.Writer
	EncryptedClientHelloConfigList      []byte
	EncryptedClientHelloRejectionVerify func(ConnectionState) error
	GetEncryptedClientHelloKeys         func(*ClientHelloInfo) ([]EncryptedClientHelloKey, error)
	EncryptedClientHelloKeys            []EncryptedClientHelloKey
	_                                   []byte
}

func (*Config) BuildNameToCertificate()
func (*Config) Clone() *Config
func (*Config) DecryptTicket(identity []byte, cs ConnectionState) (*SessionState, error)
func (*Config) EncryptTicket(cs ConnectionState, ss *SessionState) ([]byte, error)
func (*Config) SetSessionTicketKeys(keys [][32]byte)

type Conn struct {
	_ []byte
}

func (*Conn) Close() error
func (*Conn) CloseWrite() error
func (*Conn) ConnectionState() ConnectionState
func (*Conn) Handshake() error
func (*Conn) HandshakeContext(ctx context.Context) error
func (*Conn) LocalAddr() net.Addr
func (*Conn) NetConn() net.Conn
func (*Conn) OCSPResponse() []byte
func (*Conn) Read(b []byte) (int, error)
func (*Conn) RemoteAddr() net.Addr
func (*Conn) SetDeadline(t time.Time) error
func (*Conn) SetReadDeadline(t time.Time) error
func (*Conn) SetWriteDeadline(t time.Time) error
func (*Conn) VerifyHostname(host string) error
func (*Conn) Write(b []byte) (int, error)

type ConnectionState struct {
	Version                     uint16
	HandshakeComplete           bool
	DidResume                   bool
	CipherSuite                 uint16
	CurveID                     CurveID
	NegotiatedProtocol          string
	NegotiatedProtocolIsMutual  bool
	ServerName                  string
	PeerCertificates            []*x509.Certificate
	VerifiedChains              [][]*x509.Certificate
	SignedCertificateTimestamps [][]byte
	OCSPResponse                []byte
	TLSUnique                   []byte
	ECHAccepted                 bool
	HelloRetryRequest           bool
	LocalCertificate            [][]byte
	_                           []byte
}

func (*ConnectionState) ExportKeyingMaterial(label string, context []byte, length int) ([]byte, error)

type CurveID uint16

func (CurveID) String() string

type Dialer struct {
	NetDialer *net.Dialer
	Config    *Config
}

func (*Dialer) Dial(network string, addr string) (net.Conn, error)
func (*Dialer) DialContext(ctx context.Context, network string, addr string) (net.Conn, error)

type ECHRejectionError struct {
	RetryConfigList []byte
}

func (*ECHRejectionError) Error() string

type EncryptedClientHelloKey struct {
	Config      []byte
	PrivateKey  []byte
	SendAsRetry bool
}

type QUICConfig struct {
	TLSConfig           *Config
	EnableSessionEvents bool
	ClientHelloInfoConn net.Conn
}

type QUICConn struct {
	_ *byte
}

func (*QUICConn) Close() error
func (*QUICConn) ConnectionState() ConnectionState
func (*QUICConn) HandleData(level QUICEncryptionLevel, data []byte) error
func (*QUICConn) NextEvent() QUICEvent
func (*QUICConn) SendSessionTicket(opts QUICSessionTicketOptions) error
func (*QUICConn) SetTransportParameters(params []byte)
func (*QUICConn) Start(ctx context.Context) error
func (*QUICConn) StoreSession(session *SessionState) error

type QUICEncryptionLevel int

func (QUICEncryptionLevel) String() string

type QUICEvent struct {
	Kind         QUICEventKind
	Level        QUICEncryptionLevel
	Data         []byte
	Suite        uint16
	SessionState *SessionState
	Err          error
}

type QUICEventKind int

type QUICSessionTicketOptions struct {
	EarlyData bool
	Extra     [][]byte
}

type RecordHeaderError struct {
	Msg          string
	RecordHeader [5]byte
	Conn         net.Conn
}

func (RecordHeaderError) Error() string

type RenegotiationSupport int

type SessionState struct {
	Extra     [][]byte
	EarlyData bool
	_         []byte
}

func (*SessionState) Bytes() ([]byte, error)

type SignatureScheme uint16

func (SignatureScheme) String() string

func CipherSuiteName(id uint16) string
func CipherSuites() []*CipherSuite
func Client(conn net.Conn, config *Config) *Conn
func Dial(network string, addr string, config *Config) (*Conn, error)
func DialWithDialer(dialer *net.Dialer, network string, addr string, config *Config) (*Conn, error)
func InsecureCipherSuites() []*CipherSuite
func Listen(network string, laddr string, config *Config) (net.Listener, error)
func LoadX509KeyPair(certFile string, keyFile string) (Certificate, error)
func NewLRUClientSessionCache(capacity int) ClientSessionCache
func NewListener(inner net.Listener, config *Config) net.Listener
func NewResumptionState(ticket []byte, state *SessionState) (*ClientSessionState, error)
func ParseSessionState(data []byte) (*SessionState, error)
func QUICClient(config *QUICConfig) *QUICConn
func QUICServer(config *QUICConfig) *QUICConn
func Server(conn net.Conn, config *Config) *Conn
func VersionName(version uint16) string
func X509KeyPair(certPEMBlock []byte, keyPEMBlock []byte) (Certificate, error)
