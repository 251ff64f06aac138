@echo off
rem Adds the shared folder that holds manifest.xml to Excel's trusted catalogues of the current user.
rem Usage: install.cmd [\\server\share]   without an argument: the folder this file lies in.
set "SHARE=%~1"
if "%SHARE%"=="" set "SHARE=%~dp0."
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0install.ps1" -Share "%SHARE%"
pause
