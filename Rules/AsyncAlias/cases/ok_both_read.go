package example

type Hub struct{ topics chan []string }

func NewHub() *Hub {
	h := &Hub{topics: make(chan []string, 3)}
	go func() {
		for topics := range h.topics {
			println(len(topics), topics[0])
		}
	}()
	return h
}

func Announce(h *Hub, topics []string) int {
	h.topics <- topics
	length := 0
	for _, t := range topics {
		length += len(t)
	}
	return length
}
