package example

type ring struct{ nodes []string }

func newRing(nodes []string) *ring { return &ring{nodes: nodes} }

func Count(nodes []string) int { return len(newRing(nodes).nodes) }
