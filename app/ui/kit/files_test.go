package kit

import "testing"

func TestNewFileNames(t *testing.T) {
	tests := []struct{ typed, want string }{
		{"парк", "парк.tpark"},
		{"парк.tpark", "парк.tpark"},
		{"парк.TPARK", "парк.TPARK"},
		{" парк 2020 ", "парк 2020.tpark"},
		{"парк.v2", "парк.v2.tpark"},
		{"«парк  2020»\u200b", "парк 2020.tpark"},
		{"\"/две  папки/парк\"", "/две  папки/парк.tpark"},
	}
	for _, tt := range tests {
		if got := withExtension(tt.typed, []string{".tpark", ".tp"}); got != tt.want {
			t.Errorf("%q becomes %q, want %q", tt.typed, got, tt.want)
		}
	}
}
