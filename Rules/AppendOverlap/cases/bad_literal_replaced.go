package example

type config struct {
	id     string
	scopes []string
}

var defaults = &config{id: "x", scopes: []string{"read"}}

func Derived() *config {
	c := *defaults
	c.scopes = append(c.scopes, "write") // want "`c.scopes` is appended to"
	return &c
}

func Widen() { defaults = Derived() }
