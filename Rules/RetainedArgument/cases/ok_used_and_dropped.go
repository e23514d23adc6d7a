package example

type Sum struct{ total int }

func (s *Sum) Add(values []int) {
	for _, value := range values {
		s.total += value
	}
}
