// Stub of hash/crc64: all that it exports, without bodies.

package crc64

import (
	"hash"
)

const (
	ECMA = 14514072000185962306
	ISO  = 15564440312192434176
	Size = 8
)

type Table [256]uint64

func Checksum(data []byte, tab *Table) uint64
func MakeTable(poly uint64) *Table
func New(tab *Table) hash.Hash64
func Update(crc uint64, tab *Table, p []byte) uint64
