package doc

// Drawing is a figure made of lines, boxes and words. Places are millimetres from its top
// left corner; it is never split between pages. Whoever draws a chart decides where
// things stand, so that it can be tested without a renderer.
type Drawing struct {
	W, H   float64 // the size of the whole
	Lines  []Line  // drawn first
	Boxes  []Box   // drawn over the lines
	Labels []Label // drawn last
}

// Line is a straight stroke.
type Line struct {
	X1, Y1, X2, Y2 float64 // where it begins and ends
	Width          float64 // mm
	Dashed         bool    // else a full line
	Grey           int     // 0 black … 255 white
}

// Box is a filled rectangle with a thin black edge.
type Box struct {
	X, Y, W, H float64 // the top left corner and the size
	Grey       int     // of the filling
	Hatched    bool    // struck through with fine lines: told apart without colour
}

// Label is one line of words; what does not fit into the width ends in «…».
type Label struct {
	X, Y, W float64 // the top left corner and the room
	Text    string  // the words
	Align   Align   // within W
	Size    float64 // points
	Bold    bool    // else of regular weight
}

func (Drawing) block() {}
