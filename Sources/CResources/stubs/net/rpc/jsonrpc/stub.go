// Stub of net/rpc/jsonrpc: all that it exports, without bodies.

package jsonrpc

import (
	"io"
	"net/rpc"
)

func Dial(network string, address string) (*rpc.Client, error)
func NewClient(conn io.ReadWriteCloser) *rpc.Client
func NewClientCodec(conn io.ReadWriteCloser) rpc.ClientCodec
func NewServerCodec(conn io.ReadWriteCloser) rpc.ServerCodec
func ServeConn(conn io.ReadWriteCloser)
