package app

// Types returns all record types in the order of navigation and of files:
// a type comes after the types it refers to. A new record type is one line here.
func Types() []*Type {
	return []*Type{
		specialismType, personType, companyType, parkType,
		parkStatusType, siteReportType, roomType, investmentType,
		residentType, contractType, residentReportType, questionnaireType, deadlineType, jobType, ipResultType, projectType,
		companyReportType, serviceType, serviceReportType,
		eventType, publicationType, disclosureType, practiceType,
		documentType, documentLinkType, referenceType, profileType, explanationType, distinctionType, scenarioType, revisionType, signatureType,
	}
}

// TypeByKey returns the type with the given key, or nil.
func TypeByKey(key string) *Type {
	for _, t := range Types() {
		if t.Key == key {
			return t
		}
	}
	return nil
}
