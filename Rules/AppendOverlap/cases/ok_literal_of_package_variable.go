package example

type config struct {
	id     string
	scopes []string
}

var defaults = &config{id: "x", scopes: []string{"read"}}

var plain = config{scopes: []string{"read"}}

func derived(more bool) *config {
	if !more {
		return defaults
	}
	c := *defaults
	c.scopes = append(c.scopes, "write")
	return &c
}

func derivedPlain() *config {
	c := plain
	c.scopes = append(c.scopes, "write")
	return &c
}
