; The installer for Windows: for one person, without an administrator.
;
; Defined by packaging/bundle/windows.py: VERSION, NUMBERS (a.b.c.d), FILES (a script that lays down
; what is installed, Counterpart.exe first), ICON, PICTURE, LICENCE, OUT, SIZE (KB), PUBLISHER, and
; SIGN (a command) where there is a certificate.
;
; Silent: /S. Also /D=FOLDER (last, no quotes), /DESKTOP=1, /LOGIN=1.
; The uninstaller silent: /S, and /DATA=1 to delete the person's data and settings too.
; Exit codes: 0 done, 1 cancelled, 2 failed or refused, 3 Counterpart is running.

Unicode true
Target amd64-unicode
ManifestDPIAware true
SetCompressor /SOLID lzma
RequestExecutionLevel user
Name "Counterpart"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Counterpart"
InstallDirRegKey HKCU "Software\Counterpart" "Folder"
BrandingText "Counterpart ${VERSION}"

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include x64.nsh
!include WinVer.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Counterpart"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
!define RUNNING 3

VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Counterpart"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Counterpart Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${PUBLISHER}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_WELCOMEPAGE_TITLE "Counterpart ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Counterpart keeps an online store in step with the till.$\r$\n$\r$\nIt is installed for you alone; no administrator is needed. An older version is replaced; your data and settings stay as they are.$\r$\n$\r$\nClose Counterpart if it is open, then click Next."
!define MUI_FINISHPAGE_RUN "$INSTDIR\Counterpart.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open Counterpart"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!define MUI_PAGE_HEADER_TEXT "What to install"
!define MUI_PAGE_HEADER_SUBTEXT "The link and the start at sign-in are up to you."
!define MUI_COMPONENTSPAGE_TEXT_TOP "Tick what you want, then click Next. An update keeps what you chose before."
!define MUI_COMPONENTSPAGE_TEXT_COMPLIST "Install:"
!insertmacro MUI_PAGE_COMPONENTS
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH

!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "What to remove"
!define MUI_PAGE_HEADER_SUBTEXT "Your data and settings stay unless you tick them."
!define MUI_COMPONENTSPAGE_TEXT_TOP "Tick what is to go, then click Uninstall."
!define MUI_COMPONENTSPAGE_TEXT_COMPLIST "Remove:"
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "English"

!ifdef SIGN
!uninstfinalize '${SIGN} "%1"' = 0
!finalize '${SIGN} "%1"' = 0
!endif

; A file of ours that can't be opened for writing is in use.
!macro IN_USE un
Function ${un}WaitUntilClosed
  again:
  IfFileExists "$INSTDIR\Counterpart.exe" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\Counterpart.exe" a
  IfErrors used
  FileClose $0
  ClearErrors
  IfFileExists "$INSTDIR\bin\counterpart.exe" 0 free
  FileOpen $0 "$INSTDIR\bin\counterpart.exe" a
  IfErrors used
  FileClose $0
  Goto free
  used:
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Counterpart is open. Close it, then click Retry." /SD IDCANCEL IDRETRY again
  SetErrorLevel ${RUNNING}
  Quit
  free:
FunctionEnd
!macroend
!insertmacro IN_USE ""
!insertmacro IN_USE "un."

; $Other: whether the folder holds things, and no installation of before among them. What is
; replaced and removed has names that others use too, so it must be a folder of our own.
Var Other
Function LookAtFolder
  StrCpy $Other 0
  ${If} ${FileExists} "$INSTDIR\Counterpart.exe"
    Return
  ${EndIf}
  FindFirst $0 $1 "$INSTDIR\*.*"
  ${DoWhile} $1 != ""
    ${If} $1 != "."
    ${AndIf} $1 != ".."
      StrCpy $Other 1
    ${EndIf}
    FindNext $0 $1
  ${Loop}
  FindClose $0
FunctionEnd

Function CheckFolder
  Call LookAtFolder
  ${If} $Other == 1
    MessageBox MB_ICONEXCLAMATION "$INSTDIR holds other things. Choose an empty folder, or name a new one." /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

; A choice on the command line ($1): 1 takes a section, 0 leaves it.
!macro CHOSEN switch section
  ClearErrors
  ${GetOptions} $1 "${switch}" $0
  ${If} $0 == "1"
    !insertmacro SelectSection ${section}
  ${ElseIf} $0 == "0"
    !insertmacro UnselectSection ${section}
  ${EndIf}
  ClearErrors
!macroend

