package example

type Option func()

type Client struct{ options []Option }

func NewClient(options ...Option) *Client { return &Client{options: options} }
