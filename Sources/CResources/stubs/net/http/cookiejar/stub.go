// Stub of net/http/cookiejar: all that it exports, without bodies.

package cookiejar

import (
	"net/http"
	"net/url"
)

type Jar struct {
	_ []byte
}

func (*Jar) Cookies(u *url.URL) (cookies []*http.Cookie)
func (*Jar) SetCookies(u *url.URL, cookies []*http.Cookie)

type Options struct {
	PublicSuffixList PublicSuffixList
}

type PublicSuffixList interface {
	PublicSuffix(domain string) string
	String() string
}

func New(o *Options) (*Jar, error)
