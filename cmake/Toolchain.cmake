# Language, warnings and sanitizers for our own code; third-party headers are system headers.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(nucong_flags INTERFACE)
target_compile_options(nucong_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
  -Wcast-align -Wunused -Woverloaded-virtual -Wnull-dereference -Wimplicit-fallthrough -Wswitch-enum -Wno-missing-field-initializers -Werror
  # The build folder's links are an implementation matter: messages and debug info name the source tree.
  -ffile-prefix-map=${CMAKE_BINARY_DIR}/include/=)
target_compile_definitions(nucong_flags INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports false positives of these two inside libstdc++ and Outcome when it inlines.
  target_compile_options(nucong_flags INTERFACE -Wno-maybe-uninitialized -Wno-null-dereference)
endif()

if(NUCONG_SANITIZE)
  add_compile_options(-fsanitize=${NUCONG_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${NUCONG_SANITIZE})
endif()
