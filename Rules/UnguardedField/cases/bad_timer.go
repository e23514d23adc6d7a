package example

import (
	"errors"
	"time"
)

type Lease struct {
	key     string
	expired bool
}

func Grant(key string, ttl time.Duration) *Lease {
	l := &Lease{key: key}
	time.AfterFunc(ttl, func() {
		l.expired = true // want "field `Lease.expired` is written with no lock"
	})
	return l
}

func (l *Lease) Use(f func(key string)) error {
	if l.expired {
		return errors.New("lease has expired")
	}
	f(l.key)
	return nil
}
