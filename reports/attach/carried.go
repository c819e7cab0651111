package attach

// What is large travels to the other process beside the rest; see sandbox.Carrying.

// Carried returns where the bytes of the file are.
func (f *file) Carried() []*[]byte { return []*[]byte{&f.Data} }

// Carried returns where the bytes of the file are.
func (l *layingOf) Carried() []*[]byte { return l.File.Carried() }

// Carried returns where the sheets are.
func (l *laid) Carried() []*[]byte { return []*[]byte{&l.PDF} }

// Carried returns where the bytes of the document and of its sheets are.
func (c *losingOf) Carried() []*[]byte { return []*[]byte{&c.Data, &c.Sheets} }

// Carried returns where the bytes of the document and of its sheets are.
func (d *drawingOf) Carried() []*[]byte { return []*[]byte{&d.File.Data, &d.Sheets} }

// Carried returns where the bytes of the PDF are.
func (q *question) Carried() []*[]byte { return []*[]byte{&q.Data} }

// Carried returns where the bytes of both are.
func (p *pair) Carried() []*[]byte { return []*[]byte{&p.One, &p.Other} }

// Carried returns where the bytes of a PDF that was made are.
func (t *told) Carried() []*[]byte { return []*[]byte{&t.PDF} }
