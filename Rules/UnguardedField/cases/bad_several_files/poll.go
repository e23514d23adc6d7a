package example

import "time"

func (s *Source) poll(every time.Duration, emit func(string)) {
	for s.failures < 3 {
		time.Sleep(every)
		emit(s.address)
	}
}
