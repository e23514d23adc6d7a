// answer: no (only-read)
// reason: The rules are filled by the constructor alone; the workers it hands them to only evaluate them.

package p

import "strings"

type rule struct {
	prefix string
	weight int
}

type RuleSet struct {
	rules []rule
}

func LoadRules(lines []string) *RuleSet {
	rs := &RuleSet{}
	for i, l := range lines {
		rs.rules = append(rs.rules, rule{prefix: strings.TrimSpace(l), weight: i + 1})
	}
	return rs
}

func (rs *RuleSet) Score(text string) (score int) {
	for _, r := range rs.rules { // A
		if strings.HasPrefix(text, r.prefix) {
			score += r.weight
		}
	}
	return score
}

func (rs *RuleSet) Len() int {
	return len(rs.rules) // B
}

func ScoreAll(lines, texts []string, scores chan<- int) int {
	rs := LoadRules(lines)
	for _, t := range texts {
		go func() { scores <- rs.Score(t) }()
	}
	return rs.Len()
}
