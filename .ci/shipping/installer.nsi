; The installer of Windows: for the user alone, without rights of an administrator. .ci/ship says
; VERSION, NUMBER (four numbers), FILES (the folder of what is installed) and OUT, and in remove.nsh how
; each of those files is removed.
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Technopark"
!define KIND "Technopark.DataFile"

Name "«Технопарк»"
BrandingText "Технопарк ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Technopark"
InstallDirRegKey HKCU "Software\Technopark" "Folder"
VIProductVersion "${NUMBER}"
VIAddVersionKey /LANG=1049 "ProductName" "Технопарк"
VIAddVersionKey /LANG=1049 "FileDescription" "Установка программы «Технопарк»"
VIAddVersionKey /LANG=1049 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1049 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1049 "CompanyName" "Технопарк"
VIAddVersionKey /LANG=1049 "LegalCopyright" "licences.txt"

!define MUI_ICON "technopark.ico"
!define MUI_UNICON "technopark.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\technopark.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "English"

LangString Running ${LANG_RUSSIAN} "Программа «Технопарк» сейчас открыта. Закройте её и нажмите «Повторить»."
LangString Running ${LANG_ENGLISH} "Technopark is open. Close it and press Retry."
LangString Kind ${LANG_RUSSIAN} "Файл данных технопарка"
LangString Kind ${LANG_ENGLISH} "Technopark data file"

; A running program cannot be written over.
!macro WaitForEndOf PROGRAM
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY +2
    Abort
  ${Loop}
!macroend
!macro WaitForEnd
  !insertmacro WaitForEndOf technopark.exe
  !insertmacro WaitForEndOf technopark-cli.exe
!macroend

Section
  !insertmacro WaitForEnd
  SetOutPath "$INSTDIR"
  File "${FILES}\technopark.exe"
  File "${FILES}\technopark-cli.exe"
  File "${FILES}\licences.txt"
  File "${FILES}\*.md"
  SetOutPath "$INSTDIR\guide"
  File /r "${FILES}\guide\*.*"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateDirectory "$SMPROGRAMS\Технопарк"
  CreateShortcut "$SMPROGRAMS\Технопарк\Технопарк.lnk" "$INSTDIR\technopark.exe"

  WriteRegStr HKCU "Software\Technopark" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.tpark" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\.tpark\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "$(Kind)"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\technopark.exe,0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\technopark.exe" "%1"'

  WriteRegStr HKCU "${KEY}" "DisplayName" "Технопарк"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\technopark.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "Технопарк"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
  ${RefreshShellIcons}
SectionEnd

; Data files, their copies and the settings stay: they are the user’s.
Section Uninstall
  !insertmacro WaitForEnd
  ; What was put there, by name: the user may have chosen a folder of theirs.
  !include "remove.nsh"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Технопарк\Технопарк.lnk"
  RMDir "$SMPROGRAMS\Технопарк"
  ReadRegStr $0 HKCU "Software\Classes\.tpark" ""
  ${If} $0 == "${KIND}"
    DeleteRegValue HKCU "Software\Classes\.tpark" ""
  ${EndIf}
  DeleteRegValue HKCU "Software\Classes\.tpark\OpenWithProgids" "${KIND}"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\Technopark"
  ${RefreshShellIcons}
SectionEnd
