//go:build !windows

package kit

import "path/filepath"

// drives returns where sticks and other disks are mounted, then the root.
func drives() []string { return append(mounted("/"), "/") }

// mostDrives is how many directories are taken for disks at most.
const mostDrives = 40

// mounted returns the directories under a root where systems mount disks.
func mounted(root string) []string {
	var found []string
	for _, pattern := range []string{"media/*/*", "run/media/*/*", "mnt/*", "Volumes/*"} {
		paths, err := filepath.Glob(filepath.Join(root, pattern))
		if err == nil {
			found = append(found, paths...)
		}
	}
	return found[:min(len(found), mostDrives)]
}
