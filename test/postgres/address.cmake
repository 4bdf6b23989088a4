# Where the tests' PostgreSQL listens: a port that each build folder has to itself, so that two of them may be
# tested at once.
string(MD5 hash ${CMAKE_BINARY_DIR})
string(SUBSTRING ${hash} 0 4 hash)
math(EXPR NUCONG_TEST_POSTGRES_PORT "20000 + 0x${hash} % 10000")
set(NUCONG_TEST_POSTGRES NUCONG_TEST_POSTGRES=postgresql://postgres@127.0.0.1:${NUCONG_TEST_POSTGRES_PORT}/postgres)
