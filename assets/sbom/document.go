package main

// A CycloneDX document, so much of it as is written here: https://cyclonedx.org/docs/1.6/json/
type (
	document struct {
		Format       string       `json:"bomFormat"`
		Spec         string       `json:"specVersion"`
		Edition      int          `json:"version"` // of the document, not of the program
		Metadata     metadata     `json:"metadata"`
		Components   []component  `json:"components"`
		Dependencies []dependency `json:"dependencies"`
	}
	metadata struct {
		Timestamp string    `json:"timestamp,omitempty"`
		Tools     tools     `json:"tools"`
		Component component `json:"component"`
	}
	tools struct {
		Components []component `json:"components"`
	}
	component struct {
		Type        string      `json:"type"`
		Ref         string      `json:"bom-ref,omitempty"`
		Name        string      `json:"name"`
		Version     string      `json:"version,omitempty"`
		Description string      `json:"description,omitempty"`
		Scope       string      `json:"scope,omitempty"`
		Hashes      []hash      `json:"hashes,omitempty"`
		Licences    []licence   `json:"licenses,omitempty"`
		URL         string      `json:"purl,omitempty"`
		Properties  []property  `json:"properties,omitempty"`
		Parts       []component `json:"components,omitempty"`
	}
	hash struct {
		Algorithm string `json:"alg"`
		Content   string `json:"content"` // in hexadecimal digits
	}
	licence struct {
		Expression string `json:"expression"`
	}
	property struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
	dependency struct {
		Ref string   `json:"ref"`
		On  []string `json:"dependsOn"`
	}
)
