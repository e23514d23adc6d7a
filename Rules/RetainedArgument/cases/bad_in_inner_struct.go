// race: ok_as_string.go

package example

type options struct{ tags []string }

type Client struct{ options options }

func NewClient(tags []string) *Client {
	c := &Client{}
	c.options.tags = tags // want "slice `tags` of the caller is kept in `options.tags`"
	return c
}
