package example

type Table struct{ rows [][]int }

func (t *Table) Load(rows [][]int) {
	if len(rows) > 0 {
		t.rows = rows // want "slice `rows` of the caller is kept in `Table.rows`"
	}
}
