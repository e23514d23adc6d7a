package example

type Ring struct{ nodes []string }

func NewRing(nodes []string) *Ring {
	return &Ring{nodes: append([]string(nil), nodes...)}
}
