# One word for each thing that a newcomer or a machine wants to do. Everything is non-interactive; what is
# missing on the machine is installed first (tools/install does nothing, and needs no network, if nothing is).

JOBS ?= $(shell nproc)
FORMATTED = $(shell find src test tools bench -name '*.cpp' -o -name '*.hpp' 2>/dev/null)

.PHONY: help run test asan tsan bench fmt lint clean deps-build deps-test deps-bench deps-fmt deps-lint
.NOTPARALLEL:

help:
	@echo "make run     build the program and let it show the way of one figure"
	@echo "make test    build with assertions and run every test"
	@echo "make asan    the same under AddressSanitizer and UndefinedBehaviorSanitizer"
	@echo "make tsan    the tests of what threads share, under ThreadSanitizer"
	@echo "make bench   build with optimisation and measure side by side"
	@echo "make fmt     format the code"
	@echo "make lint    clang-tidy over the code, shellcheck over the scripts"
	@echo "make clean   remove build/"

run: deps-build
	cmake --preset release
	cmake --build --preset release --target nucong -j $(JOBS)
	tools/demo-walk build/release/src/nucong/nucong

test: deps-test
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS)
	ctest --preset dev -j $(JOBS)

asan: deps-test
	cmake --preset asan
	cmake --build --preset asan -j $(JOBS)
	ctest --preset asan -j $(JOBS)

# Its runtime wants its own part of the address space, which some kernels scatter over.
tsan: deps-test
	cmake --preset tsan
	cmake --build --preset tsan -j $(JOBS)
	setarch -R ctest --preset tsan -j $(JOBS)

bench: deps-bench
	cmake --preset bench
	cmake --build --preset bench --target nucong nucong_bench nucong_http_load nucong_bare_writer nucong_port_writer -j $(JOBS)
	bench/run build/bench

fmt: deps-fmt
	clang-format -i $(FORMATTED)

lint: deps-lint
	shellcheck bench/run bench/cold_start bench/peers/run bench/peers/nucong bench/peers/dhis2 bench/peers/postgresql bench/peers/sqlite bench/peers/duckdb \
	  tools/install tools/postgres bench/http_load/run packaging/nucong-backup test/npm_install test/oidc/run test/openapi/run tools/http-walk web/test/walks/run tools/purity.sh tools/demo-walk test/compile_fail/check.sh .ci/run
	clang-format --dry-run -Werror $(FORMATTED)
	cmake --preset lint
	cmake --build --preset lint -j $(JOBS)

clean:
	rm -rf build

deps-build:
	tools/install build
deps-test:
	tools/install build test
deps-bench:
	tools/install build bench
deps-fmt:
	tools/install fmt
deps-lint:
	tools/install build test fmt lint
