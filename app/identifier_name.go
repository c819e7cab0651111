package app

// name returns what the documents call an all-digit identifier of the given length.
func (s Scheme) name(length int) Text {
	switch s {
	case SchemeINN:
		return L("ИНН", "INN")
	case SchemeOGRN:
		if length == 15 {
			return L("ОГРНИП", "OGRNIP")
		}
		return L("ОГРН", "OGRN")
	case SchemeOKPO:
		return L("ОКПО", "OKPO")
	case SchemeOKTMO:
		return L("ОКТМО", "OKTMO")
	case SchemeSNILS:
		return L("СНИЛС", "SNILS")
	}
	return L("номер", "number")
}

// lengthRule says how many digits an identifier has, as a clause to continue.
func (s Scheme) lengthRule() Text {
	switch s {
	case SchemeINN:
		return L("ИНН состоит из 10 цифр у организации и 12 у предпринимателя", "an INN has 10 digits for an organisation and 12 for an entrepreneur")
	case SchemeOGRN:
		return L("ОГРН состоит из 13 цифр, ОГРНИП — из 15", "an OGRN has 13 digits and an OGRNIP 15")
	case SchemeOKPO:
		return L("ОКПО состоит из 8 цифр у организации и 10 у предпринимателя", "an OKPO has 8 digits for an organisation and 10 for an entrepreneur")
	case SchemeOKTMO:
		return L("ОКТМО состоит из 8 или 11 цифр", "an OKTMO has 8 or 11 digits")
	case SchemeSNILS:
		return L("СНИЛС состоит из 11 цифр", "a SNILS has 11 digits")
	}
	return L("вид номера «"+string(s)+"» неизвестен программе", "identifier scheme “"+string(s)+"” is not known to the program")
}
