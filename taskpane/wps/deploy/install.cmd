@echo off
rem Installs the WPS add-in for the current user. Runs the script beside it; no administrator is needed.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0install.ps1" %*
pause
