// A unit's slot is no element's id, though both are a number.
// expect: could not convert|no matching function|cannot convert
#include "base/id.hpp"

namespace nucong {

using ElementId = Id<struct ElementTag>;

bool is_stock(ElementId element);

bool call(Slot slot, ElementId element) {
#ifdef CORRECTED
  (void)slot;
  return is_stock(element);
#else
  (void)element;
  return is_stock(slot);
#endif
}

}  // namespace nucong
