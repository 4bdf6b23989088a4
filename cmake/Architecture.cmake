# The allowed edges between modules. `nucong_module` refuses any other at configure time, and the tidy test
# reads this same table to check every #include. Changing a line here is a decision: docs/decisions.
#
#   base <- domain <- app <- adapters, cli <- main
set(NUCONG_MODULES base unit account directive indicator target report rollup app live answer catalogue store ooxml sheet document files settings secrets oidc workers http demo cli nucong)

set(ARCH_base)
# domain: pure; no SQL, TOML, JSON, clock, thread or file
set(ARCH_unit base)
set(ARCH_account base unit)
set(ARCH_directive base)
set(ARCH_indicator base)
set(ARCH_target base indicator unit directive)
set(ARCH_report base unit indicator)
set(ARCH_rollup base unit indicator)
# use cases and the ports they need
set(ARCH_app base unit account directive indicator target report rollup)
# a nation kept in memory, and the threads that share it
set(ARCH_live base unit account indicator report rollup app)
# answers as JSON, CSV and tables: the same from the command line and over HTTP
set(ARCH_answer base unit account directive indicator target report rollup app)
# adapters: never include each other; what two of them share is a module below both
set(ARCH_catalogue base unit indicator target report app)
set(ARCH_store base unit account directive indicator target report app)
set(ARCH_ooxml base)
set(ARCH_sheet base report app ooxml)
set(ARCH_document base app ooxml)
set(ARCH_files base app)
set(ARCH_settings base app)
set(ARCH_secrets base account app)
set(ARCH_oidc base app)
set(ARCH_workers base app)
# a made-up confederation, made through the use cases
set(ARCH_demo base unit account directive indicator target report app)
# the outside
set(ARCH_http base unit account directive indicator target report rollup app live answer)
set(ARCH_cli base unit account directive indicator target report rollup app answer demo)
# main.cpp wires everything, nothing else does
set(ARCH_nucong base account app live catalogue store sheet document files settings secrets oidc workers demo http cli)
