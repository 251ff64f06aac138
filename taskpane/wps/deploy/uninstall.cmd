@echo off
rem Removes the WPS add-in of the current user, and puts back the list as it was.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0install.ps1" -Remove
pause
