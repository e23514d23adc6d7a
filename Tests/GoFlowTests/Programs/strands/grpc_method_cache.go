// answer: yes
// reason: A gRPC server runs each call of GetUser in a goroutine of its own, and all of them fill one map.

package p

import "context"

type GetUserRequest struct{ Id string }

type GetUserResponse struct{ Name string }

type UserServer interface {
	GetUser(context.Context, *GetUserRequest) (*GetUserResponse, error)
}

type registrar interface {
	RegisterService(name string, impl UserServer)
}

type userServer struct {
	names map[string]string
	load  func(ctx context.Context, id string) (string, error)
}

func (s *userServer) GetUser(ctx context.Context, in *GetUserRequest) (*GetUserResponse, error) {
	name, err := s.load(ctx, in.Id)
	if err != nil {
		return nil, err
	}
	s.names[in.Id] = name // A B
	return &GetUserResponse{Name: name}, nil
}

func Register(r registrar, load func(context.Context, string) (string, error)) {
	r.RegisterService("users", &userServer{names: map[string]string{}, load: load})
}
