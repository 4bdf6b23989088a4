#include "demo/people.hpp"

#include <array>

#include "app/manage_accounts.hpp"
#include "app/resets.hpp"
#include "unit/tree.hpp"

namespace nucong::demo {
namespace {

using account::Role;

struct Part {
  const char* name;
  const char* person;
  Role role;
  int floor;  ///< 0 the confederation, 1 a province, 2 a workplace
};

constexpr std::array cast = {
    Part{"coso", "Nguyễn Thị Mẫu (giả định)", Role::officer, 2},
    Part{"doanvien", "Trần Thị Thử (giả định)", Role::member, 2},
    Part{"thuquy", "Lê Thị Ví Dụ (giả định)", Role::treasurer, 2},
    Part{"chutich", "Phạm Thị Minh Họa (giả định)", Role::leader, 2},
    Part{"captren", "Hoàng Thị Giả Định (giả định)", Role::upper_officer, 1},
    Part{"lanhdaotinh", "Vũ Thị Làm Mẫu (giả định)", Role::leader, 1},
    Part{"bannucong", "Đặng Thị Trung Ương (giả định)", Role::upper_officer, 0},
    Part{"lanhdao", "Bùi Thị Lãnh Đạo (giả định)", Role::leader, 0},
    Part{"kiemtra", "Đỗ Thị Kiểm Tra (giả định)", Role::inspector, 0},
    Part{"quantri", "Ngô Thị Quản Trị (giả định)", Role::administrator, 0},
};

/// The province with the most units below it, and the first workplace there.
std::array<Slot, 3> places(const unit::Tree& tree) {
  const Slot root = tree.order().front();
  Slot province = root;
  for (const Slot child : tree.children(root))
    if (province == root || tree.branch(child).size() > tree.branch(province).size()) province = child;
  const auto run = tree.branch(province);
  Slot workplace = province;
  for (auto at = run.begin; at < run.end && workplace == province; ++at)
    if (tree.branch_at(at).size() == 1) workplace = tree.order()[at];
  return {root, province, workplace};
}

}  // namespace

Result<std::vector<Person>> appoint_people(const app::AccountPorts& ports, const unit::History& history) {
  const Date today = ports.clock.today();
  const Date since = make_date(year_of(today), 1, 1);
  const auto at = places(unit::Tree(history, today));
  std::vector<Person> people;
  for (const Part& part : cast) {
    const Slot unit = at.at(static_cast<std::size_t>(part.floor));
    TRY(const auto made, app::make_account(ports, app::console(),
                                           {part.name, part.person, {{{}, part.role, unit, since, {}}}},
                                           history));
    TRY(app::finish_pass_phrase_reset(ports, made.link, std::string(pass_phrase), {}));
    people.push_back({part.name, part.role, history.unit(unit).code});
  }
  return people;
}

}  // namespace nucong::demo
