@echo off
rem Runs cot.jar, which stands beside this script together with the folder lib.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" %JAVA_OPTS% -jar "%~dp0cot.jar" %*
exit /b %ERRORLEVEL%
