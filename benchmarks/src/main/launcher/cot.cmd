@echo off
rem Runs cot.jar, which stands beside this script together with the folder lib.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set archive=
if exist "%~dp0cot.jsa" set archive="-XX:SharedArchiveFile=%~dp0cot.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off
"%java%" %archive% %JAVA_OPTS% -jar "%~dp0cot.jar" %*
exit /b %ERRORLEVEL%
