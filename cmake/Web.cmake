# nucong_web(TARGET): the application of web/ as a library that carries its files: `nucong::pages()`, declared in
# src/nucong/pages.hpp. Node and npm build it; packages come from web/package-lock.json and are fetched once.
function(nucong_web target)
  find_program(NPM npm REQUIRED)
  set(web ${CMAKE_SOURCE_DIR}/web)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${target})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${web}/src/* ${web}/public/* ${web}/build/*)
  set(packages ${web}/node_modules/.package-lock.json)
  add_custom_command(
    OUTPUT ${packages}
    COMMAND ${NPM} ci --no-audit --no-fund --loglevel=error
    DEPENDS ${web}/package-lock.json
    WORKING_DIRECTORY ${web} VERBATIM)
  add_custom_command(
    OUTPUT ${out}.S ${out}.cpp
    COMMAND ${NPM} exec --offline -- vite build --logLevel warn --emptyOutDir --outDir ${out}_dist
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${out}_dist -DOUT=${out} -DNAMESPACE=nucong -DHEADER=nucong/pages.hpp
            -P ${CMAKE_SOURCE_DIR}/cmake/EmbedFolder.cmake
    DEPENDS ${packages} ${sources} ${web}/index.html ${web}/vite.config.ts ${CMAKE_SOURCE_DIR}/cmake/EmbedFolder.cmake
    WORKING_DIRECTORY ${web} VERBATIM)
  add_library(${target} STATIC ${out}.S ${out}.cpp)
  set_target_properties(${target} PROPERTIES WEB_FOLDER ${out}_dist)  # the files as they were built
endfunction()
