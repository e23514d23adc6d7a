// answer: no (other-memory)
// reason: Each call builds and fills a response of its own; the server is only read.

package p

import "context"

type ListRequest struct{ Prefix string }

type ListResponse struct{ Names []string }

type ListServer interface {
	List(context.Context, *ListRequest) (*ListResponse, error)
}

type serviceRegistrar interface {
	RegisterService(name string, impl ListServer)
}

type listServer struct {
	all []string
}

func (s *listServer) List(ctx context.Context, in *ListRequest) (*ListResponse, error) {
	out := &ListResponse{}
	for _, n := range s.all {
		if len(n) >= len(in.Prefix) && n[:len(in.Prefix)] == in.Prefix {
			out.Names = append(out.Names, n) // A B
		}
	}
	return out, ctx.Err()
}

func RegisterList(r serviceRegistrar, all []string) {
	own := append([]string(nil), all...)
	r.RegisterService("list", &listServer{all: own})
}