; What an installation consists of. Nothing else in the folder is touched: a person may have put
; something there. Counterpart.exe goes last and comes first: it tells whose folder it is.
!macro DELETE_PROGRAM folder
  RMDir /r "${folder}\lib"
  RMDir /r "${folder}\runtime"
  RMDir /r "${folder}\bin"
  RMDir /r "${folder}\licences"
  Delete "${folder}\LICENSE.txt"
  Delete "${folder}\Counterpart.exe"
!macroend

Section "Counterpart" Program
  SectionIn RO
  Call LookAtFolder
  ${If} $Other == 1 ; Named on the command line: no page has asked.
    SetErrorLevel 2
    Abort "$INSTDIR holds other things."
  ${EndIf}
  Call WaitUntilClosed
  !insertmacro DELETE_PROGRAM "$INSTDIR"
  ReadRegStr $0 HKCU "Software\Counterpart" "Folder"
  ${If} $0 != ""
  ${AndIf} $0 != $INSTDIR ; It was installed elsewhere before.
    !insertmacro DELETE_PROGRAM "$0"
    Delete "$0\Uninstall.exe"
    RMDir "$0"
  ${EndIf}
  ClearErrors
  !include "${FILES}"
  IfErrors 0 copied
    SetErrorLevel 2
    Abort "The files could not be written. See that the disk is not full, and install again."
  copied:
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Counterpart.lnk" "$INSTDIR\Counterpart.exe"
  WriteRegStr HKCU "Software\Counterpart" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Counterpart"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\Counterpart.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section /o "Link on the desktop" Desktop
  CreateShortcut "$DESKTOP\Counterpart.lnk" "$INSTDIR\Counterpart.exe"
SectionEnd

Section /o "Open when I sign in" Login
  WriteRegStr HKCU "${RUN_KEY}" "Counterpart" '"$INSTDIR\Counterpart.exe"'
SectionEnd

; After an upgrade in which a choice was taken back.
Section "-choices"
  ${IfNot} ${SectionIsSelected} ${Desktop}
    Delete "$DESKTOP\Counterpart.lnk"
  ${EndIf}
  ${IfNot} ${SectionIsSelected} ${Login}
    DeleteRegValue HKCU "${RUN_KEY}" "Counterpart"
  ${EndIf}
SectionEnd

LangString ABOUT_PROGRAM ${LANG_ENGLISH} "The program, and an entry in the Start menu."
LangString ABOUT_DESKTOP ${LANG_ENGLISH} "A link on your desktop."
LangString ABOUT_LOGIN ${LANG_ENGLISH} "Counterpart opens when you sign in to Windows, and syncs while it is open."
!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${Program} $(ABOUT_PROGRAM)
  !insertmacro MUI_DESCRIPTION_TEXT ${Desktop} $(ABOUT_DESKTOP)
  !insertmacro MUI_DESCRIPTION_TEXT ${Login} $(ABOUT_LOGIN)
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "Counterpart needs Windows 10 or later, 64-bit." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ; An upgrade keeps the choices of before; the command line overrules.
  ${If} ${FileExists} "$DESKTOP\Counterpart.lnk"
    !insertmacro SelectSection ${Desktop}
  ${EndIf}
  ReadRegStr $0 HKCU "${RUN_KEY}" "Counterpart"
  ${If} $0 != ""
    !insertmacro SelectSection ${Login}
  ${EndIf}
  ${GetParameters} $1
  !insertmacro CHOSEN "/DESKTOP=" ${Desktop}
  !insertmacro CHOSEN "/LOGIN=" ${Login}
FunctionEnd

Section "un.Counterpart" UnProgram
  SectionIn RO
  Call un.WaitUntilClosed
  !insertmacro DELETE_PROGRAM "$INSTDIR"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Counterpart.lnk"
  Delete "$DESKTOP\Counterpart.lnk"
  DeleteRegValue HKCU "${RUN_KEY}" "Counterpart"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\Counterpart"
SectionEnd

; %LOCALAPPDATA%\Counterpart: databases, settings, logs, pictures (app/storage/paths.py).
Section /o "un.My data and settings" UnData
  RMDir /r "$LOCALAPPDATA\Counterpart"
SectionEnd

LangString ABOUT_UNPROGRAM ${LANG_ENGLISH} "The program and its links."
LangString ABOUT_UNDATA ${LANG_ENGLISH} "What it knows of your stores, settings, logs. This can't be undone. Tokens stay with Windows."
!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${UnProgram} $(ABOUT_UNPROGRAM)
  !insertmacro MUI_DESCRIPTION_TEXT ${UnData} $(ABOUT_UNDATA)
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

Function un.onInit
  ${GetParameters} $1
  !insertmacro CHOSEN "/DATA=" ${UnData}
FunctionEnd
