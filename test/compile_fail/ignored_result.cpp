// A failure that nobody looks at does not compile.
// expect: nodiscard|unused-result
#include "base/result.hpp"

namespace nucong {

Result<> save();

void call() {
#ifdef CORRECTED
  (void)save().has_value();
#else
  save();
#endif
}

}  // namespace nucong
