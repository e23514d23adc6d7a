package example

import "sync"

type Team struct {
	name  string
	roles map[string]string
}

func (t Team) clone() Team {
	other := t
	if len(t.roles) > 0 {
		other.roles = make(map[string]string, len(t.roles))
		for who, role := range t.roles {
			other.roles[who] = role
		}
	}
	return other
}

type League struct {
	mu    sync.RWMutex
	teams []Team
}

func (l *League) Team(name string) *Team {
	l.mu.RLock()
	defer l.mu.RUnlock()
	for _, team := range l.teams { // want "is returned uncopied by"
		if team.name == name {
			return &team
		}
	}
	return nil
}

func (l *League) Assign(name, who, role string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	teams := make([]Team, len(l.teams))
	for i := range l.teams {
		teams[i] = l.teams[i].clone()
	}
	for i := range teams {
		if teams[i].name == name {
			teams[i].roles[who] = role
		}
	}
	l.teams = teams
}
