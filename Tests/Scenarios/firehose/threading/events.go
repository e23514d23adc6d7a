package threading

// ThreadEventCreate is the attributes of the event "thread_created".
type ThreadEventCreate struct {
	ThreadID string   `json:"thread_id"`
	Tags     []string `json:"tags,omitempty"`
}

// ThreadEventUpdateSubject is the attributes of the event "thread_subject_updated".
type ThreadEventUpdateSubject struct {
	ThreadID string `json:"thread_id"`
	Subject  string `json:"subject"`
}

// ThreadEventUpdateTags is the attributes of the event "thread_tags_updated".
type ThreadEventUpdateTags struct {
	ThreadID   string   `json:"thread_id"`
	AddTags    []string `json:"add_tags,omitempty"`
	RemoveTags []string `json:"remove_tags,omitempty"`
}
