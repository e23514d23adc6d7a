package old

type Batch struct {
	Topic string
	Keys  []string
	Raw   []byte
}

type Publisher struct{ batches chan *Batch }

func NewPublisher() *Publisher {
	p := &Publisher{batches: make(chan *Batch, 8)}
	go func() {
		for b := range p.batches {
			for _, key := range b.Keys {
				println(b.Topic, key, string(b.Raw))
			}
		}
	}()
	return p
}

func (p *Publisher) Publish(topic string, keys []string, raw []byte) {
	p.batches <- &Batch{topic, keys, raw[:4]} // want "`keys` and `raw.:4.` are handed over without a copy"
}

func Fill(p *Publisher, names []string) {
	keys := make([]string, 1)
	raw := make([]byte, 8)
	for _, name := range names {
		keys[0] = name
		copy(raw, name)
		p.Publish("names", keys, raw)
	}
}
