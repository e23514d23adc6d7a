package example

type Token struct{ text string }

func NewToken(text []byte) *Token { return &Token{text: string(text)} }
