package example

type stats struct{ sent, lost int }

type Link struct {
	queue chan string
	stats stats
}

func Dial(send func(string) error) *Link {
	l := &Link{queue: make(chan string, 16)}
	go func() {
		for line := range l.queue {
			if send(line) != nil {
				l.stats.lost++ // want "field `stats.lost` is written with no lock"
			}
		}
	}()
	return l
}

func (l *Link) Lost() int { return l.stats.lost }
