package kit

import "fyne.io/fyne/v2"

// TypedShortcut gives what is on the clipboard to OnPaste, and asks OnCopy for what is to be
// there.
func (g *Grid) TypedShortcut(shortcut fyne.Shortcut) {
	board := fyne.CurrentApp().Clipboard()
	switch shortcut.(type) {
	case *fyne.ShortcutPaste:
		if text := board.Content(); g.OnPaste != nil && text != "" {
			id, column := g.at()
			g.OnPaste(id, column, text)
		}
	case *fyne.ShortcutCopy:
		if g.OnCopy != nil {
			board.SetContent(g.OnCopy())
		}
	}
}

var _ fyne.Shortcutable = (*Grid)(nil)
