// Stub of encoding/json/internal/jsonflags: what other stubs mention of it, without bodies.

package jsonflags

import (
	"encoding/json/internal"
)

const (
	AllArshalV1Flags                Bools = 8795019280384
	AllArshalV2Flags                Bools = 1073479680
	AllCoderFlags                   Bools = 262142
	AllFlags                        Bools = 8796093022206
	AllowDuplicateNames             Bools = 2
	AllowInvalidUTF8                Bools = 4
	AnyEscape                       Bools = 1536
	AnyWhitespace                   Bools = 14336
	ByteLimit                       Bools = 65536
	CallMethodsWithLegacySemantics  Bools = 1073741824
	CanonicalizeNumbers             Bools = 192
	CanonicalizeRawFloats           Bools = 128
	CanonicalizeRawInts             Bools = 64
	DefaultV1Flags                  Bools = 6596008085030
	DepthLimit                      Bools = 131072
	Deterministic                   Bools = 524288
	EscapeForHTML                   Bools = 512
	EscapeForJS                     Bools = 1024
	FormatByteArrayAsArray          Bools = 2147483648
	FormatBytesWithLegacySemantics  Bools = 4294967296
	FormatDurationAsNano            Bools = 8589934592
	FormatNilMapAsNull              Bools = 1048576
	FormatNilSliceAsNull            Bools = 2097152
	FormatTag                       Bools = 268435456
	FormatTagSupported              Bools = 536870912
	Indent                          Bools = 16384
	IndentPrefix                    Bools = 32768
	Marshalers                      Bools = 33554432
	MatchCaseInsensitiveNames       Bools = 8388608
	MatchCaseSensitiveDelimiter     Bools = 17179869184
	MergeWithLegacySemantics        Bools = 34359738368
	Multiline                       Bools = 2048
	NonBooleanFlags                 Bools = 369344512
	OmitEmptyWithLegacySemantics    Bools = 68719476736
	OmitTopLevelNewline             Bools = 16
	OmitZeroStructFields            Bools = 4194304
	ParseBytesWithLooseRFC4648      Bools = 137438953472
	ParseTimeWithLooseRFC3339       Bools = 274877906944
	PreserveRawStrings              Bools = 32
	RejectUnknownMembers            Bools = 16777216
	ReorderRawObjects               Bools = 256
	ReportErrorsWithLegacySemantics Bools = 549755813888
	SpaceAfterColon                 Bools = 4096
	SpaceAfterComma                 Bools = 8192
	StringTag                       Bools = 134217728
	StringifyNumbers                Bools = 262144
	StringifyWithLegacySemantics    Bools = 1099511627776
	TagFlags                        Bools = 402653184
	UnmarshalAnyWithRawNumber       Bools = 2199023255552
	UnmarshalArrayFromAnyLength     Bools = 4398046511104
	Unmarshalers                    Bools = 67108864
	WhitespaceFlags                 Bools = 63488
	WithinArshalCall                Bools = 8
)

type Bools uint64

func (Bools) JSONOptions(internal.NotForPublicUse)

type Flags struct {
	Presence uint64
	Values   uint64
}

func (*Flags) Clear(f Bools)
func (Flags) Get(f Bools) bool
func (Flags) Has(f Bools) bool
func (*Flags) Join(src Flags)
func (*Flags) Set(f Bools)
