package standing

import (
	"strings"

	"technopark/app"
)

// Line says in one line where the park stands: «индекс 106,4 %, группа II, 9-е место из 40»; what
// cannot be told is left out.
func (s *Standing) Line(lang app.Lang) string {
	is := s.Is()
	if !is.Index.Known {
		return app.L("индекса нет: нет сведений других технопарков", "no index: nothing is known of other parks").In(lang)
	}
	parts := []string{app.L("индекс ", "index ").In(lang) + s.IndexText(is.Index, lang)}
	if is.Group != "" {
		parts = append(parts, app.L("группа"+app.NBSP+is.Group, "group "+is.Group).In(lang))
	}
	if is.Place > 0 {
		parts = append(parts, PlaceOf(is.Place, is.Of, lang))
	}
	return strings.Join(parts, ", ")
}
