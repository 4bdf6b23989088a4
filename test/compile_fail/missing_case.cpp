// A switch over a closed enum names every case, so a new kind of error reaches every boundary that maps it.
// expect: 'internal' not handled|'.*internal' not handled
#include "base/error_codes.hpp"

namespace nucong {

int exit_status(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::invalid:
      return 2;
    case ErrorKind::unauthenticated:
    case ErrorKind::forbidden:
    case ErrorKind::not_found:
    case ErrorKind::conflict:
    case ErrorKind::precondition:
    case ErrorKind::exhausted:
    case ErrorKind::unavailable:
    case ErrorKind::corrupt:
#ifdef CORRECTED
    case ErrorKind::internal:
#endif
      return 1;
  }
  return 1;
}

}  // namespace nucong
